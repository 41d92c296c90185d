import { RefundProcessStore, TransferStore, type GatewayAnswer } from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { commitsOf, readRows, sentStatements, workOf } from '../../builders/read-rows.builder';
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
const paid = async (plan: RefundPlan = {}, shop = merchant) => {
  const refund = await opened(plan, shop);
  await answer(refund, 0, 'settled');
  return refund;
};
const notes = (refund: StoredRefund) =>
  rows<Record<string, unknown>>(
    `SELECT status, number, display_number AS display, net, tax, total, document_type AS type, completion FROM credit_note WHERE refund_id = $1`,
    refund.id,
  );

describe('finishing', () => {
  it('completes a refund whose money is there, with its credit note and message', async () => {
    const refund = await paid({ fee: 500 });
    expect(await refunds.finish(refund.at())).toMatchObject({
      applied: true,
      status: 'completed',
      messages: [{ kind: 'refund_completed' }],
      transfers: [{ status: 'settled' }],
    });
    expect(await notes(refund)).toEqual([
      {
        status: 'issued',
        number: 1,
        display: 'CN-1',
        net: 8_548,
        tax: 1_452,
        total: 10_000,
        type: 'credit_note',
        completion: 1,
      },
    ]);
    expect(
      await rows(
        `SELECT body->'fee' AS fee, body->'invoice'->>'number' AS invoice, body->'seller'->>'registrationNumber' AS seller FROM credit_note WHERE refund_id = $1`,
        refund.id,
      ),
    ).toEqual([{ fee: { gross: 500, tax: 73, net: 427 }, invoice: 'INV-7', seller: '515000000' }]);
    expect(await rows(`SELECT completed_at IS NOT NULL AS done, due_at FROM refund WHERE id = $1`, refund.id)).toEqual([
      { done: true, due_at: null },
    ]);
    expect(
      await rows(
        `SELECT account, sum(amount)::int AS sum FROM posting p JOIN ledger_transaction l ON l.id = p.transaction_id WHERE l.refund_id = $1 GROUP BY 1 ORDER BY 1`,
        refund.id,
      ),
    ).toEqual([
      { account: 'fee_income', sum: -427 },
      { account: 'gateway_clearing', sum: -10_000 },
      { account: 'refunds_payable', sum: 0 },
      { account: 'sales_returns', sum: 8_975 },
      { account: 'tax_payable', sum: 1_452 },
    ]);
  });

  it('again with the same transition answers the same and takes no second number', async () => {
    const refund = await paid();
    const at = refund.at();
    const first = await refunds.finish(at);
    expect(await refunds.finish({ ...at, version: at.version + 7 })).toEqual(first);
    expect(await notes(refund)).toHaveLength(1);
    expect(await refunds.finish(refund.at())).toMatchObject({ applied: false, status: 'completed' });
  });

  it('only follows the money while it is not all there', async () => {
    const refund = await opened({ amounts: [6_000, 4_000] });
    await answer(refund, 0, 'settled', 6_000);
    await answer(refund, 1, 'pending', 4_000);
    expect(await refunds.finish(refund.at())).toMatchObject({
      applied: true,
      status: 'awaiting_gateway',
      messages: [{ kind: 'refund_sent' }],
    });
    expect(await notes(refund)).toEqual([]);
  });

  it('leaves the note as a draft while the sale has no invoice; the series keeps its next number', async () => {
    const shop = await storeMerchant(test.database);
    const draft = await paid({ invoice: false }, shop);
    await refunds.finish(draft.at());
    expect(await notes(draft)).toMatchObject([{ status: 'draft', number: null, display: null, total: 10_000 }]);
    const next = await paid({}, shop);
    await refunds.finish(next.at());
    expect(await notes(next)).toMatchObject([{ status: 'issued', number: 1 }]);
  });

  it('of a gift writes no tax document', async () => {
    const refund = await paid({ kind: 'donation' });
    expect(await refunds.finish(refund.at())).toMatchObject({ status: 'completed' });
    expect(await notes(refund)).toEqual([]);
  });

  it('numbers notes without a gap when many finish at once and some are undone', async () => {
    const shop = await storeMerchant(test.database);
    const all: StoredRefund[] = [];
    for (let index = 0; index < 12; index += 1) all.push(await paid({}, shop));
    const broken = await paid({}, shop);
    // Its message is there already: the transaction fails after it has taken its number.
    await test.database.write((tx) =>
      tx.query(
        `INSERT INTO message (id, merchant_id, refund_id, kind, no, status) VALUES (gen_random_uuid(), $1, $2, 'refund_completed', 3, 'queued')`,
        [shop.id, broken.id],
      ),
    );
    const undone = () => expect(refunds.finish(broken.at())).rejects.toMatchObject({ driverError: { code: '23505' } });
    await Promise.all([
      ...all.slice(0, 6).map((refund) => refunds.finish(refund.at())),
      undone(),
      ...all.slice(6).map((refund) => refunds.finish(refund.at())),
    ]);
    await undone();
    const numbers = await rows<{ number: number }>(
      `SELECT number FROM credit_note WHERE merchant_id = $1 AND number IS NOT NULL ORDER BY number`,
      shop.id,
    );
    expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(await rows(`SELECT status FROM refund WHERE id = $1`, broken.id)).toEqual([{ status: 'processing' }]);
  });

  it('costs one commit and five statements', async () => {
    const refund = await paid();
    sentStatements(test);
    await refunds.finish(refund.at());
    const sent = sentStatements(test);
    expect([commitsOf(sent), workOf(sent).length]).toEqual([1, 5]);
  });
});

