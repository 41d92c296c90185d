import { HOLD_REASONS } from '@zikui/domain';

/** How many wait, and for how long the one that has waited longest; 0 when none does. */
export type Waiting = Readonly<{ count: number; oldestSeconds: number }>;

/** By the law that sets the date, and currency; never by merchant. */
export type DatesToPayBy = Readonly<{ jurisdiction: string; currency: string; count: number }>;

/** Boxes from which the worker delivers: `starts` and `signals` to processes, `commands` of people and backends, facts of gateways and carriers that came in, of these those that fit nothing of ours yet, and webhooks to merchants. */
export const BOXES = ['starts', 'signals', 'commands', 'inbox', 'unmatched', 'webhooks'] as const;
/** What is thrown over many transfers at once; a dispute holds those of its payment. */
export const SENDING_HOLD_REASONS = HOLD_REASONS.filter((reason) => reason !== 'dispute');

/** What whoever runs the service looks at: counts and ages over all merchants. */
export type WaitingFacts = Readonly<{
  /** Currencies in which merchants have a policy in force. */ currencies: readonly string[];
  /** Legal dates to pay by that were missed, since the beginning. */ missed: readonly DatesToPayBy[];
  /** Those that end within 24 hours, money not back yet. */ near: readonly DatesToPayBy[];
  /** Refunds that have not ended, since they last changed. */
  refunds: readonly (Waiting & Readonly<{ status: string }>)[];
  /** Transfers that are due and not settled: since they were first sent, else since they were prepared. */
  transfers: readonly (Waiting & Readonly<{ status: string }>)[];
  /** Transfers that something holds back. */ held: readonly (Waiting & Readonly<{ reason: string }>)[];
  /** What holds them: of one merchant, or `house` for all of them. */
  holds: readonly (Waiting & Readonly<{ reason: string; scope: 'house' | 'merchant' }>)[];
  boxes: readonly (Waiting & Readonly<{ box: string }>)[];
  /** Age of the last seal of the audit log; null before the first. */ sealSeconds: number | null;
}>;
