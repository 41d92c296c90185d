import { RefundProcessStore } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import {
  SECRETS,
  storeRefund,
  transitionsOf,
  type RefundPlan,
  type StoredRefund,
} from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let refunds: RefundProcessStore;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);
const execute = (sql: string, ...params: unknown[]) => test.database.write((tx) => tx.query(sql, params));

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database, { carriers: { easypost: {} } });
  refunds = new RefundProcessStore(test.database, SECRETS);
});
afterAll(() => test.close());

async function opened(plan: RefundPlan): Promise<StoredRefund> {
  const refund = await storeRefund(test.database, merchant, plan);
  await refunds.open(refund.at());
  return refund;
}
const goods = { mode: 'required', moneyOn: 'delivered' } as const;
const stands = (refund: StoredRefund) =>
  rows(
    `SELECT r.status, r.review_reason AS reason, r.due_at AS due,
       (SELECT sum(held)::int FROM payment WHERE sale_id = r.sale_id) AS held FROM refund r WHERE id = $1`,
    refund.id,
  );

describe('silence', () => {
  it('lets a refund expire that nobody decided, and gives back what it held', async () => {
    const refund = await opened({ steps: ['lead', 'finance'], goods });
    expect(await refunds.project(refund.at(), { kind: 'silence' })).toMatchObject({
      applied: true,
      status: 'expired',
      openStep: null,
      messages: [{ kind: 'refund_expired' }],
      transfers: [{ status: 'released' }],
    });
    expect(await stands(refund)).toEqual([{ status: 'expired', reason: null, due: null, held: 0 }]);
    expect(await rows(`SELECT status FROM approval_step WHERE refund_id = $1 ORDER BY no`, refund.id)).toEqual([
      { status: 'expired' },
      { status: 'superseded' },
    ]);
    expect(await rows(`SELECT status FROM goods_return WHERE refund_id = $1`, refund.id)).toEqual([
      { status: 'expired' },
    ]);
  });

  it('brings a refund to a person that the customer has a right to', async () => {
    const refund = await opened({ steps: ['lead'], statutory: true });
    expect(await refunds.project(refund.at(), { kind: 'silence' })).toMatchObject({
      status: 'needs_review',
      messages: [],
    });
    expect(await stands(refund)).toEqual([
      { status: 'needs_review', reason: 'approval_overdue', due: null, held: 10_000 },
    ]);
    // Nobody approved it: no news of money may move it on.
    expect(await refunds.project(refund.at(), { kind: 'money', exhausted: false, unanswered: [] })).toMatchObject({
      applied: false,
      status: 'needs_review',
    });
    expect(await refunds.finish(refund.at())).toMatchObject({ applied: false, status: 'needs_review' });
  });

  it('is void once somebody decided', async () => {
    const refund = await opened({});
    expect(await refunds.project(refund.at(), { kind: 'silence' })).toMatchObject({
      applied: false,
      status: 'processing',
    });
  });
});

