import type { GatewayOutcome } from '@zikui/domain';
import { RefundProcessStore, TransferStore, type Claimed } from '@zikui/persistence';
import { byProcess, type ByProcess } from './by-process.builder';
import { newDatabase, type TestDatabase } from './database.builder';
import { readRows } from './read-rows.builder';
import { storeMerchant, type StoredMerchant } from './stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from './stored-refund.builder';

export type Paying = StoredRefund & Readonly<{ transferId: string }>;
type Row = Readonly<Record<string, unknown>>;

export function sending(claimed: Claimed): Extract<Claimed, { kind: 'send' }> {
  if (claimed.kind !== 'send') throw new Error(`expected a claim, got ${claimed.kind}`);
  return claimed;
}

export const ILS = (amount: number) => ({ amount, currency: 'ILS' });
let movements = 0;
export const refundId = () => `re_${(movements += 1)}_${Date.now()}`;
export const settled = (amount = 10_000): GatewayOutcome => ({
  kind: 'settled',
  gatewayRefundId: refundId(),
  amount: ILS(amount),
});
export const pending = (amount = 10_000): GatewayOutcome => ({
  kind: 'pending',
  gatewayRefundId: refundId(),
  amount: ILS(amount),
  reason: 'insufficient_funds',
});
export const declined: GatewayOutcome = { kind: 'declined', gatewayRefundId: null, reason: 'card_expired' };
export const unknown = { kind: 'unknown', evidence: { cause: 'unlisted_status' } } as const;

/** A database with a merchant whose refunds are paid, and what is read of their transfers. */
export class TransferWorld {
  private constructor(
    readonly test: TestDatabase,
    readonly merchant: StoredMerchant,
    readonly refunds: RefundProcessStore = new RefundProcessStore(test.database, SECRETS),
    readonly transfers: ByProcess<TransferStore> = byProcess(test.database, new TransferStore(test.database, SECRETS)),
  ) {}

  static async open(): Promise<TransferWorld> {
    const test = await newDatabase();
    return new TransferWorld(test, await storeMerchant(test.database));
  }

  close(): Promise<void> {
    return this.test.close();
  }

  rows<R>(sql: string, ...params: unknown[]): Promise<readonly R[]> {
    return readRows<R>(this.test, sql, params);
  }

  execute(sql: string, ...params: unknown[]): Promise<unknown> {
    return this.test.database.write((tx) => tx.query(sql, params));
  }

  /** A refund that is paid; its first transfer waits to be sent. */
  async paying(plan: RefundPlan = {}): Promise<Paying> {
    const refund = await storeRefund(this.test.database, this.merchant, plan);
    await this.refunds.open(refund.at());
    return { ...refund, transferId: refund.transferIds[0] ?? '' };
  }

  async sent(plan: RefundPlan = {}): Promise<Paying & Readonly<{ attemptId: string }>> {
    const refund = await this.paying(plan);
    return { ...refund, attemptId: sending(await this.transfers.claim(refund.transferId)).attemptId };
  }

  async stands({ transferId }: Paying): Promise<Row | undefined> {
    const [row] = await this.rows<Row>(
      `SELECT t.status, a.status AS attempt, p.held, (SELECT count(*)::int FROM reservation v WHERE v.transfer_id = t.id AND v.released_at IS NULL) AS holds,
         (SELECT coalesce(sum(o.amount), 0)::int FROM posting o JOIN ledger_transaction l ON l.id = o.transaction_id
          WHERE l.refund_id = t.refund_id AND o.account = 'gateway_clearing') AS clearing
       FROM transfer t JOIN payment p ON p.id = t.payment_id
       JOIN LATERAL (SELECT status FROM attempt WHERE transfer_id = t.id ORDER BY no DESC LIMIT 1) a ON true WHERE t.id = $1`,
      transferId,
    );
    return row;
  }

  async kinds({ id }: Paying): Promise<readonly string[]> {
    const all = await this.rows<{ kind: string }>(
      `SELECT kind FROM refund_event WHERE refund_id = $1 AND run_id IS NULL AND kind <> 'transfer_sent' ORDER BY id OFFSET 1`,
      id,
    );
    return all.map(({ kind }) => kind);
  }
}
