import { invariant } from '../invariant';

/**
 * The one text of a JSON value (RFC 8785): members sorted by UTF-16 code units, no white space. Two values that mean the
 * same give the same text, whatever the order in which they were built, so its hash can name them. Members that are
 * `undefined` are left out. Throws on what JSON cannot hold: functions, bigint, NaN, dates, maps.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    invariant(Number.isFinite(value), `JSON holds finite numbers, got ${value}`);
    return JSON.stringify(value); // ECMAScript's number text is the one that RFC 8785 asks for.
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;

  invariant(isRecord(value), `JSON holds plain objects, got ${Object.prototype.toString.call(value)}`);
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
  return `{${members.join(',')}}`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === '[object Object]';
