import { DateTime, IANAZone } from 'luxon';
import { BoundedCache } from '../bounded-cache';
import { addDays, type LocalDate } from './local-date';

// The only file that knows luxon. Its default zone is the process's, so every call names one.

/** Reading a zone's rules is slow (some ten microseconds), and one decision asks for the same few instants many times. */
const localDates = new BoundedCache<LocalDate>(5_000);
const starts = new BoundedCache<string>(5_000);
const wallTimes = new BoundedCache<string>(5_000);

/** True for a zone of the tz database (`Asia/Jerusalem`), false for offsets and inventions. */
export const isTimeZone = (zone: string): boolean => zone.includes('/') && IANAZone.isValidZone(zone);

/** The local date on which the instant falls in `zone`. Throws on a text that is no instant and on an unknown zone. */
export function localDate(instant: string, zone: string): LocalDate {
  const known = MINUTE.exec(instant)?.[1] ?? instant;
  return localDates.get(`${zone} ${known}`, () => at(instant, zone).toISODate());
}
/** The minute of an instant in UTC. All of a minute falls on one day: since 1972 no zone is off by seconds or changes within a minute. */
const MINUTE = /^((?:20\d\d|19[89]\d)-\d\d-\d\dT\d\d:\d\d):[0-5]\d(?:\.\d{1,9})?Z$/;

/** Minutes since local midnight, as the wall clock shows them. */
export function minuteOfDay(instant: string, zone: string): number {
  const moment = at(instant, zone);
  return moment.hour * 60 + moment.minute;
}

/** The first instant of a local day, in UTC to the second: midnight, or what follows it where the clock skips midnight. */
export const startOfDay = (date: LocalDate, zone: string): string =>
  starts.get(`${zone} ${date}`, () => {
    const midnight = checked(DateTime.fromISO(date, { zone }), `${date} in ${zone}`).startOf('day');
    // Where a clock is set back from 1:00 to 0:00, midnight comes twice: the day began with the first.
    return utc(midnight.getPossibleOffsets().reduce((first, one) => (one < first ? one : first), midnight));
  });

/** The first instant after a local day, in UTC: where "until the end of that day" ends. */
export const endOfDay = (date: LocalDate, zone: string): string => startOfDay(addDays(date, 1), zone);

/** The instant at which the wall clock of `zone` shows that minute of that day. */
export const instantAt = (date: LocalDate, minute: number, zone: string): string =>
  wallTimes.get(`${zone} ${date} ${minute}`, () => {
    const day = checked(DateTime.fromISO(date, { zone }), `${date} in ${zone}`);
    return utc(day.set({ hour: Math.floor(minute / 60), minute: minute % 60 }));
  });

/** `seconds` later, in UTC. */
export const addSeconds = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString().replace('.000Z', 'Z');
/** Whole seconds from `from` to `to`. */
export const secondsBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 1000);

const at = (instant: string, zone: string): DateTime<true> =>
  checked(DateTime.fromISO(instant, { zone }), `${instant} in ${zone}`);
const utc = (moment: DateTime<true>): string => moment.toUTC().toISO({ suppressMilliseconds: true });

const isReal = (moment: DateTime): moment is DateTime<true> => moment.isValid;

function checked(moment: DateTime, what: string): DateTime<true> {
  if (!isReal(moment)) throw new RangeError(`not a time: ${what}`);
  return moment;
}
