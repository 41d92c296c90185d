import type { GatewayAsk, GatewayOutcome } from '@zikui/domain';

export type TransferOutcome = 'settled' | 'pending' | 'declined' | 'unknown';
/** What is asked of a gateway; the caller adds the account, whose secrets are never stored beside it. */
export type TransferAsk = Omit<GatewayAsk, 'account'>;

/** One attempt at a gateway and all that the call needs. */
export type AttemptAtGateway = Readonly<{
  attemptId: string;
  ask: TransferAsk;
  merchantId: string;
  gateway: string;
  /** When this key was first sent; a gateway forgets keys after a while. */ firstSentAtMs: number | null;
}>;

/**
 * `send`: the attempt is `sent` and committed, call the gateway now; `repeated` = it was sent before and may have moved
 * money: look up first. `done`: nothing is to be sent any more (`declined` also stands for a transfer that was released
 * before anything was sent, `settled` also for one that was reversed since).
 */
export type Claimed =
  | (Readonly<{ kind: 'send'; repeated: boolean }> & AttemptAtGateway)
  | Readonly<{ kind: 'done'; outcome: TransferOutcome }>;

/** What to look up at the gateway, or that the answer is known by now. */
export type LookUp =
  (Readonly<{ kind: 'ask' }> & AttemptAtGateway) | Readonly<{ kind: 'done'; outcome: TransferOutcome }>;

/** The gateway's answer as it is recorded. `evidence` holds no secret and no personal data. */
export type GatewayAnswer =
  GatewayOutcome | Readonly<{ kind: 'unknown'; evidence: Readonly<Record<string, string | number | null>> }>;
