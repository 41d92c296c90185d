import { publicId, RefundError, type RefundStatus } from '@zikui/domain';
import type { Tx } from '../database/database';

/** The refund that something is said about, and whose key seals it. */
export type Owner = Readonly<{
  merchantId: string;
  customerId: string;
  dataKey: string | null;
  status: RefundStatus;
  openStep: number | null;
  notes: number;
  files: number;
}>;

export async function ownerOf(tx: Tx, merchantId: string, refundId: string): Promise<Owner | undefined> {
  const [owner] = await tx.query<Owner>(OWNER, [merchantId, refundId]);
  return owner;
}

/** The same with the refund locked, so that nobody else writes meanwhile. Throws `refund_not_found`. */
export async function lockOwner(tx: Tx, merchantId: string, refundId: string): Promise<Owner> {
  await tx.query(`SELECT id FROM refund WHERE id = $1 AND merchant_id = $2 FOR NO KEY UPDATE`, [refundId, merchantId]);
  const owner = await ownerOf(tx, merchantId, refundId);
  if (!owner) throw new RefundError('refund_not_found', { refund: publicId('refund', refundId) });
  return owner;
}

const OWNER = `
SELECT r.merchant_id AS "merchantId", c.id AS "customerId", c.data_key AS "dataKey", r.status,
  (SELECT s.no FROM approval_step s WHERE s.refund_id = r.id AND s.status = 'open' ORDER BY s.round DESC LIMIT 1) AS "openStep",
  (SELECT count(*) FROM note n WHERE n.refund_id = r.id)::int AS notes,
  (SELECT count(*) FROM evidence e WHERE e.refund_id = r.id)::int AS files
FROM refund r JOIN customer c ON c.id = r.customer_id WHERE r.merchant_id = $1 AND r.id = $2`;
