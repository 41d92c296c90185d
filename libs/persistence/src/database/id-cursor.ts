import { invalidField } from '../invalid-field';
import { cursorOf, partsOfCursor } from './cursor';
import type { Page } from './page';
import { isUuid } from './uuid';

/** The id behind which a page begins, as `pageById` gave it; null for the first page. Throws `invalid_field` for any other text. */
export function idBehind(after: string | undefined): string | null {
  if (after === undefined) return null;
  const [id = ''] = partsOfCursor(after, ['string']).map(String);
  if (!isUuid(id)) throw invalidField('/after', 'not a cursor of this list');
  return id;
}

/** The page of rows that were read by id, one more than fit: that one tells that there is a next page. */
export function pageById<Row extends Readonly<{ id: string }>, Shown>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Shown,
): Page<Shown> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map((row) => show(row)), next: last ? cursorOf(last.id) : null };
}