describe('store credit', () => {
  it('is issued with its bonus in the finishing transaction', async () => {
    const refund = await opened({ storeCredit: { bonus: 500, months: 60 } });
    expect(
      await rows(`SELECT 1 FROM attempt a JOIN transfer t ON t.id = a.transfer_id WHERE t.refund_id = $1`, refund.id),
    ).toEqual([]);
    expect(await refunds.finish(refund.at())).toMatchObject({
      status: 'completed',
      messages: [{ kind: 'credit_issued' }],
      transfers: [{ status: 'settled', destination: 'store_credit' }],
    });
    expect(await rows(`SELECT available, held FROM credit_account WHERE customer_id = $1`, refund.customerId)).toEqual([
      { available: 10_500, held: 0 },
    ]);
    expect(
      await rows(
        `SELECT kind, amount, available, status, expires_on > now() + interval '1800 days' AS late FROM credit_entry WHERE transfer_id = $1 ORDER BY kind DESC`,
        refund.transferIds[0],
      ),
    ).toEqual([
      { kind: 'refund', amount: 10_000, available: 10_000, status: 'active', late: true },
      { kind: 'bonus', amount: 500, available: 500, status: 'active', late: true },
    ]);
    expect(
      await rows(
        `SELECT account, sum(amount)::int AS sum, count(credit_account_id)::int AS of_account FROM posting p
         JOIN ledger_transaction l ON l.id = p.transaction_id WHERE l.refund_id = $1 GROUP BY 1 ORDER BY 1`,
        refund.id,
      ),
    ).toEqual([
      { account: 'customer_credit', sum: -10_500, of_account: 2 },
      { account: 'goodwill_expense', sum: 500, of_account: 0 },
      { account: 'refunds_payable', sum: 0, of_account: 0 },
      { account: 'sales_returns', sum: 8_475, of_account: 0 },
      { account: 'tax_payable', sum: 1_525, of_account: 0 },
    ]);
    expect(await rows(`SELECT held FROM payment WHERE id = $1`, refund.paymentIds[0])).toEqual([{ held: 10_000 }]);
    expect(await notes(refund)).toMatchObject([{ status: 'issued', total: 10_000 }]);
  });

  it('of several refunds of one customer at once adds up in one account', async () => {
    const first = await storeRefund(test.database, merchant, {
      storeCredit: { bonus: 0, months: 12 },
      captured: 100_000,
    });
    const all = [first];
    for (let index = 0; index < 5; index += 1) {
      all.push(await storeRefund(test.database, merchant, { storeCredit: { bonus: 0, months: 12 }, of: first }));
    }
    for (const refund of all) await refunds.open(refund.at());
    await Promise.all(all.map((refund) => refunds.finish(refund.at())));
    expect(await rows(`SELECT available FROM credit_account WHERE customer_id = $1`, first.customerId)).toEqual([
      { available: 60_000 },
    ]);
  });

  it('is not issued twice by a repeat', async () => {
    const refund = await opened({ storeCredit: { bonus: 0, months: 12 } });
    const at = refund.at();
    const first = await refunds.finish(at);
    expect(await refunds.finish(at)).toEqual(first);
    expect(await rows(`SELECT available FROM credit_account WHERE customer_id = $1`, refund.customerId)).toEqual([
      { available: 10_000 },
    ]);
  });
});

describe('what was written stays', () => {
  const refuses = (sql: string, id: string) =>
    expect(test.database.write((tx) => tx.query(sql, [id]))).rejects.toMatchObject({ driverError: { code: '23001' } });

  it('an issued credit note, a posting, a transaction, a timeline entry', async () => {
    const refund = await paid();
    await refunds.finish(refund.at());
    await refuses(`UPDATE credit_note SET total = total + 1, net = net + 1 WHERE refund_id = $1`, refund.id);
    await refuses(`DELETE FROM credit_note WHERE refund_id = $1`, refund.id);
    await refuses(
      `UPDATE posting SET amount = amount + 1 WHERE transaction_id IN (SELECT id FROM ledger_transaction WHERE refund_id = $1)`,
      refund.id,
    );
    await refuses(
      `DELETE FROM posting WHERE transaction_id IN (SELECT id FROM ledger_transaction WHERE refund_id = $1)`,
      refund.id,
    );
    await refuses(`UPDATE ledger_transaction SET kind = 'x' WHERE refund_id = $1`, refund.id);
    await refuses(`DELETE FROM refund_event WHERE refund_id = $1`, refund.id);
  });

  it('a draft may still become a note', async () => {
    const refund = await paid({ invoice: false });
    await refunds.finish(refund.at());
    await test.database.write((tx) => tx.query(`UPDATE credit_note SET body = body WHERE refund_id = $1`, [refund.id]));
  });
});
