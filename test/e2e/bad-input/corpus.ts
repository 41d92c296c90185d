/** As much of JSON Schema as the API's own description uses. */
export type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  example?: unknown;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
}>;
export type Schemas = Readonly<Record<string, Schema>>;
type Place = readonly (string | number)[];
/** A body with one wrong value, as text, and where it stands. */
export type BadBody = Readonly<{ text: string; pointer: string; kind: string }>;
type Kind = 'text' | 'integer' | 'flag' | 'object' | 'list' | 'map';

/** Longer than any text may be, and shorter than a body. */
const LONG = `"${'x'.repeat(10_000)}"`;
const CARD = '"4111111111111111"';
const NO_TEXT = ['null', '5', 'true', '[]', '{}', '1.5'];
const BROKEN_TEXT = [
  '"a\\u0000b"',
  '"a\\u001bb"',
  '"a\\ud800b"',
  '"a\\u202eb"',
  '"e\\u0301"',
  '"\\ue000"',
  CARD,
  '"４１１１１１１１１１１１１１１１"',
  '"4111 1111-1111 1111"',
];
/** For each kind of field values that none of that kind may ever hold, at least twelve, as they stand in JSON. */
const WRONG: Readonly<Record<Kind, readonly string[]>> = {
  text: ['""', LONG, ...NO_TEXT, ...BROKEN_TEXT],
  integer: [
    'null',
    '"5"',
    'true',
    '[]',
    '{}',
    '1.5',
    '1.0',
    '1e3',
    '-1.5',
    '9007199254740992',
    '1e999',
    '100.00000000000000001',
    '""',
    CARD,
  ],
  flag: ['null', '0', '1', '-1', '1.5', '""', '"true"', '"false"', '[]', '{}', CARD, '"a\\u0000b"', LONG],
  object: [
    'null',
    '5',
    'true',
    '1.5',
    '""',
    '"text"',
    '[]',
    '[[]]',
    '[null]',
    CARD,
    LONG,
    '"a\\ud800b"',
    '{"surprise":1}',
  ],
  list: [
    'null',
    '5',
    'true',
    '1.5',
    '""',
    '"text"',
    '{}',
    '[null]',
    '[[]]',
    '[5]',
    '[true]',
    '[{}]',
    CARD,
    `[${Array(501).fill('1').join()}]`,
  ],
  map: [
    'null',
    '5',
    'true',
    '1.5',
    '""',
    '[]',
    '[null]',
    '{"a":5}',
    '{"a":null}',
    '{"a":{}}',
    '{"a":"a\\u0000b"}',
    `{"a":${CARD}}`,
    `{"a":${LONG}}`,
  ],
};
const TOO_SMALL = 'too small';

/** Every field of a body, each with every wrong value of its kind. */
export function worsened(schema: Schema, schemas: Schemas): readonly BadBody[] {
  const whole = sampleOf(schema, schemas);
  return placesOf(schema, schemas, []).flatMap(({ place, at }) => {
    const kind = kindOf(at);
    const pointer = place.map((step) => `/${String(step)}`).join('');
    const wrong = WRONG[kind].filter((raw) => raw !== 'null' || !mayBeNull(at.given, schemas));
    const small = at.inner.minimum === undefined ? [] : [String(at.inner.minimum - 1)];
    return [
      ...wrong.map((raw) => ({ text: withRaw(whole, place, raw), pointer, kind: `${kind} ${raw.slice(0, 20)}` })),
      ...small.map((raw) => ({ text: withRaw(whole, place, raw), pointer, kind: `${kind} ${TOO_SMALL}` })),
    ];
  });
}

/** A body that is as right as its description can tell. */
export const wholeBody = (schema: Schema, schemas: Schemas): unknown => right(sampleOf(schema, schemas));

type Node = Readonly<{ given: Schema; inner: Schema }>;
const nodeOf = (given: Schema, schemas: Schemas): Node => ({ given, inner: innerOf(given, schemas) });

