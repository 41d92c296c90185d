import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FORMS = /_(one|two|other)$/;
type Texts = Readonly<{ [key: string]: string | Texts }>;

const flat = (texts: Texts, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${before}${key}`, value] as const] : flat(value, `${before}${key}.`),
  );
const read = (locale: string, file: string): readonly (readonly [string, string])[] =>
  flat(JSON.parse(readFileSync(path.join(__dirname, locale, file), 'utf8')) as Texts);
/** A text with its placeholders, whichever plural form says it. */
const asked = (texts: readonly (readonly [string, string])[]): readonly string[] => [
  ...new Set(
    texts
      .filter(([key]) => !/_(one|two)$/.test(key))
      .map(
        ([key, text]) =>
          `${key.replace(FORMS, '')} ${[...text.matchAll(/\{\{(\w+)\}\}/g)]
            .map(([, name]) => name)
            .sort()
            .join(' ')}`,
      ),
  ),
];

const files = readdirSync(path.join(__dirname, 'en'));

describe('the texts of the console', () => {
  it('are there in both languages', () => {
    expect(readdirSync(path.join(__dirname, 'he'))).toEqual(files);
  });

  it.each(files)('have the same keys and placeholders in %s', (file) => {
    expect(asked(read('he', file)).toSorted()).toEqual(asked(read('en', file)).toSorted());
  });

  it.each(files)('have every plural form of their language in %s', (file) => {
    const formsOf = (locale: string): Readonly<Record<string, readonly string[]>> => {
      const forms: Record<string, string[]> = {};
      for (const [key] of read(locale, file)) {
        const form = FORMS.exec(key)?.[1];
        if (form !== undefined) (forms[key.replace(FORMS, '')] ??= []).push(form);
      }
      return forms;
    };
    for (const forms of Object.values(formsOf('en'))) expect(forms).toEqual(['one', 'other']);
    for (const forms of Object.values(formsOf('he'))) expect(forms).toEqual(['one', 'two', 'other']);
  });

  it.each(files)('are written in Hebrew letters where they are Hebrew, in %s', (file) => {
    const latin = read('he', file).filter(([key, text]) => !/[א-ת]/.test(text) && key !== 'language.other');
    expect(latin).toEqual([]);
  });
});
