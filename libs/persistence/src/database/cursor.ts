import { invalidField } from '../invalid-field';

type CursorPart = string | number;

/** Where a page ended, as an opaque text for callers. */
export const cursorOf = (...parts: readonly CursorPart[]): string =>
  Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');

/** The parts of a cursor that `cursorOf` made, each of the given type. Throws `invalid_field` for any other text. */
export function partsOfCursor(cursor: string, types: readonly ('string' | 'number')[]): readonly CursorPart[] {
  const parts = parsed(Buffer.from(cursor, 'base64url').toString('utf8'));
  const fits =
    Array.isArray(parts) && parts.length === types.length && types.every((type, i) => typeof parts[i] === type);
  if (!fits) throw invalidField('/after', 'not a cursor of this list');
  return parts as readonly CursorPart[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