/** The schema itself behind references, and the first of several that is not null. */
function innerOf(schema: Schema, schemas: Schemas): Schema {
  const { $ref, oneOf, allOf } = schema;
  if ($ref !== undefined) return innerOf(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  const some = (oneOf ?? allOf)?.find(({ type }) => type !== 'null');
  return some
    ? { ...innerOf(some, schemas), ...(schema.example !== undefined && { example: schema.example }) }
    : schema;
}

const typesOf = ({ type = [] }: Schema): readonly string[] => (typeof type === 'string' ? [type] : type);
const mayBeNull = (schema: Schema, schemas: Schemas): boolean =>
  typesOf(schema).includes('null') ||
  schema.enum?.includes(null) === true ||
  (schema.oneOf ?? []).some((one) => mayBeNull(one, schemas));

function kindOf({ inner }: Node): Kind {
  const types = typesOf(inner);
  if (types.includes('array')) return 'list';
  if (types.includes('object')) return inner.properties ? 'object' : 'map';
  if (types.includes('integer') || types.includes('number')) return 'integer';
  return types.includes('boolean') ? 'flag' : 'text';
}

function placesOf(schema: Schema, schemas: Schemas, place: Place): readonly Readonly<{ place: Place; at: Node }>[] {
  const at = nodeOf(schema, schemas);
  const own = place.length === 0 ? [] : [{ place, at }];
  const fields = Object.entries(at.inner.properties ?? {});
  const inside = fields.flatMap(([name, field]) => placesOf(field, schemas, [...place, name]));
  const item = at.inner.items === undefined ? [] : placesOf(at.inner.items, schemas, [...place, 0]);
  return [...own, ...inside, ...item];
}

function sampleOf(schema: Schema, schemas: Schemas): unknown {
  const at = nodeOf(schema, schemas);
  const { inner } = at;
  const kind = kindOf(at);
  if (kind === 'object')
    return Object.fromEntries(
      Object.entries(inner.properties ?? {}).map(([name, one]) => [name, sampleOf(one, schemas)]),
    );
  if (kind === 'list') return [sampleOf(inner.items ?? {}, schemas)];
  if (inner.example !== undefined && (kind !== 'map' || typeof inner.example === 'object')) return inner.example;
  if (kind === 'map') return { a: 'b' };
  if (kind === 'flag') return false;
  if (kind === 'integer') return Math.max(inner.minimum ?? 1, 1);
  return inner.enum?.find((one) => one !== null) ?? textOf(inner);
}

function textOf({ pattern = '', format }: Schema): string {
  const id = /^\^(\w+_)\[0-9a-f\]\{32\}\$$/.exec(pattern)?.[1];
  if (id !== undefined) return `${id}${'0'.repeat(32)}`;
  if (pattern.includes('{64}') && pattern.startsWith('^[0-9a-f]')) return '0'.repeat(64);
  if (format === 'date-time') return '2026-11-01T10:00:00Z';
  if (format === 'date') return '2026-11-01';
  return format === 'email' ? 'noa@example.com' : 'a-1';
}

/** What the description cannot say: an object holds exactly one of these. */
const ONE_OF: readonly (readonly [usual: string, other: string])[] = [['quantity', 'amount']];
const withoutOther = (fields: Readonly<Record<string, unknown>>, wanted: string): Record<string, unknown> => {
  const dropped = ONE_OF.filter(([usual, other]) => usual in fields && other in fields).map(([usual, other]) =>
    wanted === other ? usual : other,
  );
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !dropped.includes(name)));
};

const MARK = '@@';
const withRaw = (body: unknown, place: Place, raw: string): string =>
  JSON.stringify(replaced(body, place)).replace(`"${MARK}"`, () => raw);
function replaced(value: unknown, [step, ...rest]: Place): unknown {
  if (step === undefined) return MARK;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? replaced(item, rest) : right(item)));
  const fields = withoutOther(value as Readonly<Record<string, unknown>>, String(step));
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, name === step ? replaced(field, rest) : right(field)]),
  );
}
/** The same value, with one of what excludes each other. */
function right(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(right);
  if (typeof value !== 'object' || value === null) return value;
  const fields = withoutOther(value as Readonly<Record<string, unknown>>, '');
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, right(field)]));
}