describe('goods', () => {
  const parcel = (refund: StoredRefund, status: string, no = 1) =>
    execute(
      `INSERT INTO parcel (id, merchant_id, return_id, no, carrier, shipment_ref, tracking_code, label_url, status)
       VALUES (gen_random_uuid(), $1, $2, $3, 'easypost', 'shp', $4, 'https://label.test', $5)`,
      merchant.id,
      refund.returnId,
      no,
      `${refund.id}-${no}`,
      status,
    );

  it('that have come let the money go', async () => {
    const refund = await opened({ goods });
    await parcel(refund, 'delivered');
    expect(await refunds.project(refund.at(), { kind: 'goods_arrived' })).toMatchObject({
      applied: true,
      status: 'processing',
    });
    expect(
      await rows(
        `SELECT 1 AS one FROM attempt a JOIN transfer t ON t.id = a.transfer_id WHERE t.refund_id = $1`,
        refund.id,
      ),
    ).toHaveLength(1);
  });

  it('never let it go on a word alone: every parcel must have come that far', async () => {
    const refund = await opened({ goods });
    expect(await refunds.project(refund.at(), { kind: 'goods_arrived' })).toMatchObject({
      applied: false,
      refused: 'invalid_state',
    });
    await parcel(refund, 'delivered');
    await parcel(refund, 'in_transit', 2);
    expect(await refunds.project(refund.at(), { kind: 'goods_arrived' })).toMatchObject({
      refused: 'invalid_state',
      status: 'awaiting_return',
    });
    await execute(`UPDATE parcel SET status = 'cancelled' WHERE return_id = $1 AND no = 2`, refund.returnId);
    expect(await refunds.project(refund.at(), { kind: 'goods_arrived' })).toMatchObject({ status: 'processing' });
  });

  it('that the warehouse counted are enough without any parcel', async () => {
    const refund = await opened({ goods: { ...goods, moneyOn: 'received', method: 'drop_off' } });
    await execute(`UPDATE goods_return SET status = 'received' WHERE id = $1`, refund.returnId);
    expect(await refunds.project(refund.at(), { kind: 'goods_arrived' })).toMatchObject({ status: 'processing' });
  });

  it('that never come end the refund, or bring it to a person', async () => {
    const refund = await opened({ goods });
    expect(await refunds.project(refund.at(), { kind: 'goods_expired' })).toMatchObject({ status: 'expired' });
    expect(await stands(refund)).toEqual([{ status: 'expired', reason: null, due: null, held: 0 }]);

    const statutory = await opened({ goods, statutory: true, payBy: '2099-01-20' });
    expect(await refunds.project(statutory.at(), { kind: 'goods_expired' })).toMatchObject({ status: 'needs_review' });
    expect(await stands(statutory)).toEqual([
      { status: 'needs_review', reason: 'goods_overdue', due: null, held: 10_000 },
    ]);
    expect(await rows(`SELECT status FROM goods_return WHERE id = $1`, statutory.returnId)).toEqual([
      { status: 'expected' },
    ]);
  });
});

describe('cancelling', () => {
  const cancel = { kind: 'cancel', command: null, actor: 'key:ab12cd34' } as const;

  it('while people decide gives everything back', async () => {
    const refund = await opened({ steps: ['lead'], goods });
    expect(await refunds.project(refund.at(), cancel)).toMatchObject({
      applied: true,
      status: 'cancelled',
      messages: [{ kind: 'refund_cancelled' }],
      transfers: [{ status: 'released' }],
    });
    expect(await stands(refund)).toEqual([{ status: 'cancelled', reason: null, due: null, held: 0 }]);
    expect(await rows(`SELECT status FROM approval_step WHERE refund_id = $1`, refund.id)).toEqual([
      { status: 'superseded' },
    ]);
    expect(await rows(`SELECT status FROM goods_return WHERE refund_id = $1`, refund.id)).toEqual([
      { status: 'cancelled' },
    ]);
  });

  it('leaves goods that are on their way to be received', async () => {
    const refund = await opened({ goods });
    await execute(`UPDATE goods_return SET status = 'in_transit' WHERE id = $1`, refund.returnId);
    await refunds.project(refund.at(), cancel);
    expect(await rows(`SELECT status FROM goods_return WHERE refund_id = $1`, refund.id)).toEqual([
      { status: 'in_transit' },
    ]);
  });

  it('is possible before the first step of the process', async () => {
    const refund = await storeRefund(test.database, merchant);
    expect(await refunds.project(refund.at(), cancel)).toMatchObject({ status: 'cancelled' });
    expect(await rows(`SELECT 1 FROM outbox WHERE refund_id = $1`, refund.id)).toEqual([]);
  });

  it('is too late once the money step began, and meaningless once the refund is over', async () => {
    const refund = await opened({});
    expect(await refunds.project(refund.at(), cancel)).toMatchObject({
      applied: false,
      refused: 'too_late',
      status: 'processing',
    });
    const over = await opened({ steps: ['lead'] });
    await refunds.project(over.at(), cancel);
    expect(await refunds.project(over.at(), cancel)).toMatchObject({ refused: 'invalid_state', status: 'cancelled' });
  });

  it('of a refund in review counters what was posted, and its attempt can never be sent', async () => {
    const refund = await opened({});
    await execute(`UPDATE refund SET status = 'needs_review', review_reason = 'process_lost' WHERE id = $1`, refund.id);
    expect(await refunds.project(refund.at(), cancel)).toMatchObject({ status: 'cancelled' });
    expect(
      await rows(
        `SELECT a.status FROM attempt a JOIN transfer t ON t.id = a.transfer_id WHERE t.refund_id = $1`,
        refund.id,
      ),
    ).toEqual([{ status: 'not_sent' }]);
    expect(
      await rows(
        `SELECT p.account, sum(p.amount)::int AS sum FROM posting p JOIN ledger_transaction l ON l.id = p.transaction_id
         WHERE l.refund_id = $1 GROUP BY 1 HAVING sum(p.amount) <> 0`,
        refund.id,
      ),
    ).toEqual([]);
    expect(await rows(`SELECT kind FROM ledger_transaction WHERE refund_id = $1 ORDER BY at`, refund.id)).toEqual([
      { kind: 'approved' },
      { kind: 'closed' },
    ]);
  });

  it('by an operator, after money moved, is only written down', async () => {
    const refund = await opened({});
    expect(await refunds.project(refund.at(), { kind: 'operator_cancel_ignored' })).toMatchObject({
      applied: true,
      status: 'processing',
    });
    expect(
      await rows(`SELECT kind FROM refund_event WHERE refund_id = $1 ORDER BY id DESC LIMIT 1`, refund.id),
    ).toEqual([{ kind: 'cancel_ignored' }]);
  });
});

