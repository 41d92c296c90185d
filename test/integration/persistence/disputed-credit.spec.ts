import type { DisputeNews } from '@zikui/domain';
import { AUDIT_CHECKS, DisputeInboxStore, runChecks, type Projected } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { disputeNews } from '../../builders/dispute-news.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeColleague, storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import type { RefundPlan, StoredRefund } from '../../builders/stored-refund.builder';
import { ReviewRoom } from '../../builders/stored-review.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let room: ReviewRoom;
let inbox: DisputeInboxStore;
beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  const finance = await storeColleague(test.database, merchant, 'yael', 'finance');
  room = new ReviewRoom(test.database, merchant, { finance, second: merchant.lead });
  inbox = new DisputeInboxStore(test.database);
});
afterAll(() => test.close());

const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);
const tell = (refund: StoredRefund, over: Partial<DisputeNews> = {}, payment = 0) =>
  inbox.receive(merchant.id, 'stripe', disputeNews(refund.gatewayRefs[payment] ?? '', over));
const credit = (plan: RefundPlan = {}) => room.opened({ storeCredit: { bonus: 500, months: 60 }, ...plan });
const finish = (refund: StoredRefund): Promise<Projected> => room.refunds.finish(refund.at());
const held = { status: 'needs_review', transfers: [{ status: 'planned' }], messages: [] };
const stands = async ({ id }: StoredRefund) =>
  (
    await rows(
      `SELECT r.status, r.review_reason AS reason, t.hold_reason AS held,
         (SELECT coalesce(sum(e.amount), 0)::int FROM credit_entry e WHERE e.transfer_id = t.id) AS credit
       FROM refund r JOIN transfer t ON t.refund_id = r.id WHERE r.id = $1`,
      id,
    )
  )[0];
const woken = async ({ id }: StoredRefund) =>
  (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM outbox_signal WHERE refund_id = $1`, id))[0]?.n;

describe('store credit of a disputed payment', () => {
  it('waits while the dispute is open: nothing is issued, a person is shown why, and the wait is told once', async () => {
    const refund = await credit();
    await tell(refund);
    expect(await finish(refund)).toMatchObject(held);
    expect(await finish(refund)).toMatchObject(held);
    expect(await stands(refund)).toEqual({
      ...{ status: 'needs_review', reason: 'dispute_open', held: 'dispute', credit: 0 },
    });
    expect(
      await rows(
        `SELECT data->>'reason' AS why FROM refund_event WHERE refund_id = $1 AND kind = 'transfer_held'`,
        refund.id,
      ),
    ).toEqual([{ why: 'dispute' }]);
  });

  it('waits for a dispute of any of the payments that back it, and of a part of one', async () => {
    const refund = await credit({ amounts: [6_000, 4_000] });
    await tell(refund, { amount: { amount: 1, currency: 'ILS' } }, 1);
    expect(await finish(refund)).toMatchObject(held);
  });

  it('is woken by the verdict, issued when it is won, and held no more', async () => {
    const refund = await credit();
    await tell(refund);
    await finish(refund);
    await tell(refund, { status: 'won' });
    expect(await woken(refund)).toBe(1);
    expect(await finish(refund)).toMatchObject({ status: 'completed', messages: [{ kind: 'credit_issued' }] });
    expect(await stands(refund)).toMatchObject({ held: null, credit: 10_500 });
  });

  it('is issued after a lost dispute only while the card holder has not got that money by it', async () => {
    const [paid, roomy] = [await credit({ captured: 15_000 }), await credit({ captured: 20_000 })];
    for (const refund of [paid, roomy]) {
      await tell(refund);
      await finish(refund);
      await tell(refund, { status: 'lost' });
      expect(await woken(refund)).toBe(1);
    }
    expect(await finish(paid)).toMatchObject(held);
    expect(await finish(roomy)).toMatchObject({ status: 'completed' });
  });

  it('that a lost dispute holds is woken when another refund of the payment gives its part back', async () => {
    const refund = await credit({ captured: 20_000 });
    const other = await room.opened({ amounts: [5_000], of: refund, steps: ['lead'] });
    await tell(refund, { status: 'lost', amount: { amount: 8_000, currency: 'ILS' } });
    expect(await finish(refund)).toMatchObject(held);
    await room.refunds.project(other.at(), { kind: 'cancel', command: null, actor: 'key:x' });
    expect(await woken(refund)).toBe(1);
    expect(await finish(refund)).toMatchObject({ status: 'completed' });
  });

  it('can be ended by two persons, which gives its hold back and owes nothing', async () => {
    const refund = await credit({ captured: 15_000 });
    await tell(refund, { status: 'lost' });
    await finish(refund);
    expect(await room.reviews.find(merchant.id, refund.id)).toMatchObject({
      view: { owner: 'finance', allowedActions: ['fail'], transfers: [{ allowedActions: ['change_destination'] }] },
    });
    expect(await room.state(refund, 'fail')).toMatchObject({ status: 'failed' });
    expect(await stands(refund)).toMatchObject({ held: null, credit: 0 });
    expect(
      await rows(
        `SELECT sum(p.amount)::int AS owed FROM posting p JOIN ledger_transaction l ON l.id = p.transaction_id
         WHERE l.refund_id = $1 AND p.account = 'refunds_payable'`,
        refund.id,
      ),
    ).toEqual([{ owed: 0 }]);
  });

  it('can be cancelled while it waits', async () => {
    const refund = await credit();
    await tell(refund);
    await finish(refund);
    expect(await room.refunds.project(refund.at(), { kind: 'cancel', command: null, actor: 'key:x' })).toMatchObject({
      status: 'cancelled',
    });
    expect(await stands(refund)).toMatchObject({ held: null, credit: 0 });
  });

  it('and its verdict at once: it is issued, or was written down as waiting and is woken, in 10 races', async () => {
    for (let round = 0; round < 10; round += 1) {
      const refund = await credit();
      await tell(refund);
      const [end] = await Promise.all([finish(refund), tell(refund, { status: 'won' })]);
      const issued = end.status === 'completed';
      expect(await stands(refund)).toMatchObject({ credit: issued ? 10_500 : 0, held: issued ? null : 'dispute' });
      if (!issued) expect(await woken(refund)).toBe(1);
    }
  });

  it('leaves nothing that the auditor names', async () => {
    const checks = AUDIT_CHECKS.filter(({ id }) => /^A(1|6|7)\b/.test(id));
    const findings = await test.database.read((tx) => runChecks(tx, checks, { strict: true }));
    expect(findings.filter(({ count }) => count > 0)).toEqual([]);
  });
});
