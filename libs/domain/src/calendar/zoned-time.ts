import { DateTime, IANAZone } from 'luxon';

/** A day on a wall calendar, `2026-11-18`, without a zone. ISO order is time order. */
export type LocalDate = string;
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

// The only file that knows luxon. Its default zone is the process's, so every call names one.

/** True for a zone of the tz database (`Asia/Jerusalem`), false for offsets and inventions. */
export const isTimeZone = (zone: string): boolean => zone.includes('/') && IANAZone.isValidZone(zone);

/** The local date on which the instant falls in `zone`. Throws on a text that is no instant and on an unknown zone. */
export const localDate = (instant: string, zone: string): LocalDate => dateOf(at(instant, zone));

/** Minutes since local midnight, as the wall clock shows them. */
export function minuteOfDay(instant: string, zone: string): number {
  const moment = at(instant, zone);
  return moment.hour * 60 + moment.minute;
}

/** The first instant of a local day, in UTC to the second: midnight, or what follows it where the clock skips midnight. */
export function startOfDay(date: LocalDate, zone: string): string {
  const midnight = checked(DateTime.fromISO(date, { zone }), `${date} in ${zone}`).startOf('day');
  // Where a clock is set back from 1:00 to 0:00, midnight comes twice: the day began with the first.
  return utc(midnight.getPossibleOffsets().reduce((first, one) => (one < first ? one : first), midnight));
}

/** The first instant after a local day, in UTC: where "until the end of that day" ends. */
export const endOfDay = (date: LocalDate, zone: string): string => startOfDay(addDays(date, 1), zone);

/** The instant at which the wall clock of `zone` shows that minute of that day. */
export function instantAt(date: LocalDate, minute: number, zone: string): string {
  const day = checked(DateTime.fromISO(date, { zone }), `${date} in ${zone}`);
  return utc(day.set({ hour: Math.floor(minute / 60), minute: minute % 60 }));
}

export const addDays = (date: LocalDate, days: number): LocalDate => dateOf(plain(date).plus({ days }));
/** The same day number, or the last day of a shorter month. */
export const addMonths = (date: LocalDate, months: number): LocalDate => dateOf(plain(date).plus({ months }));
/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => plain(to).diff(plain(from), 'days').days;
export function weekdayOf(date: LocalDate): Weekday {
  const name = WEEKDAYS[plain(date).weekday - 1];
  if (name === undefined) throw new RangeError(`no weekday for ${date}`);
  return name;
}

/** `seconds` later, in UTC. */
export const addSeconds = (instant: string, seconds: number): string => utc(at(instant, 'utc').plus({ seconds }));
/** Whole seconds from `from` to `to`. */
export const secondsBetween = (from: string, to: string): number =>
  Math.floor(at(to, 'utc').diff(at(from, 'utc'), 'seconds').seconds);

const plain = (date: LocalDate): DateTime<true> => checked(DateTime.fromISO(date, { zone: 'utc' }), date);
const at = (instant: string, zone: string): DateTime<true> =>
  checked(DateTime.fromISO(instant, { zone }), `${instant} in ${zone}`);
const dateOf = (moment: DateTime<true>): LocalDate => moment.toISODate();
const utc = (moment: DateTime<true>): string => moment.toUTC().toISO({ suppressMilliseconds: true });

const isReal = (moment: DateTime): moment is DateTime<true> => moment.isValid;

function checked(moment: DateTime, what: string): DateTime<true> {
  if (!isReal(moment)) throw new RangeError(`not a time: ${what}`);
  return moment;
}
