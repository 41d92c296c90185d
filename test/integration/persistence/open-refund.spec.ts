import { RefundProcessStore, TransferStore } from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, transitionsOf } from '../../builders/stored-refund.builder';
import { commitsOf, readRows, sentStatements, workOf } from '../../builders/read-rows.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let refunds: RefundProcessStore;
let transfers: ByProcess<TransferStore>;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database, { carriers: { easypost: {} } });
  refunds = new RefundProcessStore(test.database, SECRETS);
  transfers = byProcess(test.database, new TransferStore(test.database, SECRETS));
});
afterAll(() => test.close());

describe('opening a refund', () => {
  it('that nobody has to decide goes to its money: attempts prepared, debt posted, start taken out of the outbox', async () => {
    const refund = await storeRefund(test.database, merchant, { amounts: [6_000, 4_000], fee: 500 });
    const opened = await refunds.open(refund.at());

    expect(opened).toMatchObject({
      status: 'processing',
      resume: false,
      storeCredit: false,
      messages: [],
      goods: null,
      openStep: null,
      transfers: [
        { id: refund.transferIds[0], no: 1, status: 'planned', label: '60.00 ILS' },
        { id: refund.transferIds[1], no: 2, status: 'planned', label: '40.00 ILS' },
      ],
    });
    expect(
      await rows(
        `SELECT a.status, a.no, left(a.gateway_key, 3) AS key, left(a.reference, 3) AS reference, a.sends FROM attempt a
         JOIN transfer t ON t.id = a.transfer_id WHERE t.refund_id = $1`,
        refund.id,
      ),
    ).toEqual([
      { status: 'prepared', no: 1, key: 'zk_', reference: 'zr_', sends: 0 },
      { status: 'prepared', no: 1, key: 'zk_', reference: 'zr_', sends: 0 },
    ]);
    expect(
      await rows(
        `SELECT p.account, sum(p.amount)::bigint AS amount FROM posting p JOIN ledger_transaction l ON l.id = p.transaction_id
         WHERE l.refund_id = $1 AND l.kind = 'approved' GROUP BY 1 ORDER BY 1`,
        refund.id,
      ),
    ).toEqual([
      { account: 'fee_income', amount: -427 },
      { account: 'refunds_payable', amount: -10_000 },
      { account: 'sales_returns', amount: 8_975 },
      { account: 'tax_payable', amount: 1_452 },
    ]);
    expect(await rows(`SELECT 1 FROM outbox WHERE refund_id = $1`, refund.id)).toEqual([]);
    expect(await rows(`SELECT kind, status FROM message WHERE refund_id = $1`, refund.id)).toEqual([
      { kind: 'refund_received', status: 'suppressed' },
    ]);
    expect(await rows(`SELECT sequence, body FROM outgoing_event WHERE refund_id = $1 ORDER BY 1`, refund.id)).toEqual([
      { sequence: 1, body: { from: null, to: 'requested' } },
      { sequence: 2, body: { from: 'requested', to: 'processing' } },
    ]);
  });

  it('that the ladder asks for opens its first step and tells the customer', async () => {
    const refund = await storeRefund(test.database, merchant, { steps: ['lead', 'finance'] });
    const opened = await refunds.open(refund.at());

    expect(opened).toMatchObject({
      status: 'awaiting_approval',
      openStep: { no: 1, role: 'lead' },
      stepCount: 2,
      silentUntilMs: Date.parse('2099-01-05T10:00:00Z'),
      reviewAtMs: null,
      snapshotHash: refund.snapshotHash,
      requesterOwner: 'dana',
      messages: [{ kind: 'refund_received' }],
    });
    expect(opened.openStep?.dueAtMs).toBeGreaterThan(Date.now() + 7 * 3_600_000);
    expect(
      await rows(
        `SELECT no, status, opened_at IS NOT NULL AS opened FROM approval_step WHERE refund_id = $1 ORDER BY no`,
        refund.id,
      ),
    ).toEqual([
      { no: 1, status: 'open', opened: true },
      { no: 2, status: 'waiting', opened: false },
    ]);
    expect(
      await rows(`SELECT 1 FROM attempt a JOIN transfer t ON t.id = a.transfer_id WHERE t.refund_id = $1`, refund.id),
    ).toEqual([]);
    expect(await rows(`SELECT due_at FROM refund WHERE id = $1`, refund.id)).toEqual([
      { due_at: '2099-01-05T10:00:00.000Z' },
    ]);
  });

  it('that waits for goods says until when, and leaves the instructions to the label', async () => {
    const refund = await storeRefund(test.database, merchant, {
      goods: { mode: 'required', moneyOn: 'delivered' },
      statutory: true,
      payBy: '2099-01-20',
    });
    const opened = await refunds.open(refund.at());

    expect(opened).toMatchObject({
      status: 'awaiting_return',
      goods: { returnId: refund.returnId, no: 1, mode: 'required', moneyOn: 'delivered', label: true },
      statutory: true,
      // Two days before the law's date, at the local beginning of that day.
      reviewAtMs: Date.parse('2099-01-17T22:00:00Z'),
      messages: [],
    });
    const days = ((opened.goods?.dueAtMs ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(20.9);
    expect(days).toBeLessThan(22.1);
  });

  it('sends instructions at once when the customer brings the goods himself', async () => {
    const refund = await storeRefund(test.database, merchant, {
      goods: { mode: 'required', moneyOn: 'received', method: 'drop_off' },
    });
    const opened = await refunds.open(refund.at());
    expect(opened.goods?.label).toBe(false);
    expect(opened.messages.map(({ kind }) => kind)).toEqual(['return_instructions']);
  });

  it('pays first when the policy says so, whatever the goods do', async () => {
    const refund = await storeRefund(test.database, merchant, { goods: { mode: 'instant', moneyOn: 'delivered' } });
    expect(await refunds.open(refund.at())).toMatchObject({ status: 'processing', goods: { mode: 'instant' } });
  });

  it('that policy refused is rejected and holds nothing any more', async () => {
    const refund = await storeRefund(test.database, merchant, { refusal: 'not_eligible' });
    const opened = await refunds.open(refund.at());
    expect(opened).toMatchObject({
      status: 'rejected',
      messages: [{ kind: 'refund_rejected' }],
      transfers: [{ status: 'released' }],
    });
    expect(await rows(`SELECT held FROM payment WHERE id = $1`, refund.paymentIds[0])).toEqual([{ held: 0 }]);
    expect(
      await rows(`SELECT kind, data FROM refund_event WHERE refund_id = $1 AND run_id IS NOT NULL`, refund.id),
    ).toEqual([{ kind: 'rejected_by_policy', data: { code: 'not_eligible' } }]);
  });

  it('answers a repeat of the same transition with what the first one stored, and writes nothing', async () => {
    const refund = await storeRefund(test.database, merchant, { steps: ['lead'] });
    const at = refund.at();
    const first = await refunds.open(at);
    const again = await refunds.open({ ...at, version: at.version + 5_000 });
    expect(again).toEqual(first);
    expect(await rows(`SELECT count(*)::int AS events FROM refund_event WHERE refund_id = $1`, refund.id)).toEqual([
      { events: 2 },
    ]);
  });

  it('tells a process that wrote further before it was lost where it stands, with every message that it would not hear of', async () => {
    const refund = await storeRefund(test.database, merchant, { steps: ['lead'] });
    const [first, second] = [refund.at(), refund.at()];
    const opened = await refunds.open(first);
    const cancelled = await refunds.project(second, { kind: 'cancel', command: null, actor: 'key:x' });
    expect([opened.status, cancelled.status]).toEqual(['awaiting_approval', 'cancelled']);
    expect(cancelled.messages).toMatchObject([{ kind: 'refund_cancelled' }]);
    // A program that died before it could tell what it wrote does all of it again.
    const again = await refunds.open(first);
    expect([again.status, again.messages]).toEqual(['cancelled', [...opened.messages, ...cancelled.messages]]);
    const more = await refunds.project(second, { kind: 'cancel', command: null, actor: 'key:x' });
    expect([more.status, more.messages]).toEqual(['cancelled', cancelled.messages]);
  });

  it('takes what people ask for although a task that was lost wrote its opening under the same number', async () => {
    const refund = await storeRefund(test.database, merchant, { steps: ['lead'] });
    const at = refund.at();
    const { messages } = await refunds.open(at);
    const later = { ...at, version: at.version + 1 };
    const cancelled = await refunds.project(later, { kind: 'cancel', command: null, actor: 'key:x' });
    expect(cancelled).toMatchObject({ applied: true, refused: null, status: 'cancelled' });
    expect(cancelled.messages).toMatchObject([...messages, { kind: 'refund_cancelled' }]);
    const again = await refunds.project(later, { kind: 'cancel', command: null, actor: 'key:x' });
    expect(again).toMatchObject({ applied: true, refused: null, status: 'cancelled' });
    expect(
      await rows(
        `SELECT from_status AS "from", to_status AS "to" FROM refund_event WHERE refund_id = $1 AND to_status IS NOT NULL ORDER BY id`,
        refund.id,
      ),
    ).toMatchObject([
      { from: null, to: 'requested' },
      { from: 'requested', to: 'awaiting_approval' },
      { from: 'awaiting_approval', to: 'cancelled' },
    ]);
  });

  it('lets a later run go on from where the rows stand', async () => {
    const refund = await storeRefund(test.database, merchant);
    await refunds.open(refund.at());
    const resumed = await refunds.open(transitionsOf(merchant.id, refund.id)({ version: 9_000 }));
    expect(resumed).toMatchObject({ status: 'processing', resume: true, messages: [] });
  });

  it('gives the messages that nobody has sent to a try whose earlier one came to the end', async () => {
    const refund = await storeRefund(test.database, merchant);
    const at = refund.at();
    await refunds.open(at);
    const claimed = await transfers.claim(refund.transferIds[0] ?? '');
    if (claimed.kind !== 'send') throw new Error('expected a claim');
    await transfers.record(claimed.attemptId, {
      kind: 'settled',
      gatewayRefundId: `re_${refund.id}`,
      amount: { amount: 10_000, currency: 'ILS' },
    });
    const { messages } = await refunds.finish({ ...at, seq: 2, version: at.version + 1 });
    expect(messages).toMatchObject([{ kind: 'refund_completed' }]);
    expect(await refunds.open({ ...at, version: at.version + 5_000 })).toMatchObject({ status: 'completed', messages });
    // Also when the money came back before that other try, and a repair carries the refund.
    await test.query(`UPDATE refund SET status = 'needs_review', repairs = 1 WHERE id = $1`, [refund.id]);
    await test.query(
      `INSERT INTO message (id, merchant_id, refund_id, kind, no, status) SELECT gen_random_uuid(), merchant_id, id, 'refund_returned', 9, 'queued' FROM refund WHERE id = $1`,
      [refund.id],
    );
    expect(await refunds.open({ ...at, version: at.version + 5_000 })).toMatchObject({ status: 'completed', messages });
  });

  it("does not find another merchant's refund", async () => {
    const refund = await storeRefund(test.database, merchant);
    const other = await storeMerchant(test.database);
    await expect(refunds.open(refund.at({ merchantId: other.id }))).rejects.toMatchObject({ code: 'refund_not_found' });
    expect(await rows(`SELECT status FROM refund WHERE id = $1`, refund.id)).toEqual([{ status: 'requested' }]);
  });

  it('costs one commit and five statements when nobody has to decide', async () => {
    const refund = await storeRefund(test.database, merchant);
    sentStatements(test);
    await refunds.open(refund.at());
    const sent = sentStatements(test);
    expect([commitsOf(sent), workOf(sent).length]).toEqual([1, 5]);
  });
});
