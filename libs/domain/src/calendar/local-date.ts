/** A day on a wall calendar, `2026-11-18`, without a zone. ISO order is time order. */
export type LocalDate = string;
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const DAY = 86_400_000;
/** 1 January 1970, day 0, was a Thursday. */
const WEEKDAY_OF_DAY_0 = 3;

// Whole days are counted, not timed: no zone, no clock change, and cheap enough to walk over a calendar day by day.

export const addDays = (date: LocalDate, days: number): LocalDate => dateOf(dayNumber(date) + days);

/** The same day number, or the last day of a shorter month. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = partsOf(date);
  const first = Date.UTC(year, month - 1 + months, 1);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOf(first / DAY + Math.min(day, lastDay) - 1);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

export function weekdayOf(date: LocalDate): Weekday {
  const index = (((dayNumber(date) + WEEKDAY_OF_DAY_0) % 7) + 7) % 7;
  const name = WEEKDAYS[index];
  if (name === undefined) throw new RangeError(`no weekday for ${date}`);
  return name;
}

const dateOf = (day: number): LocalDate => new Date(day * DAY).toISOString().slice(0, 10);

function dayNumber(date: LocalDate): number {
  const [year, month, day] = partsOf(date);
  return Date.UTC(year, month - 1, day) / DAY;
}

function partsOf(date: LocalDate): readonly [year: number, month: number, day: number] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`not a local date: ${date}`);
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}
