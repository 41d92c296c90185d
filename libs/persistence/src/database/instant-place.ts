import { invalidField } from '../invalid-field';
import { cursorOf, partsOfCursor } from './cursor';
import { isUuid } from './uuid';

/** To the microsecond, as PostgreSQL orders: a coarser place would pass some rows by. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

/** A column's instant as a cursor carries it. */
export const placeOf = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Where a page of a list that is ordered by an instant and an id ended. */
export const cursorOfPlace = (place: string, id: string): string => cursorOf(place, id);

/** The instant and the id of such a cursor; nulls where a list begins. Throws `invalid_field` for any other text. */
export function placeOfCursor(cursor: string | undefined): readonly [string, string] | readonly [null, null] {
  if (cursor === undefined) return [null, null];
  const [instant = '', id = ''] = partsOfCursor(cursor, ['string', 'string']).map(String);
  if (!INSTANT.test(instant) || !isUuid(id)) throw invalidField('/after', 'not a cursor of this list');
  return [instant, id];
}
