import type { DisputeNews } from '@zikui/domain';
import { DisputeInboxStore, DisputeStore, newId, RefundProcessStore, TransferStore } from '@zikui/persistence';
import { byProcess, type ByProcess } from './by-process.builder';
import { newDatabase, type TestDatabase } from './database.builder';
import { disputeNews } from './dispute-news.builder';
import { readRows } from './read-rows.builder';
import { storeMerchant, type StoredMerchant } from './stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from './stored-refund.builder';

/** Refunds of payments that card holders dispute, and what is read of both. */
export class DisputeWorld {
  readonly inbox: DisputeInboxStore;
  readonly disputes: DisputeStore;
  readonly refunds: RefundProcessStore;
  readonly transfers: ByProcess<TransferStore>;

  private constructor(
    readonly test: TestDatabase,
    readonly merchant: StoredMerchant,
  ) {
    this.inbox = new DisputeInboxStore(test.database);
    this.disputes = new DisputeStore(test.database);
    this.refunds = new RefundProcessStore(test.database, SECRETS);
    this.transfers = byProcess(test.database, new TransferStore(test.database, SECRETS));
  }

  static async open(): Promise<DisputeWorld> {
    const test = await newDatabase();
    return new DisputeWorld(test, await storeMerchant(test.database));
  }

  close(): Promise<void> {
    return this.test.close();
  }

  rows<Row>(sql: string, ...params: unknown[]): Promise<readonly Row[]> {
    return readRows<Row>(this.test, sql, params);
  }

  refund(plan: RefundPlan = {}): Promise<StoredRefund> {
    return storeRefund(this.test.database, this.merchant, plan);
  }

  /** The gateway tells of a dispute of the refund's first payment. */
  tell(refund: StoredRefund, over: Partial<DisputeNews> = {}) {
    return this.inbox.receive(this.merchant.id, 'stripe', disputeNews(refund.gatewayRefs[0] ?? '', over));
  }

  async paying(plan: RefundPlan = {}): Promise<StoredRefund & Readonly<{ transferId: string }>> {
    const refund = await this.refund(plan);
    await this.refunds.open(refund.at());
    return { ...refund, transferId: refund.transferIds[0] ?? '' };
  }

  /** Sends the transfer and lets the gateway say that it settled. */
  async settled(plan: RefundPlan = {}): Promise<StoredRefund> {
    const refund = await this.paying(plan);
    const claimed = await this.transfers.claim(refund.transferId);
    if (claimed.kind !== 'send') throw new Error('expected a claim');
    const amount = claimed.ask.amount;
    await this.transfers.record(claimed.attemptId, { kind: 'settled', gatewayRefundId: `re_${newId()}`, amount });
    await this.refunds.finish(refund.at());
    return refund;
  }

  async paymentOf({ paymentIds }: StoredRefund) {
    const [payment] = await this.rows<{ held: number; disputed: number }>(
      `SELECT held, disputed FROM payment WHERE id = $1`,
      paymentIds[0],
    );
    return payment;
  }

  async disputeOf({ paymentIds }: StoredRefund) {
    const [dispute] = await this.rows<{ id: string; status: string; amount: number; withdrawn: number }>(
      `SELECT id, status, amount, withdrawn FROM dispute WHERE payment_id = $1`,
      paymentIds[0],
    );
    return dispute;
  }

  booksOf({ paymentIds }: StoredRefund) {
    return this.rows(
      `SELECT o.account, sum(o.amount)::int AS sum FROM posting o JOIN ledger_transaction l ON l.id = o.transaction_id
       JOIN dispute d ON d.id = l.dispute_id WHERE d.payment_id = $1 GROUP BY 1 HAVING sum(o.amount) <> 0 ORDER BY 1`,
      paymentIds[0],
    );
  }

  async toldOf({ id }: StoredRefund) {
    const told = await this.rows<{ kind: string }>(
      `SELECT kind FROM refund_event WHERE refund_id = $1 AND (kind LIKE 'dispute%' OR kind = 'money_alert') ORDER BY id`,
      id,
    );
    return told.map(({ kind }) => kind);
  }
}
