import { runBackTest } from '@zikui/activities';
import { uuidOf, type Principal } from '@zikui/domain';
import { BackTestRunStore, BackTestStore, PolicyVersionStore, type BackTestView } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf } from '../../builders/insist';
import {
  countedByHand,
  plainPolicy,
  storePastRefunds,
  TERMS_NOW,
  TERMS_THEN,
} from '../../builders/past-refunds.builder';
import { newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

/** `npm run bench:back-test` shows the size that is promised, with its time. */
const CASES = 3_000;

let test: TestDatabase;
let stores: Stores;
let merchant: Principal;
let owner: Principal;
let runs: BackTestRunStore;
let backTests: BackTestStore;
let draftId = '';
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

beforeAll(async () => {
  test = await newDatabase();
  stores = storesOn(test.database);
  merchant = await newMerchant(stores, { policies: [plainPolicy(TERMS_THEN)] });
  owner = { ...merchant, role: 'policy_owner', owner: 'orna' };
  await storePastRefunds(test, stores, merchant, CASES);
  [runs, backTests] = [new BackTestRunStore(test.database), new BackTestStore(test.database)];
  const text = plainPolicy(TERMS_NOW);
  const { view } = await new PolicyVersionStore(test.database).draft(owner, {
    text,
    key: 'draft',
    bodyHash: 'a'.repeat(64),
  });
  draftId = uuidOf('policyVersion', view.id) ?? '';
}, 300_000);
afterAll(() => test.close());

const own = (backTestId: string) => ({ merchantId: merchant.merchantId, backTestId });
let asked = 0;
async function request(days = 366): Promise<string> {
  const ask = { policyVersionId: draftId, days, key: `k${(asked += 1)}`, bodyHash: 'b'.repeat(64) };
  return (await backTests.request(owner, ask)).id;
}
async function read(id: string): Promise<BackTestView> {
  const view = await backTests.find(merchant.merchantId, id);
  if (!view) throw new Error('a back-test that was just asked for is there');
  return view;
}

describe('a back-test', () => {
  it(`of ${CASES} refunds with a changed rule gives what counting by hand gives`, async () => {
    const id = await request();
    await runBackTest(runs, own(id), breathe);
    const { status, total, done, report } = await read(id);
    expect([status, total, done]).toEqual(['done', CASES, CASES]);
    expect(report).toEqual(countedByHand(CASES));
    const { items } = await backTests.changes(merchant.merchantId, id, { limit: 200 });
    expect(items.map(({ no }) => no)).toEqual(Array.from({ length: items.length }, (_, i) => i + 1));
    expect(items.every(({ before, after }) => before.outcome !== after.outcome || before.payout !== after.payout)).toBe(
      true,
    );
  }, 300_000);

  it('goes on behind what was counted when its worker was lost, and counts nothing twice', async () => {
    const id = await request();
    let pauses = 0;
    const lost = runBackTest(runs, own(id), async () => {
      if ((pauses += 1) > 30) throw new Error('the worker was killed');
      await breathe();
    });
    await expect(lost).rejects.toThrow('killed');
    const half = await read(id);
    expect(half.status).toBe('running');
    expect(half.done).toBe(1_000);
    expect(half.report.cases).toBe(half.done);
    await runBackTest(runs, own(id), breathe);
    const whole = await read(id);
    expect([whole.status, whole.done, whole.report.cases]).toEqual(['done', CASES, CASES]);
    expect(whole.report.changed).toBe(countedByHand(CASES).changed);
  }, 300_000);

  it('that two workers carry out at once is counted once', async () => {
    const id = await request();
    await Promise.all([runBackTest(runs, own(id), breathe), runBackTest(runs, own(id), breathe)]);
    await runBackTest(runs, own(id), breathe);
    expect((await read(id)).report).toMatchObject({ cases: CASES, changed: countedByHand(CASES).changed });
  }, 300_000);

  it('looks at no more days than were asked for', async () => {
    const id = await request(1);
    await runBackTest(runs, own(id), breathe);
    const { total, report } = await read(id);
    // One refund in thirty seconds: those of one day, or all there are.
    expect(total).toBeGreaterThanOrEqual(Math.min(CASES, 2_700));
    expect(total).toBeLessThanOrEqual(Math.min(CASES, 2_881));
    expect(report.cases).toBe(total);
  }, 300_000);

  it('is one at a time, and one call makes one', async () => {
    const ask = { policyVersionId: draftId, days: 1, key: 'same', bodyHash: 'c'.repeat(64) };
    const first = await backTests.request(owner, ask);
    expect(await backTests.request(owner, ask)).toMatchObject({ id: first.id, replayed: true });
    expect(await backTests.request(owner, { ...ask, days: 2, bodyHash: 'd'.repeat(64) }).catch(codeOf)).toBe(
      'idempotency_conflict',
    );
    expect(await backTests.request(owner, { ...ask, key: 'other' }).catch(codeOf)).toBe('back_test_running');
    expect(await runs.due(10)).toEqual([]);
    await test.query(`UPDATE back_test SET touched_at = now() - interval '1 minute' WHERE id = $1`, [first.id]);
    const offers = (await Promise.all([runs.due(10), runs.due(10)])).flat();
    expect(offers).toEqual([{ merchantId: merchant.merchantId, backTestId: first.id }]);
    await runs.fail(merchant.merchantId, first.id, 'not_carried_out');
    expect(await read(first.id)).toMatchObject({ status: 'failed', failure: 'not_carried_out' });
  });

  it('says nothing of refunds whose grounds were not recorded', async () => {
    const other = await newMerchant(stores, { policies: [plainPolicy(TERMS_THEN)] });
    await storePastRefunds(test, stores, other, 10);
    await test.query(`UPDATE refund SET decided = decided - 'grounds' WHERE merchant_id = $1`, [other.merchantId]);
    const [version] = await test.query<{ id: string }>(`SELECT id FROM policy_version WHERE merchant_id = $1`, [
      other.merchantId,
    ]);
    const ask = { policyVersionId: version?.id ?? '', days: 366, key: 'k', bodyHash: 'e'.repeat(64) };
    const { id } = await backTests.request(other, ask);
    await runBackTest(runs, { merchantId: other.merchantId, backTestId: id }, breathe);
    expect((await backTests.find(other.merchantId, id))?.report).toMatchObject({ cases: 0, skipped: 10, changed: 0 });
    expect(await backTests.find(merchant.merchantId, id)).toBeUndefined();
  });
});
