const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * When the gateway is asked again about a transfer that is in doubt, in milliseconds after the first unanswered call:
 * soon at first, for most unknowns are answered by then, and once a day at the end. After the last one a person decides.
 */
export const LOOK_UPS_MS: readonly number[] = [
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
  ...[1, 2, 3, 4, 5, 6, 7].map((day) => day * DAY),
];

/** How long a transfer may stay pending before a person looks, where the gateway names no limit of its own. */
export const PENDING_LIMIT_MS = 14 * DAY;

/** Until when and how often a transfer of unknown or pending outcome is asked about. */
export type LookUpPlan = Readonly<{
  /** After the outcome was left open, rising. */ lookUpsMs: readonly number[];
  /** How long it may stay pending. */ pendingLimitMs: number;
}>;

/** Those times of a plan at which the gateway is asked: a pending transfer is left to a person once its limit is over. */
export const lookUpsOf = (isPending: boolean, { lookUpsMs, pendingLimitMs }: LookUpPlan): readonly number[] =>
  isPending ? lookUpsMs.filter((ms) => ms < pendingLimitMs) : lookUpsMs;

/** The first of these times that is still ahead `elapsedMs` after the outcome was left open; `undefined` when none is. */
export const nextLookUp = (lookUpsMs: readonly number[], elapsedMs: number): number | undefined =>
  lookUpsMs.find((ms) => ms > elapsedMs);
