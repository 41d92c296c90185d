/** What starts the process of a refund; stored in the outbox with the refund, so that a start is never lost. */
export type StartRefund = Readonly<{
  merchantId: string;
  refundId: string;
  /** The input of the process (`RefundInput`): ids, the plan and durations; no personal data. */ input: Readonly<{
    v: 1 | 2 | 3;
    merchantId: string;
    refundId: string;
    lookUpsMs: readonly number[];
    pendingLimitMs: number;
    pendingLimitsMs?: Readonly<Record<string, number>>;
  }>;
  /** Never encrypted by Temporal: ids and states only. */ searchAttributes: Readonly<{
    merchant: string;
    saleRef: string;
    /** Of the first transfer. */ gateway: string;
    reason: string;
    status: string;
    amountMinor: number;
    /** RFC 3339, or null while no deadline runs. */ dueAt: string | null;
  }>;
}>;
