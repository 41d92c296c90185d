import type { Principal } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import type { Database } from '../database/database';
import { instantText } from '../database/instant-text';
import { newId } from '../database/new-id';

/** A form that somebody has begun. What stands in it is the page's business. */
export type RefundDraft = Readonly<{ id: string; form: string; updatedAt: string; expiresAt: string }>;

/** Of one person; beyond that his oldest goes. */
const MOST_DRAFTS = 20;
const LIFE = `interval '24 hours'`;

/** Forms of new refunds, each of one person alone, sealed, and kept for a day: it may hold words of a customer. */
export class RefundDraftStore {
  private readonly box: SecretBox;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.box = new SecretBox(secrets.masterKey);
  }

  /** Keeps the form under that name for another day; drafts of the merchant whose time is over go. Safe to repeat. */
  async keep({ merchantId, keyId }: Principal, name: string, form: string): Promise<void> {
    const sealed = this.box.seal(form, placeOf(merchantId, keyId, name));
    await this.database.write({ merchantId }, async (tx) => {
      await Promise.all([
        tx.query(KEEP, [newId(), merchantId, keyId, name, sealed]),
        tx.query(SWEEP, [merchantId, keyId, MOST_DRAFTS]),
      ]);
    });
  }

  /** `undefined` for one that there is not, whose time is over, or of somebody else. */
  async find({ merchantId, keyId }: Principal, name: string): Promise<RefundDraft | undefined> {
    const [row] = await this.database.read({ merchantId }, (tx) =>
      tx.query<{ sealed: string; updatedAt: string; expiresAt: string }>(FIND, [merchantId, keyId, name]),
    );
    if (!row) return undefined;
    const form = this.box.open(row.sealed, placeOf(merchantId, keyId, name));
    return { id: name, form, updatedAt: instantText(row.updatedAt), expiresAt: instantText(row.expiresAt) };
  }

  /** Removes up to `limit` drafts of all merchants whose time is over, or that are about a sale whose customer was erased. Safe to repeat; returns how many went. */
  async sweep(limit: number): Promise<number> {
    return (await this.database.write('eraser', (tx) => tx.query(SWEEP_ALL, [limit]))).length;
  }

  /** Whether there was one. */
  async drop({ merchantId, keyId }: Principal, name: string): Promise<boolean> {
    const gone = await this.database.write({ merchantId }, (tx) => tx.query(DROP, [merchantId, keyId, name]));
    return gone.length > 0;
  }
}

const placeOf = (merchantId: string, staffId: string, name: string): string =>
  `${merchantId}:refund_draft:${staffId}:${name}`;

const KEEP = `
INSERT INTO refund_draft (id, merchant_id, staff_id, name, sealed, expires_at) VALUES ($1, $2, $3, $4, $5, now() + ${LIFE})
ON CONFLICT (staff_id, name) DO UPDATE SET sealed = excluded.sealed, updated_at = now(), expires_at = excluded.expires_at`;
const SWEEP = `
DELETE FROM refund_draft WHERE merchant_id = $1 AND (expires_at <= now() OR id IN (
  SELECT id FROM refund_draft WHERE staff_id = $2 ORDER BY updated_at DESC, id DESC OFFSET $3))`;
const SWEEP_ALL = `
DELETE FROM refund_draft WHERE id IN (
  SELECT d.id FROM refund_draft d WHERE d.expires_at <= now() OR EXISTS (
    SELECT FROM sale s JOIN customer c ON c.id = s.customer_id
    WHERE s.merchant_id = d.merchant_id AND s.sale_ref = d.name AND c.data_key IS NULL)
  LIMIT $1) RETURNING id`;
const FIND = `
SELECT sealed, updated_at AS "updatedAt", expires_at AS "expiresAt" FROM refund_draft
WHERE merchant_id = $1 AND staff_id = $2 AND name = $3 AND expires_at > now()`;
const DROP = `DELETE FROM refund_draft WHERE merchant_id = $1 AND staff_id = $2 AND name = $3 AND expires_at > now() RETURNING id`;
