import { isCurrency } from '../money/currency';
import { formatMoney } from '../money/format-money';
import type { Locale } from '../sale/sale';
import { ERROR_CATALOGUE } from './error-catalogue';
import type { ErrorCode } from './error-code';
import type { ErrorValues } from './refund-error';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * The sentence of a code in a language. Never throws: it is called while something already goes wrong, so a value that
 * is missing shows as a dash. Hebrew isolates each value, or ids and amounts inside it would change places.
 */
export function errorSentence(code: ErrorCode, values: ErrorValues, locale: Locale): string {
  return ERROR_CATALOGUE[code][locale].replace(/\{(\w+)\}/g, (_placeholder, name: string) => {
    const text = textOf(code, name, values, locale);
    return locale === 'he' ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text;
  });
}

function textOf(code: ErrorCode, name: string, values: ErrorValues, locale: Locale): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  const { currency } = values;
  const isAmount = ERROR_CATALOGUE[code].amounts?.includes(name) === true;
  if (isAmount && Number.isSafeInteger(value) && typeof currency === 'string' && isCurrency(currency))
    return formatMoney({ amount: Number(value), currency }, locale);
  return String(value ?? '-');
}
