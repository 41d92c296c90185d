import type { MoneyOn, ReturnMode } from '@zikui/domain';

/** What the gateway does with one call. `moved_unknown` and `lost_unknown` are calls without an answer. */
export type GatewayAct = 'settled' | 'pending' | 'declined' | 'moved_unknown' | 'lost_unknown' | 'not_reached';
export type PlannedTransfer = Readonly<{
  /** One act for each call to send, in order; the last one repeats. */ acts: readonly GatewayAct[];
  /** The call is held until this is released. */ until?: Promise<void>;
}>;

/** What a test refund is made of. */
export type RefundPlan = Readonly<{
  /** From 3 on a process calls the gateway within the task that asks for it, before it takes the queue. */ v: 2 | 3;
  /** Approval steps; 0 = approved at once. */ steps: number;
  /** Approvals that each step asks for. */ needed: number;
  /** When a silent step is reminded of, and when it is offered to a higher role; null for neither, as before there was any. */
  stepDueMs: readonly number[] | null;
  statutory: boolean;
  /** How long people may stay silent. */ silenceMs: number;
  goods: Readonly<{ mode: ReturnMode; moneyOn: MoneyOn; windowMs: number; label: boolean }> | null;
  transfers: readonly PlannedTransfer[];
  storeCredit: boolean;
  /** Whether transitions queue customer messages. */ tells: boolean;
  lookUpsMs: readonly number[];
  pendingLimitMs: number;
  /** Limits that gateways have of their own. */ pendingLimitsMs?: Readonly<Record<string, number>>;
  /** How many writes fail because the database is away. */ databaseAwayFor: number;
}>;

const LONG_MS = 3_600_000;

/** An auto-approved refund that settles at once, without messages; a test changes what it is about. */
export const refundPlan = (changes: Partial<RefundPlan> = {}): RefundPlan => ({
  v: 2,
  steps: 0,
  needed: 1,
  stepDueMs: null,
  statutory: false,
  silenceMs: LONG_MS,
  goods: null,
  transfers: [{ acts: ['settled'] }],
  storeCredit: false,
  tells: false,
  lookUpsMs: [LONG_MS],
  pendingLimitMs: 2 * LONG_MS,
  databaseAwayFor: 0,
  ...changes,
});
