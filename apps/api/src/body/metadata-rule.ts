import type { Breach } from './field-rules';
import { textBreach } from './text-rule';

const MOST_NAMES = 20;
const VALUE = { max: 200, marks: true };

/** A few names with texts, for the merchant's own use. Personal data does not belong here; card numbers are refused. */
export function metadataBreach(value: unknown): Breach | null {
  const refused: Breach = { code: 'invalid_field', rule: 'metadata' };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused;
  const entries = Object.entries(value);
  if (entries.length > MOST_NAMES) return refused;
  for (const [name, text] of entries) {
    if (!/^[A-Za-z][A-Za-z0-9._:-]{0,39}$/.test(name)) return refused;
    const breach = textBreach(text, VALUE);
    if (breach) return { ...breach, at: `/${name}` };
  }
  return null;
}
