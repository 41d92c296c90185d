import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { placeOf, sourcesOfConsole, textCalls, TEXTS, walk, type Source, type TextCall } from './read-sources.builder';

type Texts = Readonly<{ [key: string]: string | Texts }>;
const LOCALES = ['he', 'en'] as const;
const PLURAL = /_(?:one|two|other)$/;

const flat = (texts: Texts, before = ''): readonly string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}${key}`.replace(PLURAL, '')] : flat(value, `${before}${key}.`),
  );
const keysOf = (locale: string, feature: string): ReadonlySet<string> =>
  new Set(flat(JSON.parse(readFileSync(path.join(TEXTS, locale, `${feature}.json`), 'utf8')) as Texts));
const FEATURES = readdirSync(path.join(TEXTS, 'en')).map((file) => file.replace('.json', ''));
const KEYS = Object.fromEntries(
  LOCALES.map((locale) => [locale, new Map(FEATURES.map((one) => [one, keysOf(locale, one)]))]),
);

/** What a call may ask for: whole keys, patterns of keys made at runtime, and whether something else decides. */
type Asked = Readonly<{ whole: readonly string[]; patterns: readonly RegExp[]; isHandedIn: boolean }>;
const NOTHING: Asked = { whole: [], patterns: [], isHandedIn: false };
const both = (one: Asked, other: Asked): Asked => ({
  whole: [...one.whole, ...other.whole],
  patterns: [...one.patterns, ...other.patterns],
  isHandedIn: one.isHandedIn || other.isHandedIn,
});

function askedBy(key: ts.Expression | undefined): Asked {
  if (!key) return NOTHING;
  if (ts.isStringLiteralLike(key)) return { ...NOTHING, whole: [key.text] };
  if (ts.isParenthesizedExpression(key)) return askedBy(key.expression);
  if (ts.isConditionalExpression(key)) return both(askedBy(key.whenTrue), askedBy(key.whenFalse));
  if (!ts.isTemplateExpression(key)) return { ...NOTHING, isHandedIn: true };
  const parts = [key.head.text, ...key.templateSpans.map(({ literal }) => literal.text)].map((part) =>
    part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return { ...NOTHING, patterns: [new RegExp(`^${parts.join('.+')}$`)] };
}

const sources = sourcesOfConsole();
const calls = sources.flatMap(textCalls).map((text) => ({ ...text, asked: askedBy(text.call.arguments[0]) }));
/** Keys that are handed on stand as texts in the sources. */
const written = new Set(sources.flatMap(textsIn));

function textsIn({ tree }: Source): readonly string[] {
  const texts: string[] = [];
  walk(tree, (node) => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
  });
  return texts;
}
/** A call whose feature is handed in may mean any. */
const featuresOf = ({ feature }: TextCall): readonly string[] => (feature === null ? FEATURES : [feature]);
const known = (locale: string, call: TextCall, fits: (key: string) => boolean): boolean =>
  featuresOf(call).some((feature) => [...(KEYS[locale]?.get(feature) ?? [])].some(fits));

function isAsked(feature: string, key: string): boolean {
  const own = calls.filter((text) => featuresOf(text).includes(feature));
  if (written.has(key) && own.some(({ asked }) => asked.isHandedIn)) return true;
  return own.some(({ asked }) => asked.whole.includes(key) || asked.patterns.some((pattern) => pattern.test(key)));
}

describe('the texts of the console', () => {
  it.each(LOCALES)('are there for every key that is asked for, in %s', (locale) => {
    const missing = calls.flatMap((text) => {
      const { whole, patterns } = text.asked;
      const at = placeOf(text.source, text.call);
      return [
        ...whole.filter((key) => !known(locale, text, (one) => one === key)).map((key) => `${at} ${key}`),
        ...patterns
          .filter((pattern) => !known(locale, text, (one) => pattern.test(one)))
          .map((one) => `${at} ${one.source}`),
      ];
    });
    expect(missing).toEqual([]);
  });

  it.each(FEATURES)('are all asked for by something, in %s', (feature) => {
    const unused = [...(KEYS['en']?.get(feature) ?? []), 'planted.unused'].filter((key) => !isAsked(feature, key));
    expect(unused).toEqual(['planted.unused']);
  });

  it('are found in the sources at all', () => expect(calls.length).toBeGreaterThan(200));
});
