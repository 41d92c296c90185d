import type { Role } from '../access/principal';
import type { HoldReason } from '../transfer/transfer-status';

/** Who has to look at what waits, and within how many hours. `payBy` runs meanwhile as if nothing waited. */
export const HOLD_RULES: Readonly<Record<HoldReason, Readonly<{ owner: Role; hours: number }>>> = {
  dispute: { owner: 'finance', hours: 24 },
  kill_switch: { owner: 'finance', hours: 24 },
  breaker: { owner: 'finance', hours: 24 },
  gateway_paused: { owner: 'ops', hours: 4 },
};

export type Hold = Readonly<{ reason: HoldReason; since: string; owner: Role; dueAt: string }>;
/** A wait as people see it: since when, whose it is and when he has to have looked. */
export function holdOf(reason: HoldReason, since: string): Hold {
  const { owner, hours } = HOLD_RULES[reason];
  const sinceMs = Date.parse(since);
  const text = (ms: number): string => new Date(ms).toISOString();
  return { reason, since: text(sinceMs), owner, dueAt: text(sinceMs + hours * 3_600_000) };
}
