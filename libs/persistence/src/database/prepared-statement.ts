import { sha256Hex } from './keyed-hash';

/** Begins a statement whose best plan depends on its values, such as a filtered list: it is planned each time. */
export const PLANNED_ANEW = '/* planned anew */';

const MOST_NAMES = 250;
const names = new Map<string, string>();

/** A statement as pg sends it under a name; PostgreSQL then parses and plans it once per connection. */
export type PreparedStatement = Readonly<{ name: string; text: string; values: readonly unknown[] }>;

/**
 * The statement under its name, or `undefined` for one that is planned anew. The product's texts are constants and few;
 * beyond a bound nothing is kept, so that a text that is made up each time cannot fill the server's memory.
 */
export function preparedStatement(text: string, values: readonly unknown[]): PreparedStatement | undefined {
  if (text.startsWith(PLANNED_ANEW)) return undefined;
  const name = names.get(text) ?? newName(text);
  return name === undefined ? undefined : { name, text, values };
}

function newName(text: string): string | undefined {
  if (names.size >= MOST_NAMES) return undefined;
  const name = sha256Hex(text).slice(0, 32);
  names.set(text, name);
  return name;
}
