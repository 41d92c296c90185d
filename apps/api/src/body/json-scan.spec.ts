import fc from 'fast-check';
import { RefundError } from '@zikui/domain';
import { JSON_LIMITS, scanJson } from './json-scan';
import { readJson } from './read-json';

const refusal = (text: string): string | undefined => {
  try {
    scanJson(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof RefundError)) throw error;
    return `${error.code} ${error.faults[0]?.pointer ?? ''} ${error.faults[0]?.detail ?? ''}`;
  }
};
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const read = (text: string): unknown => readJson(Buffer.from(text));

describe('the scan before parsing', () => {
  it('refuses the second of two equal names, however they are written', () => {
    expect(refusal('{"a":1,"b":{"c":1,"c":2}}')).toBe('invalid_json /b/c duplicate_key');
    expect(refusal('{"a":1,"\\u0061":2}')).toBe('invalid_json /a duplicate_key');
    expect(refusal('[{"a":1},{"a":2}]')).toBeUndefined();
    expect(refusal('{"a":"a","b":["a","a"]}')).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])('refuses the name %s', (name) =>
    expect(refusal(`{"lines":[{},{"${name}":{}}]}`)).toMatch(/^invalid_json \/lines\/1\/\S+ forbidden_key$/),
  );

  it('refuses depth before the parser would overflow', () => {
    expect(refusal(nested(JSON_LIMITS.depth))).toBeUndefined();
    expect(refusal(nested(JSON_LIMITS.depth + 1))).toContain('too_deep 20');
    expect(refusal(nested(50_000))).toContain('too_deep');
    expect(refusal('{"a":'.repeat(50_000))).toContain('too_deep');
  });

  it('refuses long lists where they stand, and bodies of too many names', () => {
    const list = (length: number): string => `{"lines":[${Array(length).fill('1').join(',')}]}`;
    expect(refusal(list(500))).toBeUndefined();
    expect(refusal(list(501))).toBe('invalid_request /lines/500 list_too_long 500');
    const names = Array.from({ length: JSON_LIMITS.keys + 1 }, (_, no) => `"n${String(no)}":1`);
    expect(refusal(`{${names.join(',')}}`)).toContain('too_many_keys');
  });

  it('points at numbers that are no plain exact integers', () => {
    const text = '{"a":[1,2.0,{"b":1e3}],"c":9007199254740992,"d":-0,"e":-5,"f":"1.5","g":0}';
    expect(scanJson(text)).toEqual([['a', 1], ['a', 2, 'b'], ['c'], ['d']]);
  });

  it('does not echo names that could be a card number or are long', () => {
    expect(refusal('{"4111111111111111":{"a":1,"a":1}}')).toBe('invalid_json /?/a duplicate_key');
    expect(refusal(`{"${'x'.repeat(65)}":{"a":1,"a":1}}`)).toBe('invalid_json /?/a duplicate_key');
  });

  it('never fails on text that is no JSON: the parser says so', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', '-', '0', 'e', '.', 'a', ' ') }),
        (text) => {
          const said = refusal(text);
          return said === undefined || /^invalid_/.test(said);
        },
      ),
    ));
});

describe('reading a body', () => {
  const plain = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.maxSafeInteger(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(
        fc.string().filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name)),
        tie('value'),
        { maxKeys: 5, noNullPrototype: true },
      ),
    ),
  })).value;

  it('gives what JSON.parse gives for everything that is plain', () =>
    fc.assert(
      fc.property(plain, (value) => {
        const text = JSON.stringify(value);
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    ));

  it('makes NaN of every other number, so that each field refuses it in its own words', () => {
    expect(read('{"lines":[{"quantity":1.0}],"x":1e2}')).toEqual({ lines: [{ quantity: Number.NaN }], x: Number.NaN });
    expect(read('100.00000000000000001')).toBeNaN();
  });

  it.each(['', '{', '{"a":}', '\ufeff{}', '{} {}', "{'a':1}", '{"a":01}', 'undefined', '{"a":1,}'])(
    'refuses %j',
    (text) => expect(() => read(text)).toThrow(RefundError),
  );

  it('refuses bytes that are no UTF-8 instead of replacing them', () =>
    expect(() => readJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow(RefundError));

  it('does not quote the text in its error', () => expect(() => read('{"secret-4111": x}')).toThrow(/^(?!.*4111)/));
});
