import type { Locale } from '@zikui/domain/shown';
import { serverNow } from '../api/server-clock';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Lists tell how long until, or since, up to two days; further off, the day. */
const RELATIVE_MS = 2 * DAY_MS;

export type Distance = Readonly<{ key: 'minutes' | 'hours' | 'days'; count: number; isPast: boolean }>;

/** How far an instant is off, in its largest whole unit; always at least one minute. */
export function distanceTo(instant: string, now = serverNow()): Distance {
  const offMs = Date.parse(instant) - now;
  const [size, isPast] = [Math.abs(offMs), offMs < 0];
  if (size >= DAY_MS) return { key: 'days', count: Math.floor(size / DAY_MS), isPast };
  if (size >= HOUR_MS) return { key: 'hours', count: Math.floor(size / HOUR_MS), isPast };
  return { key: 'minutes', count: Math.max(1, Math.floor(size / 60_000)), isPast };
}

/** How far off an instant is while that is within two days, as the name of its text and the count: `ago.hours 3`; else empty. */
export function nearness(instant: string, now = serverNow()): string {
  if (Math.abs(Date.parse(instant) - now) >= RELATIVE_MS) return '';
  const { key, count, isPast } = distanceTo(instant, now);
  return `${isPast ? 'ago' : 'in'}.${key} ${count}`;
}

/** Whole days from today to a date, by the calendar of `zone`: 0 is today, negative is over. */
export function daysUntil(date: string, zone: string, now = serverNow()): number {
  const today = formatOf('en-CA', { timeZone: zone }).format(now);
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** To make one costs a hundred times what using it does, and a list writes dozens of instants. Bounded: a page has few zones. */
function formatOf(tag: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(style)}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(tag, style);
  formats.set(key, format);
  return format;
}

/** Where this machine stands. */
export const OWN_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const LOCALES = { he: 'he-IL', en: 'en-GB' } as const;

/** `18 Nov 2026`, `18 בנוב׳ 2026`: a date without an hour. */
export const dateText = (date: string, locale: Locale): string =>
  formatOf(LOCALES[locale], { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

/** The instant by the wall clock of `zone`. */
export const instantText = (instant: string, locale: Locale, zone: string): string =>
  formatOf(LOCALES[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(Date.parse(instant));

/** The instant by each of the clocks, each once: what two people in two places may have to agree on. */
export const clocksText = (instant: string, locale: Locale, zones: readonly string[]): string =>
  [...new Set([...zones, 'UTC'])].map((zone) => `${instantText(instant, locale, zone)} (${zone})`).join('\n');
