import { sha256Hex } from '@zikui/persistence';
import { uuidOf } from '@zikui/domain';
import { newRef } from '../../builders/sale.builder';
import { AMOUNT, ComparedBooks, daysAgo, today } from './compared-books';

let books: ComparedBooks;
beforeAll(async () => {
  books = await ComparedBooks.open();
});
afterAll(() => books.close());

describe('a comparison with a gateway', () => {
  it('ends with equal totals where both tell the same', async () => {
    const principal = await books.merchant();
    const movements = [await books.settled(principal), await books.settled(principal)];
    const asked = await books.request(principal);
    expect(asked).toMatchObject({ status: 'requested', source: 'gateway', fromDay: today(), totals: [] });
    await books.compare(asked.id, movements);
    expect(await books.viewOf(principal, asked)).toMatchObject({
      status: 'done',
      differences: 0,
      totals: [{ currency: 'ILS', ours: 2 * AMOUNT, theirs: 2 * AMOUNT, ledger: 2 * AMOUNT }],
    });
  });

  it('keeps a difference with its owner, and its age over any number of comparisons, until none sees it', async () => {
    const principal = await books.merchant();
    const [known, unlisted] = [await books.settled(principal), await books.settled(principal)];
    const stranger = { ...known, gatewayRefundId: newRef('re'), reference: null, gatewayRef: newRef('pi') };
    const first = await books.request(principal);
    await books.compare(first.id, [known, stranger]);
    const seen = await books.differencesOf(principal, first);
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

    const second = await books.request(principal);
    await books.compare(second.id, [known, stranger]);
    expect((await books.differencesOf(principal, second)).map(({ id, firstSeenAt }) => [id, firstSeenAt])).toEqual(
      seen.map(({ id, firstSeenAt }) => [id, firstSeenAt]),
    );
    expect(await books.viewOf(principal, first)).toMatchObject({ differences: 0 });

    const third = await books.request(principal);
    await books.compare(third.id, [known, unlisted]);
    expect(await books.viewOf(principal, third)).toMatchObject({ status: 'done', differences: 0 });
    expect((await books.differencesOf(principal, second)).every(({ resolvedAt }) => resolvedAt !== null)).toBe(true);
  });

  it('that is repeated after it ended changes nothing, and one that fails resolves nothing', async () => {
    const principal = await books.merchant();
    await books.settled(principal);
    const done = await books.request(principal);
    await books.compare(done.id, []);
    await books.compare(done.id, new Error('never asked again'));
    const failing = await books.request(principal);
    await expect(books.compare(failing.id, new Error('away'))).rejects.toThrow('away');
    await books.runs.fail(uuidOf('reconciliation', failing.id) ?? '', 'gateway_not_asked');
    expect(await books.viewOf(principal, failing)).toMatchObject({ status: 'failed', failure: 'gateway_not_asked' });
    expect(await books.viewOf(principal, done)).toMatchObject({ status: 'done', differences: 1 });
  });

  it('calls nothing missing that the list of the gateway need not show yet', async () => {
    const principal = await books.merchant();
    await books.settled(principal);
    const early = await books.request(principal);
    await books.compare(early.id, [], 3_600_000);
    expect(await books.viewOf(principal, early)).toMatchObject({ status: 'done', differences: 0, totals: [] });
    const late = await books.request(principal);
    await books.compare(late.id, []);
    expect(await books.viewOf(principal, late)).toMatchObject({ differences: 1 });
  });

  it("leaves another merchant's movements of a shared account alone", async () => {
    const [one, other] = [await books.merchant(), await books.merchant()];
    const movements = [await books.settled(one), await books.settled(other)];
    const asked = await books.request(one);
    await books.compare(asked.id, movements);
    expect(await books.viewOf(one, asked)).toMatchObject({
      differences: 0,
      totals: [{ ours: AMOUNT, theirs: AMOUNT }],
    });
  });

  it('is asked for once under one key, and another day under it is refused', async () => {
    const principal = await books.merchant();
    const key = newRef('key');
    expect((await books.request(principal, key)).id).toBe((await books.request(principal, key)).id);
    await expect(books.request(principal, key, '2026-01-01')).rejects.toMatchObject({ code: 'idempotency_conflict' });
    const nowhere = {
      gateway: 'paypal',
      fromDay: today(),
      toDay: today(),
      key: newRef('key'),
      bodyHash: sha256Hex('x'),
    };
    await expect(books.store.request(principal, nowhere)).rejects.toMatchObject({ code: 'gateway_not_configured' });
  });

  it('is due by the calendar only when the day is whole in the list of the gateway', async () => {
    const principal = await books.merchant();
    const lagMs = 5 * 86_400_000;
    await books.runs.due(1_000, { stripe: lagMs });
    const days = await books.db.query<{ day: string }>(
      `SELECT from_day::text AS day FROM reconciliation WHERE merchant_id = $1 AND actor = 'system'`,
      [principal.merchantId],
    );
    expect(days).toEqual([{ day: daysAgo(6) }]);
  });

  it('is due by the calendar once a day for every account, and again for days that still differ', async () => {
    const principal = await books.merchant();
    const asked = await books.request(principal);
    await books.compare(asked.id, [
      { ...(await books.settled(principal)), reference: null, gatewayRefundId: newRef('re') },
    ]);
    await books.db.query(`UPDATE reconciliation_difference SET day = day - 3 WHERE merchant_id = $1`, [
      principal.merchantId,
    ]);
    await books.runs.due(1_000);
    await books.runs.due(1_000);
    const days = await books.db.query<{ day: string }>(
      `SELECT (current_date - from_day)::int AS day FROM reconciliation WHERE merchant_id = $1 AND actor = 'system' ORDER BY from_day`,
      [principal.merchantId],
    );
    expect(days).toHaveLength(2);
  });

  it('lists what was compared, newest first, page by page, to its own merchant only', async () => {
    const [principal, stranger] = [await books.merchant(), await books.merchant()];
    const asked = [await books.request(principal), await books.request(principal), await books.request(principal)];
    const page = await books.store.list(principal.merchantId, { limit: 2 });
    expect(page.items.map(({ id }) => id)).toEqual([asked[2]?.id, asked[1]?.id]);
    const rest = await books.store.list(principal.merchantId, { limit: 2, after: page.next ?? '' });
    expect(rest).toMatchObject({ items: [{ id: asked[0]?.id }], next: null });
    expect((await books.store.list(stranger.merchantId, { limit: 2 })).items).toEqual([]);
    expect(
      await books.store.find(stranger.merchantId, uuidOf('reconciliation', asked[0]?.id ?? '') ?? ''),
    ).toBeUndefined();
  });
});
