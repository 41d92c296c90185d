import { publicId, RefundError, type Principal } from '@zikui/domain';
import type { Database } from '../database/database';
import { newId } from '../database/new-id';

/** Of one person. */
const MOST_WATCHED = 200;

/** Refunds that a person follows: his first page tells what became of them since he was here last. */
export class RefundWatchStore {
  constructor(private readonly database: Database) {}

  /** Safe to repeat. Throws `refund_not_found`, `invalid_state` when he follows too many. */
  async begin({ merchantId, keyId }: Principal, refundId: string): Promise<void> {
    await this.database.write({ merchantId }, async (tx) => {
      const [refund] = await tx.query(REFUND, [merchantId, refundId]);
      if (!refund) throw new RefundError('refund_not_found', { refund: publicId('refund', refundId) });
      const [kept] = await tx.query(BEGIN, [newId(), merchantId, keyId, refundId, MOST_WATCHED]);
      if (!kept) throw new RefundError('invalid_state', { status: 'full' });
    });
  }

  /** Safe to repeat. Throws `refund_not_found`. */
  async end({ merchantId, keyId }: Principal, refundId: string): Promise<void> {
    await this.database.write({ merchantId }, async (tx) => {
      const [refund] = await tx.query(REFUND, [merchantId, refundId]);
      if (!refund) throw new RefundError('refund_not_found', { refund: publicId('refund', refundId) });
      await tx.query(END, [merchantId, keyId, refundId]);
    });
  }

  async isWatched({ merchantId, keyId }: Principal, refundId: string): Promise<boolean> {
    const rows = await this.database.read({ merchantId }, (tx) => tx.query(WATCHED, [merchantId, keyId, refundId]));
    return rows.length > 0;
  }
}

const REFUND = `SELECT id FROM refund WHERE merchant_id = $1 AND id = $2`;
const BEGIN = `
INSERT INTO refund_watch (id, merchant_id, staff_id, refund_id) SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid
WHERE (SELECT count(*) FROM refund_watch WHERE staff_id = $3::uuid AND refund_id <> $4::uuid) < $5
ON CONFLICT (staff_id, refund_id) DO UPDATE SET created_at = refund_watch.created_at RETURNING id`;
const END = `DELETE FROM refund_watch WHERE merchant_id = $1 AND staff_id = $2 AND refund_id = $3`;
const WATCHED = `SELECT id FROM refund_watch WHERE merchant_id = $1 AND staff_id = $2 AND refund_id = $3`;
