import type { Role } from '@zikui/domain';
import { newDatabase, type TestDatabase } from './database.builder';
import { readRows } from './read-rows.builder';
import { storeKey, storeMerchant, type StoredKey, type StoredMerchant } from './stored-merchant.builder';
import type { StoredRefund } from './stored-refund.builder';
import { ReviewRoom } from './stored-review.builder';

type Row = Readonly<Record<string, unknown>>;

/** A database with a merchant, the people who resolve refunds, and what is read of what they did. */
export class ResolutionWorld {
  private constructor(
    readonly test: TestDatabase,
    readonly merchant: StoredMerchant,
    readonly finance: StoredKey,
    readonly room: ReviewRoom = new ReviewRoom(test.database, merchant, { finance, second: merchant.lead }),
  ) {}

  static async open(): Promise<ResolutionWorld> {
    const test = await newDatabase();
    const merchant = await storeMerchant(test.database);
    return new ResolutionWorld(test, merchant, await storeKey(test.database, merchant, 'yael', 'finance'));
  }

  close(): Promise<void> {
    return this.test.close();
  }

  rows<R>(sql: string, ...params: unknown[]): Promise<readonly R[]> {
    return readRows<R>(this.test, sql, params);
  }

  /** What is broken of I1, I4, I6 and I8, whatever was done. */
  broken(): Promise<readonly Row[]> {
    return this.rows<Row>(BROKEN);
  }

  storeKey(owner: string, role: Role): Promise<StoredKey> {
    return storeKey(this.test.database, this.merchant, owner, role);
  }

  transfersOf({ id }: StoredRefund): Promise<readonly Row[]> {
    return this.rows<Row>(
      `SELECT t.no, t.amount::int, t.status, (SELECT jsonb_agg(a.status ORDER BY a.no) FROM attempt a WHERE a.transfer_id = t.id) AS attempts
       FROM transfer t WHERE t.refund_id = $1 ORDER BY t.no`,
      id,
    );
  }

  async heldOn({ paymentIds }: StoredRefund): Promise<readonly number[]> {
    const all = await this.rows<{ held: number }>(
      `SELECT held::int FROM payment WHERE id = ANY ($1) ORDER BY no`,
      paymentIds,
    );
    return all.map(({ held }) => held);
  }

  async owed({ id }: StoredRefund): Promise<number | undefined> {
    const [row] = await this.rows<{ sum: number }>(
      `SELECT coalesce(sum(p.amount), 0)::int AS sum FROM posting p JOIN ledger_transaction l ON l.id = p.transaction_id
       WHERE l.refund_id = $1 AND p.account = 'refunds_payable'`,
      id,
    );
    return row?.sum;
  }

  async bookOf({ id }: StoredRefund): Promise<readonly string[]> {
    const all = await this.rows<{ action: string }>(
      `SELECT action FROM audit_entry WHERE chain = $1 ORDER BY no`,
      `refund:${id}`,
    );
    return all.map(({ action }) => action);
  }

  told({ id }: StoredRefund, kind: string): Promise<readonly Readonly<{ actor: string; data: Row }>[]> {
    return this.rows(`SELECT actor, data FROM refund_event WHERE refund_id = $1 AND kind = $2 ORDER BY id`, id, kind);
  }

  async longAgo({ id }: StoredRefund): Promise<void> {
    await this.test.query(
      `UPDATE attempt SET sent_at = now() - interval '25 hours' WHERE transfer_id = ANY (SELECT id FROM transfer WHERE refund_id = $1)`,
      [id],
    );
  }
}

const BROKEN = `
SELECT 'I1' AS rule, p.id FROM payment p
  WHERE p.held > p.captured OR p.held <> (SELECT coalesce(sum(amount), 0) FROM reservation WHERE payment_id = p.id AND released_at IS NULL)
UNION ALL SELECT 'I4', r.id FROM refund r WHERE r.status = 'completed'
  AND r.payout - r.short_amount <> (SELECT coalesce(sum(amount), 0) FROM transfer WHERE refund_id = r.id AND status = 'settled')
UNION ALL SELECT 'I6', transaction_id FROM posting GROUP BY transaction_id HAVING sum(amount) <> 0
UNION ALL SELECT 'I8', r.id FROM refund r WHERE r.payout < (
  SELECT coalesce(sum(amount), 0) FROM transfer WHERE refund_id = r.id AND status NOT IN ('reversed', 'released'))`;
