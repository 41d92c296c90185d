import type { AttemptStatus, GatewayAsk, GatewayOutcome, HoldReason, TransferOutcome } from '@zikui/domain';

/** What is asked of a gateway; the caller adds the account, whose secrets are never stored beside it. */
export type AskOfGateway = Omit<GatewayAsk, 'account'>;

/**
 * `send`: the attempt is `sent` and committed, call the gateway now; `repeated` = it was sent before and may have moved
 * money: look up first. `done`: nothing is to be sent any more (`declined` also stands for a transfer that was released
 * before anything was sent, `settled` also for one that was reversed since). `held`: nothing was sent, and the transfer
 * waits as planned until it is woken. `look_up`: it was sent before and may not be sent again now; only ask about it.
 */
export type Claimed =
  | Readonly<{
      kind: 'send';
      attemptId: string;
      ask: AskOfGateway;
      repeated: boolean;
      /** Which sending of the attempt this is, from 1. */ sending: number;
      /** When this key was sent first; a gateway forgets keys after a while. */ sentAtMs: number;
      /** When it was sent last before now; what was just made may not be visible yet. */ lastSentAtMs: number;
    }>
  | Readonly<{ kind: 'held'; reason: HoldReason }>
  | Readonly<{ kind: 'look_up'; attemptId: string; ask: AskOfGateway }>
  | Readonly<{ kind: 'done'; outcome: TransferOutcome }>;

/** What to look up at the gateway, or why there is nothing to ask. */
export type LookUp =
  | Readonly<{
      kind: 'ask';
      attemptId: string;
      ask: AskOfGateway;
      status: Extract<AttemptStatus, 'sent' | 'pending' | 'unknown'>;
      sentAtMs: number;
      lastSentAtMs: number;
    }>
  | Readonly<{ kind: 'not_sent' }>
  | Readonly<{ kind: 'done'; outcome: 'settled' | 'declined' }>;

/** The gateway's answer as it is recorded. `evidence` holds no secret and no personal data. */
export type GatewayAnswer =
  GatewayOutcome | Readonly<{ kind: 'unknown'; evidence: Readonly<Record<string, string | number | null>> }>;
