/** Bad values by class, as they would stand in a JSON text. Some are good for some fields; none may ever be more than refused. */
export const BAD_VALUES: Readonly<Record<string, string>> = {
  null: 'null',
  true: 'true',
  zero: '0',
  'negative zero': '-0',
  negative: '-1',
  fraction: '1.5',
  'whole fraction': '1.0',
  exponent: '1e3',
  'above the safe integers': '9007199254740992',
  'beyond a double': '1e999',
  'rounded by a parser': '100.00000000000000001',
  'number as text': '"100"',
  'empty text': '""',
  blank: '" "',
  'long text': `"${'x'.repeat(5_000)}"`,
  'NUL character': '"a\\u0000b"',
  'control character': '"a\\u001bb"',
  'lone surrogate': '"a\\ud800b"',
  'direction override': '"a\\u202eb"',
  'not composed': '"e\\u0301"',
  'private use': '"\\ue000"',
  'card number': '"4111 1111 1111 1111"',
  'full-width card number': '"４１１１１１１１１１１１１１１１"',
  markup: '"<script>alert(1)</script>"',
  quotation: '"\'; DROP TABLE refund; --"',
  path: '"../../etc/passwd"',
  'line break': '"a\\r\\nBcc: b@c.de"',
  'empty list': '[]',
  'list of lists': '[[{"ref":"l1","quantity":1}]]',
  'list of null': '[null]',
  'empty object': '{}',
  'object with a method': '{"toString":1,"then":2,"toJSON":3}',
  'year that is none': '"2026-02-30T10:00:00Z"',
  'far future': '"9999-01-01T00:00:00Z"',
};

type Node = Readonly<Record<string, unknown>>;
export type Place = readonly (string | number)[];

/** Every place of a body: each field, each item of a list, and what is inside them. */
export function placesOf(value: unknown, place: Place = []): Place[] {
  const own = place.length === 0 ? [] : [place];
  if (typeof value !== 'object' || value === null) return own;
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...(value as readonly unknown[]).entries()]
    : Object.entries(value);
  return [...own, ...entries.flatMap(([step, child]) => placesOf(child, [...place, step]))];
}

const MARK = '@@';
/** The body as text, with `raw` in the place. */
export function withRaw(body: unknown, place: Place, raw: string): string {
  return JSON.stringify(replaced(body, place, MARK)).replace(`"${MARK}"`, () => raw);
}
/** The body without what stands in the place. */
export const without = (body: unknown, place: Place): string => JSON.stringify(replaced(body, place, undefined));
/** The body with one field more in that object. */
export const withUnknown = (body: unknown, place: Place): string =>
  JSON.stringify(replaced(body, [...place, 'surprise'], 1));

function replaced(value: unknown, [step, ...rest]: Place, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    const items = [...(value as readonly unknown[])];
    items[Number(step)] = replaced(items[Number(step)], rest, by);
    return items.filter((item) => item !== undefined);
  }
  return { ...(value as Node), [step]: replaced((value as Node)[step], rest, by) };
}
