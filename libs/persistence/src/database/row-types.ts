import { types } from 'pg';

const INT8 = types.builtins.INT8;
const DATE = types.builtins.DATE;
const TIMESTAMPTZ = types.builtins.TIMESTAMPTZ;

/** An int8 as a number. Throws outside the safe integers: a rounded amount must never be shown. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is no safe integer`);
  return value;
}
const isoInstant = (text: string): string => new Date(text).toISOString();
const asText = (text: string): string => text;

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, safeInteger],
  // A local date is no instant; as a `Date` it would move with the zone of the process.
  [DATE, asText],
  [TIMESTAMPTZ, isoInstant],
]);

/**
 * How columns come back from our pool, and from ours only: `bigint` as a safe integer, `date` as `2026-11-24`,
 * `timestamptz` as RFC 3339 in UTC (`2026-11-24T08:00:00.000Z`). The rest as pg does it.
 */
export const ROW_TYPES = {
  getTypeParser(oid: number, format?: string): unknown {
    const own = format === 'binary' ? undefined : PARSERS.get(oid);
    return own ?? (types.getTypeParser as (oid: number, format?: string) => unknown)(oid, format);
  },
};
