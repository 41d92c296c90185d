import type { Breach } from './field-rules';

/** Bounded, because a zone may be written in capitals in many ways. */
const MOST_KNOWN = 1_000;
const known = new Set<string>();

/** Names of the tz list, `UTC` too; no offsets, because a deadline needs the zone's own clock changes. */
export function timeZoneBreach(value: unknown): Breach | null {
  const refused: Breach = { code: 'invalid_field', rule: 'time_zone' };
  if (typeof value !== 'string' || !/^[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){0,2}$/.test(value)) return refused;
  if (known.has(value)) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    return refused;
  }
  if (known.size < MOST_KNOWN) known.add(value);
  return null;
}

const MEMBER_STATES = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const JURISDICTIONS: ReadonlySet<string> = new Set(['IL', 'other', ...MEMBER_STATES.map((state) => `EU-${state}`)]);
export const jurisdictionBreach = (value: unknown): Breach | null =>
  typeof value === 'string' && JURISDICTIONS.has(value) ? null : { code: 'invalid_field', rule: 'jurisdiction' };
