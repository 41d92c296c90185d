import type { WorkingCalendar } from '../policy/policy';
import { isHoliday } from './rest-days';
import { addDays, weekdayOf, type LocalDate } from './local-date';
import { addSeconds, instantAt, localDate, secondsBetween } from './zoned-time';

/** More days than this without a working hour means that the calendar has none. */
const MOST_DAYS = 3_650;
const HOUR = 3_600;

/**
 * The instant at which `hours` working hours have passed since `from`: what is outside of `calendar`'s days and hours, and
 * its rest days, does not count (Friday evening in Israel: the clock goes on on Sunday). Throws on a calendar without hours.
 */
export function addWorkingHours(from: string, hours: number, calendar: WorkingCalendar): string {
  let left = Math.round(hours * HOUR);
  let day = localDate(from, calendar.zone);
  for (let count = 0; count < MOST_DAYS; count += 1, day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue;
    const opens = instantAt(day, minutesOf(calendar.from), calendar.zone);
    const closes = instantAt(day, minutesOf(calendar.to), calendar.zone);
    const start = secondsBetween(opens, from) > 0 ? from : opens;
    const open = Math.max(0, secondsBetween(start, closes));
    if (left <= open) return addSeconds(start, left);
    left -= open;
  }
  throw new RangeError(`the working calendar has no hours: ${calendar.days.join(' ')} ${calendar.from}-${calendar.to}`);
}

const isWorkingDay = (day: LocalDate, calendar: WorkingCalendar): boolean =>
  calendar.days.includes(weekdayOf(day)) && !(calendar.restDays !== null && isHoliday(calendar.restDays, day));

/** Minutes since midnight of `09:00`; `24:00` is the end of the day. */
export function minutesOf(wallTime: string): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(wallTime);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes <= 1_440)) throw new RangeError(`not a time of day: ${wallTime}`);
  return minutes;
}
