/** Wakes the process of a refund (`GatewayEvent` of the workflows' contract). */
export type GatewaySignal = Readonly<{
  eventId: string;
  transferId: string;
  /** `recorded`: the rows changed beside the transfer's own story. */ status:
    'pending' | 'settled' | 'declined' | 'recorded';
  gatewayRefundId: string;
  occurredAtMs: number;
}>;
/** Wakes the process that waits for goods (`CarrierEvent` of the workflows' contract). */
export type CarrierSignal = Readonly<{ eventId: string; status: string; occurredAtMs: number }>;

export type SignalToSend =
  | Readonly<{ name: 'gatewayEvent'; workflowId: string; event: GatewaySignal }>
  | Readonly<{ name: 'carrierEvent'; workflowId: string; event: CarrierSignal }>;

/** What became of an incoming event. `signal` is null when no process has to be woken. */
export type Received<Event> = Readonly<{
  duplicate: boolean;
  inboxId: string;
  signal: Readonly<{ workflowId: string; event: Event }> | null;
}>;
export type DueSignal = Readonly<{ inboxId: string }> & SignalToSend;
