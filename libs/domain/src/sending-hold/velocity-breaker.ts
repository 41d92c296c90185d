import type { Reason } from '../quote/quote';

type LimitScope = Readonly<{
  /** Whose refunds are summed. */ of: 'merchant' | 'staff' | 'reason';
  /** The hour before the request, or the merchant's local day. */ window: 'hour' | 'day';
}>;

/** Limits of a policy's amounts: a refund that passes one is looked at, and what is due then waits. */
export const LIMITS = {
  merchantHour: { of: 'merchant', window: 'hour' },
  merchantDay: { of: 'merchant', window: 'day' },
  perStaffHour: { of: 'staff', window: 'hour' },
  perStaffDay: { of: 'staff', window: 'day' },
  perReasonHour: { of: 'reason', window: 'hour' },
  perReasonDay: { of: 'reason', window: 'day' },
} as const satisfies Record<string, LimitScope>;
export type LimitName = keyof typeof LIMITS;
export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[];

/** Sums that are read only for a policy that has their limit; the others are facts of every refund. */
export const WATCHED_LIMITS = ['merchantDay', 'perStaffHour', 'perReasonHour', 'perReasonDay'] as const;
export type WatchedLimit = (typeof WATCHED_LIMITS)[number] & LimitName;
/** What was refunded before in the window of a limit, by its name; without the request that asks. */
export type WatchedSums = Readonly<Partial<Record<WatchedLimit, number>>>;

export type AmountLimits = Readonly<{
  merchantHour: number | null;
  merchantDay: number | null;
  perStaffHour: number | null;
  perStaffDay: number | null;
  perReasonHour: ReasonLimits;
  perReasonDay: ReasonLimits;
}>;
export type ReasonLimits = Readonly<Partial<Record<Reason, number>>>;

/** A limit that a refund passes: `used` is what was refunded before in its window, and this one. Minor units. */
export type LimitBreach = Readonly<{ limit: LimitName; max: number; used: number }>;

/** The limits whose sums have to be read before a request can be decided under this policy. */
export const watchedLimits = (limits: AmountLimits): readonly WatchedLimit[] =>
  WATCHED_LIMITS.filter((name) => {
    const limit = limits[name];
    return typeof limit === 'object' && limit !== null ? Object.keys(limit).length > 0 : limit !== null;
  });

type Asked = Readonly<{
  /** A member of staff asks; the limits of staff count for nobody else. */ staff: boolean;
  reason: string;
  payout: number;
  /** What was refunded before, by limit; a sum that nobody read breaks no limit. */
  before: Readonly<Partial<Record<LimitName, number>>>;
}>;

/** Every limit of amounts that a request passes when it is added to what was refunded before; in the order of `LIMITS`. */
export function passedLimits(limits: AmountLimits, { staff, reason, payout, before }: Asked): readonly LimitBreach[] {
  return LIMIT_NAMES.flatMap((limit) => {
    const max = maxOf(limits[limit], reason);
    const sum = before[limit];
    if (max === null || sum === undefined || (LIMITS[limit].of === 'staff' && !staff)) return [];
    return sum + payout > max ? [{ limit, max, used: sum + payout }] : [];
  });
}

/** A reason for which the policy names no amount has none. */
function maxOf(limit: number | null | ReasonLimits, reason: string): number | null {
  if (limit === null || typeof limit === 'number') return limit;
  const own = Object.entries(limit).find(([name]) => name === reason);
  return own?.[1] ?? null;
}
