import { RefundProcessStore, TransferStore, type GatewayAnswer } from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { SECRETS, storeRefund, type StoredRefund } from '../../builders/stored-refund.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let refunds: RefundProcessStore;
let transfers: ByProcess<TransferStore>;

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  refunds = new RefundProcessStore(test.database, SECRETS);
  transfers = byProcess(test.database, new TransferStore(test.database, SECRETS));
});
afterAll(() => test.close());

const AMOUNT = { amount: 10_000, currency: 'ILS' };
const MONEY = { kind: 'money', exhausted: false, unanswered: [] } as const;
const DOUBT: GatewayAnswer = { kind: 'unknown', evidence: { cause: 'truncated_body' } };

/** What of a refund a task wrote that was lost before its end: opened, sent without an answer, in doubt. */
async function leftInDoubt(): Promise<{ refund: StoredRefund; told: (answer: GatewayAnswer) => Promise<unknown> }> {
  const refund = await storeRefund(test.database, merchant);
  await refunds.open(refund.at({ seq: 1, version: 10 }));
  const claimed = await transfers.claim(refund.transferIds[0] ?? '');
  if (claimed.kind !== 'send') throw new Error('expected a claim');
  const told = (answer: GatewayAnswer): Promise<unknown> => transfers.record(claimed.attemptId, answer);
  await told(DOUBT);
  const doubted = await refunds.project(refund.at({ seq: 2, version: 11 }), MONEY);
  expect(doubted.status).toBe('in_doubt');
  // The program died; the next one begins the task anew.
  expect(await refunds.open(refund.at({ seq: 1, version: 5_000 }))).toMatchObject({ status: 'in_doubt' });
  return { refund, told };
}
const settled = ({ id }: StoredRefund): GatewayAnswer => ({
  kind: 'settled',
  gatewayRefundId: `re_${id}`,
  amount: AMOUNT,
});
const chainOf = (id: string): Promise<readonly unknown[]> =>
  readRows(
    test,
    `SELECT to_status AS to FROM refund_event WHERE refund_id = $1 AND to_status IS NOT NULL ORDER BY id`,
    [id],
  );

describe('a task that begins anew after one that was lost', () => {
  it('completes a refund that settled meanwhile, although the lost one wrote its doubt under the same number', async () => {
    const { refund, told } = await leftInDoubt();
    await told(settled(refund));
    const finished = await refunds.finish(refund.at({ seq: 2, version: 5_001 }));
    expect(finished).toMatchObject({ status: 'completed', messages: [{ kind: 'refund_completed' }] });
    expect(await chainOf(refund.id)).toEqual([
      { to: 'requested' },
      { to: 'processing' },
      { to: 'in_doubt' },
      { to: 'completed' },
    ]);
  });

  it('answers the same when it completes once more, and takes no second number of a document', async () => {
    const { refund, told } = await leftInDoubt();
    await told(settled(refund));
    const at = refund.at({ seq: 2, version: 5_001 });
    const first = await refunds.finish(at);
    expect(await refunds.finish(at)).toMatchObject({ status: 'completed', messages: first.messages });
    expect(await refunds.finish({ ...at, version: 9_000 })).toMatchObject({ status: 'completed' });
    const notes = await readRows(test, `SELECT id FROM credit_note WHERE refund_id = $1`, [refund.id]);
    expect(notes).toHaveLength(1);
    expect(await chainOf(refund.id)).toHaveLength(4);
  });

  it('takes a refund to a person when waiting is over, although the lost one wrote its doubt under the same number', async () => {
    const { refund } = await leftInDoubt();
    const waitedOut = { ...MONEY, exhausted: true };
    const given = await refunds.project(refund.at({ seq: 2, version: 5_001 }), waitedOut);
    expect(given.status).toBe('needs_review');
    // Also a third one, after the second was lost too, finds where the refund stands.
    const again = await refunds.project(refund.at({ seq: 2, version: 9_000 }), waitedOut);
    expect(again.status).toBe('needs_review');
    expect(await chainOf(refund.id)).toHaveLength(4);
  });

  it('completes what two lost ones wrote other things about', async () => {
    const { refund, told } = await leftInDoubt();
    await refunds.project(refund.at({ seq: 2, version: 5_001 }), { ...MONEY, exhausted: true });
    await told(settled(refund));
    const finished = await refunds.finish(refund.at({ seq: 2, version: 9_000 }));
    expect(finished.status).toBe('completed');
  });

  it('leaves what came back after its completion to the repair', async () => {
    const { refund, told } = await leftInDoubt();
    await told(settled(refund));
    const { messages } = await refunds.finish(refund.at({ seq: 3, version: 5_001 }));
    await test.query(`UPDATE refund SET status = 'needs_review', repairs = 1 WHERE id = $1`, [refund.id]);
    const again = await refunds.finish(refund.at({ seq: 2, version: 9_000 }));
    expect(again).toMatchObject({ status: 'completed', messages });
  });
});
