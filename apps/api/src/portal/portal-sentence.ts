import {
  formatDay,
  formatMoney,
  isolatedParts,
  type LocalDate,
  type Locale,
  type Money,
  type Sentence,
} from '@zikui/domain';
import Handlebars from 'handlebars';

/** Ready for the page: escaped, and with every value isolated from the direction of what stands around it. */
export type Html = Handlebars.SafeString;
const ready = (html: string): Html => new Handlebars.SafeString(html);
const escape = (text: string): string => Handlebars.escapeExpression(text);

const SIGNS: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&#x60;': '`', '&#x3D;': '=', '&amp;': '&' },
};
/** The same for where no page is: without isolates and escapes. */
export const plain = (html: Html): string =>
  html
    .toString()
    .replace(/<\/?bdi[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp|#x27|#x60|#x3D);/g, (sign) => SIGNS[sign] ?? sign);

/** An amount, a date, a name: in the direction of its own first letter. */
export const isolated = (text: string): Html => ready(`<bdi>${escape(text)}</bdi>`);
/** An id, a code, an address: always left to right. */
export const code = (text: string): Html => ready(`<bdi dir="ltr">${escape(text)}</bdi>`);
export const amount = (money: Money, locale: Locale): Html => isolated(formatMoney(money, locale));
export const day = (date: LocalDate, locale: Locale): Html => isolated(formatDay(date, locale));

/** The sentence with its values in their places. A value that is not there is a defect: it must not reach a customer. */
export function sentence(text: Sentence, locale: Locale, values: Readonly<Record<string, Html | number>> = {}): Html {
  const parts = text[locale].split(/\{(\w+)\}/);
  return ready(parts.map((part, index) => (index % 2 === 0 ? escape(part) : written(values[part], part))).join(''));
}

function written(value: Html | number | undefined, name: string): string {
  if (value === undefined) throw new Error(`the page has no ${name}`);
  return typeof value === 'number' ? `<bdi>${String(value)}</bdi>` : value.toString();
}

/** A whole text that was written elsewhere: its numbers, amounts, dates and ids are isolated in it. */
export const wordsIsolated = (text: string): Html =>
  ready(
    isolatedParts(text)
      .map((part) => (part.isValue ? `<bdi>${escape(part.text)}</bdi>` : escape(part.text)))
      .join(''),
  );