describe('moving the limit of a wait', () => {
  const command = '0198a5a0-0000-7000-8000-000000000001';
  const dueAtMs = Date.parse('2098-03-01T12:00:00Z');

  it('changes the date and nothing else', async () => {
    const refund = await opened({ steps: ['lead'] });
    expect(await refunds.project(refund.at(), { kind: 'deadline', command, actor: 'key:x', dueAtMs })).toMatchObject({
      applied: true,
      status: 'awaiting_approval',
      openStep: { no: 1 },
      dueAtMs,
    });
    expect(await rows(`SELECT count(*)::int AS n FROM outgoing_event WHERE refund_id = $1`, refund.id)).toEqual([
      { n: 2 },
    ]);
    // A run that is reset waits until the new date.
    expect(await refunds.open(transitionsOf(merchant.id, refund.id)({ version: 900 }))).toMatchObject({
      resume: true,
      silentUntilMs: dueAtMs,
    });
  });

  it('moves the window of the goods too', async () => {
    const refund = await opened({ goods });
    await refunds.project(refund.at(), { kind: 'deadline', command, actor: 'key:x', dueAtMs });
    expect(await rows(`SELECT due_at FROM goods_return WHERE id = $1`, refund.returnId)).toEqual([
      { due_at: '2098-03-01T12:00:00.000Z' },
    ]);
  });

  it('is refused for the past, and when nothing waits', async () => {
    const refund = await opened({ steps: ['lead'] });
    expect(
      await refunds.project(refund.at(), { kind: 'deadline', command, actor: 'key:x', dueAtMs: 1_000 }),
    ).toMatchObject({ refused: 'invalid_request' });
    const paying = await opened({});
    expect(await refunds.project(paying.at(), { kind: 'deadline', command, actor: 'key:x', dueAtMs })).toMatchObject({
      refused: 'invalid_state',
    });
  });
});

describe('a leftover of another run', () => {
  it('is not applied, and learns where the refund stands', async () => {
    const refund = await opened({ steps: ['lead'] });
    const late = transitionsOf(merchant.id, refund.id);
    expect(await refunds.project(late({ version: 1 }), { kind: 'silence' })).toMatchObject({
      applied: false,
      refused: null,
      status: 'awaiting_approval',
    });
  });
});
