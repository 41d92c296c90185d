import { RefundProcessStore, TransferStore, type GatewayAnswer } from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let refunds: RefundProcessStore;
let transfers: ByProcess<TransferStore>;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  refunds = new RefundProcessStore(test.database, SECRETS);
  transfers = byProcess(test.database, new TransferStore(test.database, SECRETS));
});
afterAll(() => test.close());

async function opened(plan: RefundPlan = {}, shop = merchant): Promise<StoredRefund> {
  const refund = await storeRefund(test.database, shop, plan);
  await refunds.open(refund.at());
  return refund;
}
let movements = 0;
async function answer(
  refund: StoredRefund,
  index: number,
  kind: GatewayAnswer['kind'],
  amount = 10_000,
): Promise<void> {
  const claimed = await transfers.claim(refund.transferIds[index] ?? '');
  if (claimed.kind !== 'send') throw new Error('expected a claim');
  const money = { gatewayRefundId: `re_${(movements += 1)}`, amount: { amount, currency: 'ILS' } };
  const answers: Readonly<Record<GatewayAnswer['kind'], GatewayAnswer>> = {
    settled: { kind: 'settled', ...money },
    pending: { kind: 'pending', ...money, reason: 'processing' },
    declined: { kind: 'declined', gatewayRefundId: null, reason: 'card_expired' },
    unknown: { kind: 'unknown', evidence: { cause: 'unlisted_status' } },
  };
  await transfers.record(claimed.attemptId, answers[kind]);
}
const money = { kind: 'money', exhausted: false, unanswered: [] } as const;

describe('following the money', () => {
  it('shows the worst of the transfers, and completes when the last one settles', async () => {
    const refund = await opened({ amounts: [6_000, 4_000] });
    await answer(refund, 0, 'unknown', 6_000);
    expect(await refunds.project(refund.at(), money)).toMatchObject({ status: 'in_doubt', messages: [] });
    await answer(refund, 1, 'settled', 4_000);
    expect(await refunds.project(refund.at(), money)).toMatchObject({ applied: true, status: 'in_doubt' });
    await answer(refund, 0, 'settled', 6_000);
    expect(await refunds.project(refund.at(), money)).toMatchObject({
      status: 'completed',
      messages: [{ kind: 'refund_completed' }],
    });
    expect(
      await rows(`SELECT body->>'to' AS to FROM outgoing_event WHERE refund_id = $1 ORDER BY sequence`, refund.id),
    ).toEqual(['requested', 'processing', 'in_doubt', 'completed'].map((to) => ({ to })));
  });

  it('brings a declined transfer to a person; the settled one stays', async () => {
    const refund = await opened({ amounts: [6_000, 4_000] });
    await answer(refund, 0, 'settled', 6_000);
    await answer(refund, 1, 'declined');
    expect(await refunds.project(refund.at(), money)).toMatchObject({
      status: 'needs_review',
      transfers: [{ status: 'settled' }, { status: 'declined' }],
    });
    expect(await rows(`SELECT review_reason FROM refund WHERE id = $1`, refund.id)).toEqual([
      { review_reason: 'transfer_declined' },
    ]);
  });

  it('brings what nobody answered to a person, where it stays until there is news', async () => {
    const refund = await opened();
    await answer(refund, 0, 'unknown');
    await refunds.project(refund.at(), money);
    expect(await refunds.project(refund.at(), { ...money, exhausted: true })).toMatchObject({ status: 'needs_review' });
    expect(await rows(`SELECT review_reason FROM refund WHERE id = $1`, refund.id)).toEqual([
      { review_reason: 'no_answer' },
    ]);
    expect(await refunds.project(refund.at(), money)).toMatchObject({ applied: true, status: 'needs_review' });
    await answer(refund, 0, 'settled');
    expect(await refunds.project(refund.at(), money)).toMatchObject({ status: 'completed' });
  });

  it('tells the customer once that the money was sent', async () => {
    const refund = await opened();
    await answer(refund, 0, 'pending');
    expect(await refunds.project(refund.at(), money)).toMatchObject({
      status: 'awaiting_gateway',
      messages: [{ kind: 'refund_sent' }],
    });
    await test.database.write((tx) =>
      tx.query(`UPDATE transfer SET status = 'in_doubt' WHERE refund_id = $1`, [refund.id]),
    );
    await refunds.project(refund.at(), money);
    await test.database.write((tx) =>
      tx.query(`UPDATE transfer SET status = 'pending' WHERE refund_id = $1`, [refund.id]),
    );
    expect(await refunds.project(refund.at(), money)).toMatchObject({ status: 'awaiting_gateway', messages: [] });
  });

  it('holds a call without an answer for unknown, and one that never left for planned', async () => {
    const refund = await opened({ amounts: [6_000, 4_000] });
    await transfers.claim(refund.transferIds[0] ?? '');
    expect(await refunds.project(refund.at(), { ...money, unanswered: refund.transferIds })).toMatchObject({
      status: 'in_doubt',
      transfers: [{ status: 'in_doubt' }, { status: 'planned' }],
    });
    expect(
      await rows(
        `SELECT a.status FROM attempt a JOIN transfer t ON t.id = a.transfer_id WHERE t.refund_id = $1 ORDER BY t.no`,
        refund.id,
      ),
    ).toEqual([{ status: 'unknown' }, { status: 'prepared' }]);
  });

  it('writes nothing when nothing changed', async () => {
    const refund = await opened();
    expect(await refunds.project(refund.at(), money)).toMatchObject({
      applied: true,
      status: 'processing',
      messages: [],
    });
    expect(await rows(`SELECT count(*)::int AS n FROM refund_event WHERE refund_id = $1`, refund.id)).toEqual([
      { n: 2 },
    ]);
  });
});
