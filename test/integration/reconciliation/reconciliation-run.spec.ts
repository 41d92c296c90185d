import { createReconciliationActivities } from '@zikui/activities';
import { MockActivityEnvironment } from '@temporalio/testing';
import {
  LostProcessStore,
  ReconciliationRunStore,
  ReconciliationStore,
  RefundProcessStore,
  ReportImportStore,
  sha256Hex,
  TransferStore,
  type ReconciliationView,
} from '@zikui/persistence';
import {
  localDate,
  uuidOf,
  type GatewayMovement,
  type ListsMovements,
  type Principal,
  type ReportedMovement,
} from '@zikui/domain';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { newRef, simpleSaleOf } from '../../builders/sale.builder';
import { transitionsOf } from '../../builders/stored-refund.builder';
import { acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

const ZONE = 'Asia/Jerusalem';
const AMOUNT = 5_000;
let db: TestDatabase;
let stores: Stores;
let store: ReconciliationStore;
let reports: ReportImportStore;
let runs: ReconciliationRunStore;

beforeAll(async () => {
  db = await newDatabase();
  stores = storesOn(db.database);
  store = new ReconciliationStore(db.database);
  reports = new ReportImportStore(db.database);
  runs = new ReconciliationRunStore(db.database);
});
afterAll(() => db.close());

const today = (): string => localDate(new Date().toISOString(), ZONE);
const merchant = (): Promise<Principal> => newMerchant(stores, { spec: { slug: newRef('shop') } });
/** A refund that is settled here; its movement as a gateway would list it. */
async function settled(principal: Principal): Promise<GatewayMovement> {
  const { start } = await acceptRefund(stores, principal, simpleSaleOf(AMOUNT));
  if (!start) throw new Error('a new refund has a start');
  const refunds = new RefundProcessStore(db.database, stores.secrets);
  const transfers = new TransferStore(db.database, stores.secrets);
  const at = transitionsOf(start.merchantId, start.refundId);
  const { transfers: opened } = await refunds.open(at());
  const claimed = await transfers.claim(opened[0]?.id ?? '');
  if (claimed.kind !== 'send') throw new Error('expected a claim');
  const { amount, reference, gatewayRef } = claimed.ask;
  const gatewayRefundId = newRef('re');
  await transfers.record(claimed.attemptId, { kind: 'settled', gatewayRefundId, amount });
  await refunds.finish(at());
  return { gatewayRefundId, reference, gatewayRef, amount, status: 'settled', createdAt: new Date().toISOString() };
}

/** Compares as the worker does, with a gateway that lists these movements. */
async function compare(id: string, movements: readonly GatewayMovement[] | Error | 'cannot_list'): Promise<void> {
  const listing: ListsMovements = {
    listMovements: async () => {
      if (movements === 'cannot_list' || movements instanceof Error) throw new Error(String(movements));
      return { items: movements, next: null };
    },
  };
  const { reconcileAccount } = createReconciliationActivities({
    runs,
    accounts: stores.merchants,
    gateways: {
      movements: () => (movements === 'cannot_list' ? undefined : listing),
      gateway: () => ({ findRefund: () => Promise.resolve(undefined) }) as never,
    },
    processes: {
      book: new LostProcessStore(db.database),
      states: { stateOf: () => Promise.resolve({ kind: 'running' }) },
    },
  });
  const reconciliationId = uuidOf('reconciliation', id) ?? id;
  await new MockActivityEnvironment().run(() => reconcileAccount({ reconciliationId }));
}
const request = async (principal: Principal, key = newRef('key'), day = today()): Promise<ReconciliationView> =>
  (await store.request(principal, { gateway: 'stripe', fromDay: day, toDay: day, key, bodyHash: sha256Hex(day) })).view;
const viewOf = async ({ merchantId }: Principal, { id }: ReconciliationView): Promise<ReconciliationView> => {
  const view = await store.find(merchantId, uuidOf('reconciliation', id) ?? '');
  if (!view) throw new Error('a comparison that was asked for is there');
  return view;
};
const differencesOf = async ({ merchantId }: Principal, { id }: ReconciliationView) =>
  (await store.differences(merchantId, uuidOf('reconciliation', id) ?? '', { limit: 200 })).items;

describe('a comparison with a gateway', () => {
  it('ends with equal totals where both tell the same', async () => {
    const principal = await merchant();
    const movements = [await settled(principal), await settled(principal)];
    const asked = await request(principal);
    expect(asked).toMatchObject({ status: 'requested', source: 'gateway', fromDay: today(), totals: [] });
    await compare(asked.id, movements);
    expect(await viewOf(principal, asked)).toMatchObject({
      status: 'done',
      differences: 0,
      totals: [{ currency: 'ILS', ours: 2 * AMOUNT, theirs: 2 * AMOUNT, ledger: 2 * AMOUNT }],
    });
  });

  it('keeps a difference with its owner, and its age over any number of comparisons, until none sees it', async () => {
    const principal = await merchant();
    const [known, unlisted] = [await settled(principal), await settled(principal)];
    const stranger = { ...known, gatewayRefundId: newRef('re'), reference: null, gatewayRef: newRef('pi') };
    const first = await request(principal);
    await compare(first.id, [known, stranger]);
    const seen = await differencesOf(principal, first);
    expect(seen.map(({ kind, owner, gatewayRefundId }) => [kind, owner, gatewayRefundId])).toEqual([
      ['missing_here', 'finance', stranger.gatewayRefundId],
      ['missing_at_gateway', 'finance', unlisted.gatewayRefundId],
    ]);
    expect(seen[1]).toMatchObject({
      day: today(),
      ours: { status: 'settled', amount: { amount: AMOUNT, currency: 'ILS' } },
      theirs: null,
    });
    expect(seen[1]?.refundId).toMatch(/^rf_/);

    const second = await request(principal);
    await compare(second.id, [known, stranger]);
    expect((await differencesOf(principal, second)).map(({ id, firstSeenAt }) => [id, firstSeenAt])).toEqual(
      seen.map(({ id, firstSeenAt }) => [id, firstSeenAt]),
    );
    expect(await viewOf(principal, first)).toMatchObject({ differences: 0 });

    const third = await request(principal);
    await compare(third.id, [known, unlisted]);
    expect(await viewOf(principal, third)).toMatchObject({ status: 'done', differences: 0 });
    expect((await differencesOf(principal, second)).every(({ resolvedAt }) => resolvedAt !== null)).toBe(true);
  });

  it('that is repeated after it ended changes nothing, and one that fails resolves nothing', async () => {
    const principal = await merchant();
    await settled(principal);
    const done = await request(principal);
    await compare(done.id, []);
    await compare(done.id, new Error('never asked again'));
    const failing = await request(principal);
    await expect(compare(failing.id, new Error('away'))).rejects.toThrow('away');
    await runs.fail(uuidOf('reconciliation', failing.id) ?? '', 'gateway_not_asked');
    expect(await viewOf(principal, failing)).toMatchObject({ status: 'failed', failure: 'gateway_not_asked' });
    expect(await viewOf(principal, done)).toMatchObject({ status: 'done', differences: 1 });
  });

  it('says that a gateway cannot list what it did', async () => {
    const principal = await merchant();
    const asked = await request(principal);
    await compare(asked.id, 'cannot_list');
    expect(await viewOf(principal, asked)).toMatchObject({ status: 'failed', failure: 'gateway_cannot_list' });
  });

  it("leaves another merchant's movements of a shared account alone", async () => {
    const [one, other] = [await merchant(), await merchant()];
    const movements = [await settled(one), await settled(other)];
    const asked = await request(one);
    await compare(asked.id, movements);
    expect(await viewOf(one, asked)).toMatchObject({ differences: 0, totals: [{ ours: AMOUNT, theirs: AMOUNT }] });
  });

  it('is asked for once under one key, and another day under it is refused', async () => {
    const principal = await merchant();
    const key = newRef('key');
    expect((await request(principal, key)).id).toBe((await request(principal, key)).id);
    await expect(request(principal, key, '2026-01-01')).rejects.toMatchObject({ code: 'idempotency_conflict' });
    const nowhere = {
      gateway: 'paypal',
      fromDay: today(),
      toDay: today(),
      key: newRef('key'),
      bodyHash: sha256Hex('x'),
    };
    await expect(store.request(principal, nowhere)).rejects.toMatchObject({ code: 'gateway_not_configured' });
  });

  it('is due by the calendar once a day for every account, and again for days that still differ', async () => {
    const principal = await merchant();
    const asked = await request(principal);
    await compare(asked.id, [{ ...(await settled(principal)), reference: null, gatewayRefundId: newRef('re') }]);
    await db.query(`UPDATE reconciliation_difference SET day = day - 3 WHERE merchant_id = $1`, [principal.merchantId]);
    await runs.due(1_000);
    await runs.due(1_000);
    const days = await db.query<{ day: string }>(
      `SELECT (current_date - from_day)::int AS day FROM reconciliation WHERE merchant_id = $1 AND actor = 'system' ORDER BY from_day`,
      [principal.merchantId],
    );
    expect(days).toHaveLength(2);
  });

  it('lists what was compared, newest first, page by page, to its own merchant only', async () => {
    const [principal, stranger] = [await merchant(), await merchant()];
    const asked = [await request(principal), await request(principal), await request(principal)];
    const page = await store.list(principal.merchantId, { limit: 2 });
    expect(page.items.map(({ id }) => id)).toEqual([asked[2]?.id, asked[1]?.id]);
    const rest = await store.list(principal.merchantId, { limit: 2, after: page.next ?? '' });
    expect(rest).toMatchObject({ items: [{ id: asked[0]?.id }], next: null });
    expect((await store.list(stranger.merchantId, { limit: 2 })).items).toEqual([]);
    expect(await store.find(stranger.merchantId, uuidOf('reconciliation', asked[0]?.id ?? '') ?? '')).toBeUndefined();
  });
});

describe('a report', () => {
  type Movements = readonly ReportedMovement[];
  async function* pagesOf(...pages: readonly (Movements | Error)[]): AsyncGenerator<Movements> {
    for (const page of pages) {
      if (page instanceof Error) throw page;
      yield page;
    }
  }
  const lines = (...movements: readonly GatewayMovement[]): Movements =>
    movements.map((movement, index) => ({ line: index + 2, movement }));
  const take = (principal: Principal, hash: string, key: string, ...pages: readonly (Movements | Error)[]) =>
    reports.importReport(principal, {
      gateway: 'stripe',
      fromDay: today(),
      toDay: today(),
      key,
      movements: pagesOf(...pages),
      hash: () => sha256Hex(hash),
    });
  const rowsOf = async (principal: Principal): Promise<readonly number[]> => {
    const [row] = await db.query<{ movements: number; comparisons: number }>(
      `SELECT (SELECT count(*)::int FROM report_movement WHERE merchant_id = $1) AS movements,
         (SELECT count(*)::int FROM reconciliation WHERE merchant_id = $1) AS comparisons`,
      [principal.merchantId],
    );
    return [row?.movements ?? -1, row?.comparisons ?? -1];
  };

  it('is compared like the list of a gateway', async () => {
    const principal = await merchant();
    const [reported, unreported] = [await settled(principal), await settled(principal)];
    const { view } = await take(principal, newRef('report'), newRef('key'), lines(reported));
    await compare(view.id, new Error('a report needs no gateway'));
    expect(await viewOf(principal, view)).toMatchObject({ status: 'done', source: 'report', differences: 1 });
    expect(await differencesOf(principal, view)).toMatchObject([
      { kind: 'missing_at_gateway', gatewayRefundId: unreported.gatewayRefundId },
    ]);
  });

  it('that comes twice adds nothing, under its own key or another one', async () => {
    const principal = await merchant();
    const movement = await settled(principal);
    const [hash, key] = [newRef('report'), newRef('key')];
    const first = await take(principal, hash, key, lines(movement));
    expect(first.replayed).toBe(false);
    for (const again of [key, newRef('key')])
      expect(await take(principal, hash, again, lines(movement))).toMatchObject({ id: first.id, replayed: true });
    expect(await rowsOf(principal)).toEqual([1, 1]);
    await expect(take(principal, newRef('report'), key, lines(movement))).rejects.toMatchObject({
      code: 'idempotency_conflict',
    });
  });

  it('that comes twice at once is imported once', async () => {
    const principal = await merchant();
    const movement = await settled(principal);
    const hash = newRef('report');
    const both = await Promise.all(
      [newRef('key'), newRef('key')].map((key) => take(principal, hash, key, lines(movement))),
    );
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(await rowsOf(principal)).toEqual([1, 1]);
  });

  it('with a fault leaves nothing, wherever the fault is, and may be sent again under its key', async () => {
    const principal = await merchant();
    const movement = await settled(principal);
    const key = newRef('key');
    const fault = Object.assign(new Error('line 3'), { code: 'report_invalid' });
    await expect(take(principal, newRef('report'), key, lines(movement), fault)).rejects.toThrow('line 3');
    const outside = { ...movement, createdAt: '2026-01-01T00:00:00Z' };
    await expect(take(principal, newRef('report'), key, lines(outside))).rejects.toMatchObject({
      code: 'report_invalid',
      values: { line: 2 },
    });
    await expect(take(principal, newRef('report'), key, lines(movement, movement))).rejects.toMatchObject({
      code: 'report_invalid',
      values: { line: 3 },
    });
    await expect(take(principal, newRef('report'), key, lines(movement), lines(movement))).rejects.toMatchObject({
      code: 'report_invalid',
    });
    expect(await rowsOf(principal)).toEqual([0, 0]);
    expect(await take(principal, newRef('report'), key, lines(movement))).toMatchObject({ replayed: false });
  });

  it('takes a refund that came back later in the same report as not moved', async () => {
    const principal = await merchant();
    const movement = await settled(principal);
    const back = { ...movement, status: 'declined' } as const;
    const { view } = await take(principal, newRef('report'), newRef('key'), lines(movement), lines(back));
    await compare(view.id, []);
    expect(await differencesOf(principal, view)).toMatchObject([
      { kind: 'status_differs', theirs: { status: 'declined' } },
    ]);
  });
});
