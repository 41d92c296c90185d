import { AUDIT_CHECKS, GatewayInboxStore, OutboxStore, runChecks, type Transition } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeColleague, storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { transitionsOf, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';
import { DECLINED, ReviewRoom, settledWith } from '../../builders/stored-review.builder';

let db: TestDatabase;
let merchant: StoredMerchant;
let room: ReviewRoom;
let inbox: GatewayInboxStore;
beforeAll(async () => {
  db = await newDatabase();
  merchant = await storeMerchant(db.database);
  const finance = await storeColleague(db.database, merchant, 'yael', 'finance');
  room = new ReviewRoom(db.database, merchant, { finance, second: merchant.lead });
  inbox = new GatewayInboxStore(db.database);
});
afterAll(() => db.close());

const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(db, sql, params);
type Repaired = StoredRefund & { transferIds: string[]; repairs: number };

/** A refund that was paid and completed. */
async function completed(plan: RefundPlan = {}): Promise<Repaired> {
  const amounts = plan.amounts ?? [10_000];
  const refund = await room.answered(amounts.map(settledWith), plan);
  await room.refunds.finish(refund.at());
  return { ...refund, transferIds: [...refund.transferIds], repairs: 0 };
}
let told = 0;
async function comesBack(refund: Repaired, index = 0): Promise<void> {
  const [sent] = await rows<{ reference: string; gatewayRefundId: string; amount: number }>(
    `SELECT a.reference, a.gateway_refund_id AS "gatewayRefundId", t.amount FROM attempt a JOIN transfer t ON t.id = a.transfer_id
     WHERE t.id = $1 AND a.status = 'succeeded'`,
    refund.transferIds[index],
  );
  const received = await inbox.receive(merchant.id, 'stripe', {
    ...{
      eventId: `evt_back_${(told += 1)}`,
      type: 'refund.failed',
      occurredAt: new Date().toISOString(),
      gatewayRef: '',
    },
    ...{ reference: sent?.reference ?? '', gatewayRefundId: sent?.gatewayRefundId ?? '' },
    outcome: {
      ...{ status: 'declined', pendingReason: null, reason: 'expired_or_canceled_card' },
      amount: { amount: sent?.amount ?? 0, currency: 'ILS' },
    },
  });
  expect(received.duplicate).toBe(false);
}
/** Its repair is started; from then on `at` counts as the repair does. */
async function opened(refund: Repaired): Promise<Repaired> {
  const at = transitionsOf(merchant.id, refund.id);
  const begun = await room.refunds.openRepair(at(), refund.repairs + 1);
  let { version } = begun;
  return {
    ...refund,
    repairs: refund.repairs + 1,
    at: (over: Partial<Transition> = {}) => at({ version: (version += 1), ...over }),
  };
}
async function paidAnew(refund: Repaired, index = 0): Promise<void> {
  expect(await room.act(refund, 'retry', index)).toMatchObject({ refused: null });
  const [anew] = await rows<{ id: string; amount: number }>(
    `SELECT id, amount FROM transfer WHERE replaces_id = $1`,
    refund.transferIds[index],
  );
  refund.transferIds.push(anew?.id ?? '');
  await room.transfers.record(await room.send(refund, refund.transferIds.length - 1), settledWith(anew?.amount ?? 0));
}
const notesOf = ({ id }: StoredRefund) =>
  rows<{ type: string; number: string | null; total: number }>(
    `SELECT document_type AS type, display_number AS number, total FROM credit_note WHERE refund_id = $1 ORDER BY created_at, id`,
    id,
  );
const booksOf = async ({ id }: StoredRefund) => {
  const [row] = await rows<Record<string, unknown>>(
    `SELECT r.status, r.review_reason AS reason, r.repairs, r.was_reversed AS reversed, p.held,
       (SELECT coalesce(sum(o.amount), 0)::int FROM posting o JOIN ledger_transaction l ON l.id = o.transaction_id
        WHERE l.refund_id = r.id AND o.account = 'refunds_payable') AS owed,
       (SELECT coalesce(-sum(o.amount), 0)::int FROM posting o JOIN ledger_transaction l ON l.id = o.transaction_id
        WHERE l.refund_id = r.id AND o.account = 'gateway_clearing') AS paid
     FROM refund r JOIN payment p ON p.sale_id = r.sale_id AND p.no = 1 WHERE r.id = $1`,
    id,
  );
  return row;
};
/** What the auditor says in the quiet, beside what these tests leave undone on purpose: starts, messages, facts. */
const broken = async (): Promise<readonly string[]> => {
  const checks = AUDIT_CHECKS.filter(({ id }) => !/^A13|^A16.waiting/.test(id));
  const findings = await db.database.read((tx) => runChecks(tx, checks, { strict: true }));
  return findings.filter(({ count }) => count > 0).map(({ check }) => check.id);
};
afterEach(async () => expect(await broken()).toEqual([]));

describe('money that comes back after completion', () => {
  it('is countered in the books at once, and puts the start of a repair into the outbox: one, however often it is told', async () => {
    const refund = await completed();
    await comesBack(refund);
    expect(await booksOf(refund)).toMatchObject({
      status: 'completed',
      repairs: 1,
      reversed: true,
      held: 0,
      owed: -10_000,
      paid: 0,
    });
    const started = (await new OutboxStore(db.database).due(500)).find(({ refundId }) => refundId === refund.id);
    expect(started).toMatchObject({
      repair: 1,
      input: { v: 2, repair: 1, refundId: refund.id, merchantId: merchant.id, pendingLimitMs: 1_209_600_000 },
      searchAttributes: { status: 'completed', gateway: 'stripe', amountMinor: 10_000 },
    });
    await comesBack(refund);
    expect(await booksOf(refund)).toMatchObject({ repairs: 1, paid: 0 });
  });

  it('goes to a person with a counter document, a message that asks for another way, timeline and event', async () => {
    const refund = await completed();
    await comesBack(refund);
    const repaired = await opened(refund);
    expect(await booksOf(repaired)).toMatchObject({ status: 'needs_review', reason: 'transfer_reversed' });
    expect(await notesOf(repaired)).toMatchObject([
      { type: 'credit_note', total: 10_000 },
      { type: 'counter_note', total: 10_000 },
    ]);
    expect((await notesOf(repaired))[1]?.number).toMatch(/^CT-/);
    expect(
      await rows(`SELECT kind, status FROM message WHERE refund_id = $1 ORDER BY created_at DESC LIMIT 1`, refund.id),
    ).toEqual([{ kind: 'refund_returned', status: 'queued' }]);
    expect(
      await rows(
        `SELECT body->>'from' AS "from", body->>'to' AS "to" FROM outgoing_event WHERE refund_id = $1 ORDER BY sequence DESC LIMIT 1`,
        refund.id,
      ),
    ).toEqual([{ from: 'completed', to: 'needs_review' }]);
    expect(
      await rows(`SELECT kind FROM refund_event WHERE refund_id = $1 ORDER BY id DESC LIMIT 3`, refund.id),
    ).toEqual([{ kind: 'counter_note_issued' }, { kind: 'money_status' }, { kind: 'transfer_reversed' }]);
    expect(await rows(`SELECT 1 FROM outbox WHERE refund_id = $1`, refund.id)).toEqual([]);
    const review = await room.reviews.find(merchant.id, refund.id);
    expect(review?.view).toMatchObject({
      owner: 'finance',
      allowedActions: ['fail'],
      transfers: [{ status: 'reversed', allowedActions: ['retry', 'change_destination'] }],
    });
  });

  it('is opened once: the same step written again answers what the first one stored', async () => {
    const refund = await completed();
    await comesBack(refund);
    const at = transitionsOf(merchant.id, refund.id)();
    const first = await room.refunds.openRepair(at, 1);
    const again = await room.refunds.openRepair({ ...at, version: at.version + 1 }, 1);
    expect(again).toMatchObject({ status: 'needs_review', messages: first.messages });
    const resumed = await room.refunds.openRepair(transitionsOf(merchant.id, refund.id)(), 1);
    expect(resumed.resume).toBe(true);
    expect(resumed.messages).toEqual(expect.arrayContaining([...first.messages]));
    expect(await notesOf(refund)).toHaveLength(2);
    // Neither an older repair nor the refund's own process takes it up again.
    expect(await room.refunds.openRepair(transitionsOf(merchant.id, refund.id)(), 2)).toMatchObject({
      status: 'completed',
    });
    expect(await room.refunds.open(transitionsOf(merchant.id, refund.id)())).toMatchObject({ status: 'completed' });
  });

  it('is paid anew by a new transfer under a new key, with a new document, and completes', async () => {
    const refund = await completed({ fee: 500 });
    await comesBack(refund);
    const repaired = await opened(refund);
    await paidAnew(repaired);
    expect(await room.refunds.finish(repaired.at())).toMatchObject({ status: 'completed' });
    expect(await booksOf(repaired)).toMatchObject({ status: 'completed', held: 10_000, owed: 0, paid: 10_000 });
    const [first, counter, second] = await notesOf(repaired);
    expect([first?.total, counter?.total, second?.total]).toEqual([10_000, 10_000, 10_000]);
    expect(second?.number).toMatch(/^CN-/);
    const bodies = await rows<{ lines: unknown; fee: unknown }>(
      `SELECT body->'lines' AS lines, body->'fee' AS fee FROM credit_note WHERE refund_id = $1 AND document_type = 'credit_note' ORDER BY completion`,
      refund.id,
    );
    expect(bodies[1]).toEqual(bodies[0]);
    const keys = await rows<{ key: string }>(
      `SELECT a.gateway_key AS key FROM attempt a JOIN transfer t ON t.id = a.transfer_id WHERE t.refund_id = $1`,
      refund.id,
    );
    expect(new Set(keys.map(({ key }) => key)).size).toBe(2);
    expect(
      await rows(`SELECT kind, no FROM message WHERE refund_id = $1 ORDER BY created_at, no`, refund.id),
    ).toMatchObject([
      ...[{ kind: 'refund_received' }, { kind: 'refund_completed' }],
      ...[{ kind: 'refund_returned' }, { kind: 'refund_completed' }],
    ]);
  });

  it('comes back once more, and is repaired once more, with documents that follow each other', async () => {
    const refund = await completed();
    await comesBack(refund);
    const first = await opened(refund);
    await paidAnew(first);
    await room.refunds.finish(first.at());
    await comesBack(first, 1);
    const second = await opened(first);
    expect(second.repairs).toBe(2);
    await paidAnew(second, 1);
    await room.refunds.finish(second.at());
    expect((await notesOf(second)).map(({ type }) => type)).toEqual([
      ...['credit_note', 'counter_note', 'credit_note', 'counter_note', 'credit_note'],
    ]);
    expect(await booksOf(second)).toMatchObject({ status: 'completed', repairs: 2, owed: 0, paid: 10_000 });
  });

  it('gives units and amounts back at once, and is refused what somebody else took meanwhile', async () => {
    const refund = await completed({ captured: 10_000 });
    await db.query(`UPDATE sale_line SET quantity = 1, total = 10000, tax = 1525 WHERE sale_id = $1`, [refund.saleId]);
    await comesBack(refund);
    const other = await completed({ of: refund });
    const repaired = await opened(refund);
    expect(await room.act(repaired, 'retry', 0)).toMatchObject({ applied: false, refused: 'line_exhausted' });
    await comesBack(other);
    await opened(other);
    expect(await room.act(repaired, 'retry', 0)).toMatchObject({ refused: null });
  });

  it('is refused when the payment has not that much left', async () => {
    const refund = await completed({ captured: 10_000 });
    await comesBack(refund);
    const other = await completed({ of: refund });
    expect(other.id).not.toBe(refund.id);
    const repaired = await opened(refund);
    expect(await room.act(repaired, 'retry', 0)).toMatchObject({ refused: 'over_refund' });
  });

  it('of one of two payments leaves the other paid, and may end short', async () => {
    const refund = await completed({ amounts: [6_000, 4_000] });
    await comesBack(refund, 1);
    const repaired = await opened(refund);
    expect(await notesOf(repaired)).toMatchObject([{ total: 10_000 }, { type: 'counter_note', total: 4_000 }]);
    expect(await room.state(repaired, 'close_short')).toMatchObject({ refused: null, status: 'completed' });
    expect(await booksOf(repaired)).toMatchObject({ status: 'completed', owed: 0, paid: 6_000 });
    expect(await notesOf(repaired)).toHaveLength(2);
  });

  it('of a refund that had ended short is countered, paid anew in part and ended short once more', async () => {
    const refund = await room.answered([settledWith(6_000), settledWith(3_000), DECLINED], {
      amounts: [6_000, 3_000, 1_000],
    });
    await room.state(refund, 'close_short');
    const short = { ...refund, transferIds: [...refund.transferIds], repairs: 0 };
    await comesBack(short, 0);
    await comesBack(short, 1);
    const repaired = await opened(short);
    await paidAnew(repaired, 1);
    await room.follow(repaired);
    expect(await room.state(repaired, 'close_short')).toMatchObject({ refused: null, status: 'completed' });
    expect(await booksOf(repaired)).toMatchObject({ status: 'completed', owed: 0, paid: 3_000 });
    expect((await notesOf(repaired)).map(({ type, total }) => [type, total])).toEqual([
      ['credit_note', 9_000],
      ['counter_note', 6_000],
      ['counter_note', 3_000],
      ['credit_note', 3_000],
    ]);
  });

  it('ends unpaid when two persons say so, and owes nothing then', async () => {
    const refund = await completed({ fee: 300 });
    await comesBack(refund);
    const repaired = await opened(refund);
    expect(await room.state(repaired, 'fail')).toMatchObject({ refused: null, status: 'failed' });
    expect(await booksOf(repaired)).toMatchObject({ status: 'failed', owed: 0, paid: 0, held: 0 });
  });

  it('while a repair runs is told to that repair, with a document of its own', async () => {
    const refund = await completed({ amounts: [6_000, 4_000] });
    await comesBack(refund, 0);
    const repaired = await opened(refund);
    await comesBack(repaired, 1);
    expect(
      await rows(
        `SELECT state, workflow_id AS id FROM inbox_event WHERE refund_id = $1 ORDER BY received_at DESC LIMIT 1`,
        refund.id,
      ),
    ).toEqual([{ state: 'to_signal', id: `repair:${merchant.id}:${refund.id}:1` }]);
    await room.follow(repaired);
    await room.follow(repaired);
    expect((await notesOf(repaired)).map(({ total }) => total)).toEqual([10_000, 6_000, 4_000]);
    expect(
      await rows(`SELECT 1 FROM message WHERE refund_id = $1 AND kind = 'refund_returned'`, refund.id),
    ).toHaveLength(2);
  });

  it('of a sale without an invoice is countered by a draft', async () => {
    const refund = await completed({ invoice: false });
    await comesBack(refund);
    await opened(refund);
    expect(await notesOf(refund)).toMatchObject([{ number: null }, { type: 'counter_note', number: null }]);
  });

  it('before completion goes to a person by the process of the refund itself', async () => {
    const refund = await room.answered([
      settledWith(10_000),
      {
        kind: 'pending',
        gatewayRefundId: 're_waits',
        amount: { amount: 10_000, currency: 'ILS' },
        reason: 'processing',
      },
    ]);
    const open = { ...refund, transferIds: [...refund.transferIds], repairs: 0 };
    await comesBack(open, 0);
    expect(await rows(`SELECT state, workflow_id AS id FROM inbox_event WHERE refund_id = $1`, refund.id)).toEqual([
      { state: 'to_signal', id: `refund:${merchant.id}:${refund.id}` },
    ]);
    expect(await room.follow(open)).toMatchObject({ status: 'needs_review', messages: [{ kind: 'refund_returned' }] });
    await paidAnew(open, 0);
    expect(await notesOf(open)).toEqual([]);
  });
});
