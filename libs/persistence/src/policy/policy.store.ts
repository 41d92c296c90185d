import { RefundError, watchedLimits } from '@zikui/domain';
import type { Database } from '../database/database';
import { sha256Hex } from '../database/keyed-hash';
import { newId } from '../database/new-id';
import { checkedPolicy } from './checked-policy';

export type PublishedPolicy = Readonly<{ name: string; currency: string; number: number; hash: string }>;

/** Refund policies: one published version per merchant and currency, immutable once published. */
export class PolicyStore {
  constructor(private readonly database: Database) {}

  /**
   * Publishes a policy document as the next version of its currency and retires the one before. Publishing the text that
   * is published already changes nothing. Throws `policy_invalid` with one fault per error of the document. For those who set up a merchant: others propose (`PolicyPublicationStore`).
   */
  async publish(merchantId: string, source: string): Promise<PublishedPolicy> {
    const { name, currency, limits } = checkedPolicy(source);
    const hash = sha256Hex(source);
    return this.database.write({ merchantId }, async (tx) => {
      // Publishers of one merchant wait for each other: the number is the next one, without gap or repeat.
      await tx.query('SELECT id FROM merchant WHERE id = $1 FOR NO KEY UPDATE', [merchantId]);
      const [current] = await tx.query<{ number: number; hash: string }>(CURRENT, [merchantId, currency]);
      if (current?.hash === hash) return { name, currency, ...current };

      await tx.query(RETIRE, [merchantId, currency]);
      const [row] = await tx.query<{ number: number }>(PUBLISH, [
        ...[newId(), merchantId, currency, name, source, hash],
        watchedLimits(limits),
      ]);
      if (!row) throw new RefundError('not_found');
      return { name, currency, number: row.number, hash };
    });
  }
}

const CURRENT = `
  SELECT number, hash FROM policy_version WHERE merchant_id = $1 AND currency = $2 AND status = 'published'`;
const RETIRE = `
  UPDATE policy_version SET status = 'retired' WHERE merchant_id = $1 AND currency = $2 AND status = 'published'`;
const PUBLISH = `
  INSERT INTO policy_version (id, merchant_id, currency, number, name, source, hash, watched_limits, status, published_at)
  SELECT $1, m.id, $3, (
    SELECT coalesce(max(number), 0) + 1 FROM policy_version WHERE merchant_id = m.id AND currency = $3
  ), $4, $5, $6, $7, 'published', now()
  FROM merchant m WHERE m.id = $2
  RETURNING number`;
