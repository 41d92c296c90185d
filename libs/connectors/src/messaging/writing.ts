import { formatMoney, type Locale, type Money } from '@zikui/domain';
import Handlebars, { type TemplateDelegate } from 'handlebars';
import { isolateCode, isolateText, markCode, oneLine, tame } from './isolate';

/** The three places a sentence is written to; each isolates the values in it by its own means. */
export type Place = 'html' | 'text' | 'subject';
type Wrap = Readonly<{ code: (value: string) => string; text: (value: string) => string }>;

const escape = (value: string): string => Handlebars.escapeExpression(value);
const WRAPS: Readonly<Record<Place, (locale: Locale) => Wrap>> = {
  html: () => ({
    code: (value) => `<bdi dir="ltr">${escape(tame(value))}</bdi>`,
    text: (value) => `<bdi>${escape(tame(value))}</bdi>`,
  }),
  text: () => ({ code: isolateCode, text: isolateText }),
  subject: (locale) => ({ code: locale === 'he' ? markCode : tame, text: tame }),
};

const DATES: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  he: new Intl.DateTimeFormat('he-IL', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};
/** A local date (ISO) in words; a month by its name is read the same everywhere. */
const dateText = (isoDate: string, locale: Locale): string =>
  DATES[locale].format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`));

export type Writing = Readonly<{
  /** Fills a sentence. Throws for a value that the message does not have: a gap must not reach a customer. */
  fill(sentence: string, values: object): string;
  code(value: string): string;
  text(value: string): string;
  amount(value: Money): string;
  date(isoDate: string): string;
}>;

function open(place: Place, locale: Locale): Writing {
  const { code, text } = WRAPS[place](locale);
  const amount = (value: Money): string => text(formatMoney(value, locale));
  const date = (value: string): string => text(dateText(value, locale));
  const handlebars = Handlebars.create();
  const safe =
    <T>(write: (value: T) => string) =>
    (value: T) =>
      new Handlebars.SafeString(write(value));
  handlebars.registerHelper({ code: safe(code), name: safe(text), amount: safe(amount), date: safe(date) });
  const compiled = new Map<string, TemplateDelegate>();
  return {
    code,
    text,
    amount,
    date,
    fill(sentence, values) {
      // Bounded: the sentences are constants of this folder.
      const known =
        compiled.get(sentence) ?? handlebars.compile(sentence, { strict: true, noEscape: place !== 'html' });
      compiled.set(sentence, known);
      return place === 'subject' ? oneLine(known(values)) : known(values).trim();
    },
  };
}

const opened = new Map<string, Writing>();
/** How sentences of that language are written to that place. Made once. */
export function writingOf(place: Place, locale: Locale): Writing {
  const key = `${place} ${locale}`;
  const writing = opened.get(key) ?? open(place, locale);
  opened.set(key, writing);
  return writing;
}
