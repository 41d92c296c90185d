import type { Locale } from '../sale/sale';
import { minorDigits } from './currency';
import type { Money } from './money';

/** The amount with a point: `123.45`, `-0.05`, JPY `123`, KWD `1.234`. Exact for every safe integer, for it only moves digits. */
export function decimalText({ amount, currency }: Money): `${number}` {
  const digits = minorDigits(currency);
  const sign = amount < 0 ? '-' : '';
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits);
  return `${sign}${whole}${digits > 0 ? `.${fraction}` : ''}` as `${number}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** The amount as people of that language write it, with direction marks where Hebrew needs them. The only maker of money text. */
export function formatMoney(money: Money, locale: Locale): string {
  return formatOf(money.currency, locale).format(decimalText(money));
}

function formatOf(currency: string, locale: Locale): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known) return known;

  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(locale === 'he' ? 'he-IL' : 'en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, format); // Bounded: two languages, the currencies of the table.
  return format;
}
