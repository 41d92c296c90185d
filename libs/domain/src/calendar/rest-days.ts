import restDaysByYear from './holidays-by-year.json';
import { addDays, weekdayOf, type LocalDate, type Weekday } from './local-date';

/**
 * Public rest days per jurisdiction and year, as checked-in data (`holidays-by-year.json`: month-day, blank between).
 * Israel is recomputed from the Hebrew calendar by a test. The EU's were computed with the Python package
 * `holidays` 0.109: national holidays only, none of a single region. Election days are added by hand.
 */
const HOLIDAYS: ReadonlyMap<string, ReadonlySet<LocalDate>> = new Map(
  Object.entries(restDaysByYear).map(([name, years]) => [name, datesOf(years)]),
);
/** Days of every week on which nobody has to act. */
const WEEKLY_REST: Readonly<Record<'IL' | 'EU', readonly Weekday[]>> = { IL: ['sat'], EU: ['sat', 'sun'] };

/** Names that a working calendar may give as its `restDays`. */
export const REST_DAY_CALENDARS: readonly string[] = [...HOLIDAYS.keys()];

/** The last year of which the holidays of all these calendars are known: `2031`. */
export const restDaysKnownUntil = (calendars: readonly string[]): string =>
  calendars
    .map((name) => [...(HOLIDAYS.get(name) ?? [])].reduce((last, date) => (date > last ? date : last), '').slice(0, 4))
    .reduce((first, year) => (year < first ? year : first));

/** True on a public holiday of that jurisdiction. A year or a country without data has none. */
export const isHoliday = (jurisdiction: string, date: LocalDate): boolean =>
  HOLIDAYS.get(jurisdiction)?.has(date) ?? false;

/** True on a holiday or a weekly rest day, as the law of `jurisdiction` (`IL` or `EU-xx`) counts them. */
export const isRestDay = (jurisdiction: string, date: LocalDate): boolean =>
  WEEKLY_REST[jurisdiction === 'IL' ? 'IL' : 'EU'].includes(weekdayOf(date)) || isHoliday(jurisdiction, date);

/** The date itself, or the next one that is no rest day. */
export function rolledForward(jurisdiction: string, date: LocalDate): LocalDate {
  let day = date;
  while (isRestDay(jurisdiction, day)) day = addDays(day, 1);
  return day;
}

/** The `count`-th day that is no rest day, after `date` (or before it, with a negative count); `date` is not counted. */
export function countedDaysFrom(jurisdiction: string, date: LocalDate, count: number): LocalDate {
  let day = date;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, Math.sign(count));
    if (!isRestDay(jurisdiction, day)) left -= 1;
  }
  return day;
}

function datesOf(years: Readonly<Record<string, string>>): ReadonlySet<LocalDate> {
  return new Set(Object.entries(years).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)));
}
