import type { Breach } from './field-rules';

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const DAY_MS = 86_400_000;
const EARLIEST_MS = 0;
const LATEST_MS = Date.UTC(2200, 0, 1);

/** A time of something that may lie ahead, such as a service that was booked. */
export function instantBreach(value: unknown): Breach | null {
  const at = instantMs(value);
  return at !== null && at >= EARLIEST_MS && at < LATEST_MS ? null : { code: 'invalid_field', rule: 'instant' };
}

/** A time of something that has happened. A day of grace, because the clocks of two companies differ. */
export function pastInstantBreach(value: unknown): Breach | null {
  const at = instantMs(value);
  if (at === null) return { code: 'invalid_field', rule: 'instant' };
  return at >= EARLIEST_MS && at <= Date.now() + DAY_MS ? null : { code: 'invalid_field', rule: 'instant_not_past' };
}

/** A day on a wall calendar, from 1970 to 2199. */
export const dayBreach = (value: unknown): Breach | null =>
  typeof value === 'string' && instantBreach(`${value}T00:00:00Z`) === null
    ? null
    : { code: 'invalid_field', rule: 'day' };

/** `Date` alone would read the 30th of February as a day in March. */
function instantMs(value: unknown): number | null {
  const parts = typeof value === 'string' ? RFC_3339.exec(value) : null;
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  if ((hour ?? 24) > 23 || (minute ?? 60) > 59 || (second ?? 60) > 59) return null;
  return Date.parse(String(value));
}
