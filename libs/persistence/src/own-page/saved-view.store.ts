import { publicId, type Principal } from '@zikui/domain';
import type { Database } from '../database/database';
import { brokenConstraint } from '../database/database-failure';
import { instantText } from '../database/instant-text';
import { newId } from '../database/new-id';
import { invalidField } from '../invalid-field';

export const VIEWED_PAGES = ['refunds', 'approvals', 'reviews'] as const;
export type ViewedPage = (typeof VIEWED_PAGES)[number];
/** A list as one person likes to look at it: what stands behind the `?` of its address. */
export type SavedView = Readonly<{ id: string; page: ViewedPage; name: string; query: string; createdAt: string }>;
export type ViewAsk = Pick<SavedView, 'page' | 'name' | 'query'>;

/** Of one person. */
const MOST_VIEWS = 50;

/** Each of one person alone. */
export class SavedViewStore {
  constructor(private readonly database: Database) {}

  /** By page and name. */
  async list({ merchantId, keyId }: Principal): Promise<readonly SavedView[]> {
    const rows = await this.database.read({ merchantId }, (tx) => tx.query<SavedView>(LIST, [merchantId, keyId]));
    return rows.map(shown);
  }

  /** Keeps a view under its name, in the place of an earlier one. Safe to repeat. Throws `invalid_field` when there are too many. */
  async keep({ merchantId, keyId }: Principal, { page, name, query }: ViewAsk): Promise<SavedView> {
    const [row] = await this.database.write({ merchantId }, (tx) =>
      tx.query<SavedView>(KEEP, [newId(), merchantId, keyId, page, name, query, MOST_VIEWS]),
    );
    if (!row) throw invalidField('/name', `too_many_kept ${String(MOST_VIEWS)}`);
    return shown(row);
  }

  /** Calls a view otherwise; `undefined` for one that he has not. Safe to repeat. Throws `invalid_field` for the name of another one of that page. */
  async rename({ merchantId, keyId }: Principal, id: string, name: string): Promise<SavedView | undefined> {
    try {
      const [row] = await this.database.write({ merchantId }, (tx) =>
        tx.query<SavedView>(RENAME, [merchantId, keyId, id, name]),
      );
      return row && shown(row);
    } catch (error) {
      if (brokenConstraint(error) === ONE_OF_A_NAME) throw invalidField('/name', 'name_taken');
      throw error;
    }
  }

  /** Whether there was one. */
  async drop({ merchantId, keyId }: Principal, id: string): Promise<boolean> {
    const gone = await this.database.write({ merchantId }, (tx) => tx.query(DROP, [merchantId, keyId, id]));
    return gone.length > 0;
  }
}

const shown = (row: SavedView): SavedView => ({
  ...row,
  id: publicId('savedView', row.id),
  createdAt: instantText(row.createdAt),
});

const ONE_OF_A_NAME = 'saved_view_staff_id_page_name_key';

const FIELDS = `id, page, name, query, created_at AS "createdAt"`;
const LIST = `SELECT ${FIELDS} FROM saved_view WHERE merchant_id = $1 AND staff_id = $2 ORDER BY page, name LIMIT ${String(MOST_VIEWS)}`;
const KEEP = `
INSERT INTO saved_view (id, merchant_id, staff_id, page, name, query)
SELECT $1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::text
WHERE (SELECT count(*) FROM saved_view WHERE staff_id = $3::uuid AND (page, name) <> ($4::text, $5::text)) < $7
ON CONFLICT (staff_id, page, name) DO UPDATE SET query = excluded.query RETURNING ${FIELDS}`;
const RENAME = `UPDATE saved_view SET name = $4 WHERE merchant_id = $1 AND staff_id = $2 AND id = $3 RETURNING ${FIELDS}`;
const DROP = `DELETE FROM saved_view WHERE merchant_id = $1 AND staff_id = $2 AND id = $3 RETURNING id`;
