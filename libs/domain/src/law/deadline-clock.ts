import { addDays, daysBetween, type LocalDate } from '../calendar/local-date';
import { endOfDay, localDate, startOfDay } from '../calendar/zoned-time';

/** So many local days before `payBy` the merchant is warned (domain.md section 6), most first. */
const WARNING_DAYS = [5, 2, 1] as const;

/** What the clock of a refund that is not paid yet tells. `daysLeft` are local days, 0 on the last day. */
export type ClockNews = Readonly<{ kind: 'pay_by_near'; daysLeft: number } | { kind: 'pay_by_missed' }>;
type ClockReading = Readonly<{
  /** Null before the first warning. */ news: ClockNews | null;
  /** When the clock speaks next, in UTC; null after the miss. */ next: string | null;
}>;

/** A legal date to pay by, in the consumer's zone. */
type PayBy = Readonly<{ payBy: LocalDate; timeZone: string }>;

/** The first instant after the last day on which the money is in time, in UTC. */
export const payEndsAt = ({ payBy, timeZone }: PayBy): string => endOfDay(payBy, timeZone);

/** When the clock speaks for the first time. */
export const firstWarningAt = (clock: PayBy): string => warningAt(clock, WARNING_DAYS[0]);

/**
 * What the clock says at `now`, of a refund whose money is not back. A clock that nobody looked at for days says what is
 * true now, once, and not what it would have said in between.
 */
export function readClock({ payBy, timeZone }: PayBy, now: string): ClockReading {
  const clock = { payBy, timeZone };
  const daysLeft = daysBetween(localDate(now, timeZone), payBy);
  if (daysLeft < 0) return { news: { kind: 'pay_by_missed' }, next: null };
  const [first] = WARNING_DAYS;
  if (daysLeft > first) return { news: null, next: warningAt(clock, first) };
  const nextDays = WARNING_DAYS.find((days) => days < daysLeft);
  const next = nextDays === undefined ? payEndsAt(clock) : warningAt(clock, nextDays);
  return { news: { kind: 'pay_by_near', daysLeft }, next };
}

const warningAt = ({ payBy, timeZone }: PayBy, days: number): string => startOfDay(addDays(payBy, -days), timeZone);
