import type { LocalDate } from '../calendar/local-date';
import { localDate, minuteOfDay } from '../calendar/zoned-time';
import { isCurrency } from '../money/currency';
import { formatMoney } from '../money/format-money';
import type { Sentence } from '../policy/policy';
import type { Locale } from '../sale/sale';

export type SentenceValue = string | number | boolean | null | undefined;
/** Fills the placeholders of a sentence. Amounts are minor units of `currency`. */
export type SentenceValues = Readonly<Record<string, SentenceValue>>;
/** How a value is written: `{payout:money}`, `{dueAt:time}`; a value without a form is written as it is. */
export type ValueForm = 'money' | 'time' | 'day' | 'share';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MISSING = '-';

/** `18.11.2026` or `18 Nov 2026`. */
export function formatDay(date: LocalDate, locale: Locale): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return locale === 'he' ? `${day}.${month}.${year}` : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `18.11.2026 09:00` or `18 Nov 2026 09:00`, by the wall clock of `zone`. */
export function formatTime(instant: string, zone: string, locale: Locale): string {
  const minutes = minuteOfDay(instant, zone);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${formatDay(localDate(instant, zone), locale)} ${clock}`;
}

/** Basis points as people say them: `5%`, `2.5%`. */
export const formatShare = (bps: number): string => `${bps / 100}%`;

/** The sentence in both languages. As `fillIn` for each. */
export const fillSentence = (sentence: Sentence, values: SentenceValues, zone?: string): Sentence => ({
  he: fillIn('he', sentence, values, zone),
  en: fillIn('en', sentence, values, zone),
});

/** The sentence in one language, its placeholders filled in; what is not known becomes a dash, so that a text never breaks a page. */
export const fillIn = (locale: Locale, sentence: Sentence, values: SentenceValues, zone = 'Etc/UTC'): string =>
  sentence[locale].replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, form?: string) =>
    written(values[name], form, values, zone, locale),
  );

function written(
  value: SentenceValue,
  form: string | undefined,
  values: SentenceValues,
  zone: string,
  locale: Locale,
): string {
  if (value === null || value === undefined || value === '') return MISSING;
  const { currency } = values;
  if (form === 'money' && typeof value === 'number' && typeof currency === 'string' && isCurrency(currency))
    return formatMoney({ amount: value, currency }, locale);
  if (form === 'time' && typeof value === 'string') return formatTime(value, zone, locale);
  if (form === 'day' && typeof value === 'string') return formatDay(value, locale);
  if (form === 'share' && typeof value === 'number') return formatShare(value);
  return String(value);
}
