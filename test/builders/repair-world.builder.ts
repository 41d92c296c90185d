import { AUDIT_CHECKS, GatewayInboxStore, runChecks, type Transition } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from './database.builder';
import { readRows } from './read-rows.builder';
import { storeColleague, storeMerchant, type StoredMerchant } from './stored-merchant.builder';
import { transitionsOf, type RefundPlan, type StoredRefund } from './stored-refund.builder';
import { ReviewRoom, settledWith } from './stored-review.builder';

/** A refund that was completed, and how often it was repaired since; transfers that pay it anew are added. */
export type Repaired = StoredRefund & { transferIds: string[]; repairs: number };
type Told = Readonly<{ status: 'settled' | 'declined'; at: string }>;

/** Refunds that were paid and completed, and whose money comes back. */
export class RepairWorld {
  private told = 0;

  private constructor(
    readonly test: TestDatabase,
    readonly merchant: StoredMerchant,
    readonly room: ReviewRoom,
    readonly inbox: GatewayInboxStore,
  ) {}

  static async open(): Promise<RepairWorld> {
    const test = await newDatabase();
    const merchant = await storeMerchant(test.database);
    const finance = await storeColleague(test.database, merchant, 'yael', 'finance');
    const room = new ReviewRoom(test.database, merchant, { finance, second: merchant.lead });
    return new RepairWorld(test, merchant, room, new GatewayInboxStore(test.database));
  }

  close(): Promise<void> {
    return this.test.close();
  }

  rows<Row>(sql: string, ...params: unknown[]): Promise<readonly Row[]> {
    return readRows<Row>(this.test, sql, params);
  }

  /** A refund that was paid and completed. */
  async completed(plan: RefundPlan = {}): Promise<Repaired> {
    const amounts = plan.amounts ?? [10_000];
    const refund = await this.room.answered(amounts.map(settledWith), plan);
    await this.room.refunds.finish(refund.at());
    return { ...refund, transferIds: [...refund.transferIds], repairs: 0 };
  }

  /** The gateway tells that money of a transfer which had settled came back. */
  comesBack(refund: Repaired, index = 0): Promise<void> {
    return this.tell(refund, index, { status: 'declined', at: new Date().toISOString() });
  }

  /** The gateway tells, later than anything before, that it moved after all. */
  settlesAfterAll(refund: Repaired, index = 0): Promise<void> {
    return this.tell(refund, index, { status: 'settled', at: new Date(Date.now() + 5_000).toISOString() });
  }

  /** What the gateway announces about the movement of a transfer. */
  async tell(refund: Repaired, index: number, { status, at }: Told): Promise<void> {
    const [sent] = await this.rows<{ reference: string; gatewayRefundId: string; amount: number }>(
      `SELECT a.reference, a.gateway_refund_id AS "gatewayRefundId", t.amount FROM attempt a JOIN transfer t ON t.id = a.transfer_id
       WHERE t.id = $1 AND a.status = 'succeeded'`,
      refund.transferIds[index],
    );
    const received = await this.inbox.receive(this.merchant.id, 'stripe', {
      ...{ eventId: `evt_back_${String((this.told += 1))}`, type: 'refund.updated', occurredAt: at, gatewayRef: '' },
      ...{ reference: sent?.reference ?? '', gatewayRefundId: sent?.gatewayRefundId ?? '' },
      outcome: {
        ...{ status, pendingReason: null, reason: status === 'declined' ? 'expired_or_canceled_card' : null },
        amount: { amount: sent?.amount ?? 0, currency: 'ILS' },
      },
    });
    expect(received.duplicate).toBe(false);
  }

  /** Its repair is started; from then on `at` counts as the repair does. */
  async opened(refund: Repaired): Promise<Repaired> {
    const at = transitionsOf(this.merchant.id, refund.id);
    const begun = await this.room.refunds.openRepair(at(), refund.repairs + 1);
    let { version } = begun;
    return {
      ...refund,
      repairs: refund.repairs + 1,
      at: (over: Partial<Transition> = {}) => at({ version: (version += 1), ...over }),
    };
  }

  async paidAnew(refund: Repaired, index = 0): Promise<void> {
    expect(await this.room.act(refund, 'retry', index)).toMatchObject({ refused: null });
    const [anew] = await this.rows<{ id: string; amount: number }>(
      `SELECT id, amount FROM transfer WHERE replaces_id = $1`,
      refund.transferIds[index],
    );
    refund.transferIds.push(anew?.id ?? '');
    const attemptId = await this.room.send(refund, refund.transferIds.length - 1);
    await this.room.transfers.record(attemptId, settledWith(anew?.amount ?? 0));
  }

  notesOf({ id }: StoredRefund) {
    return this.rows<{ type: string; number: string | null; total: number }>(
      `SELECT document_type AS type, display_number AS number, total FROM credit_note WHERE refund_id = $1 ORDER BY created_at, id`,
      id,
    );
  }

  async booksOf({ id }: StoredRefund) {
    const [row] = await this.rows<Record<string, unknown>>(
      `SELECT r.status, r.review_reason AS reason, r.repairs, r.was_reversed AS reversed, p.held,
         (SELECT coalesce(sum(o.amount), 0)::int FROM posting o JOIN ledger_transaction l ON l.id = o.transaction_id
          WHERE l.refund_id = r.id AND o.account = 'refunds_payable') AS owed,
         (SELECT coalesce(-sum(o.amount), 0)::int FROM posting o JOIN ledger_transaction l ON l.id = o.transaction_id
          WHERE l.refund_id = r.id AND o.account = 'gateway_clearing') AS paid
       FROM refund r JOIN payment p ON p.sale_id = r.sale_id AND p.no = 1 WHERE r.id = $1`,
      id,
    );
    return row;
  }

  /** What the auditor says in the quiet, beside what these tests leave undone on purpose: starts, messages, facts. */
  async broken(): Promise<readonly string[]> {
    const checks = AUDIT_CHECKS.filter(({ id }) => !/^A13|^A16.waiting/.test(id));
    const findings = await this.test.database.read((tx) => runChecks(tx, checks, { strict: true }));
    return findings.filter(({ count }) => count > 0).map(({ check }) => check.id);
  }
}
