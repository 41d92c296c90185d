import { GatewayInboxStore, ReportImportStore, sha256Hex, toldMovements } from '@zikui/persistence';
import type { GatewayMovement, Principal, ReportedMovement } from '@zikui/domain';
import { newRef } from '../../builders/sale.builder';
import { AMOUNT, ComparedBooks, daysAgo, today } from './compared-books';

let books: ComparedBooks;
let reports: ReportImportStore;
beforeAll(async () => {
  books = await ComparedBooks.open();
  reports = new ReportImportStore(books.db.database);
});
afterAll(() => books.close());

type Movements = readonly ReportedMovement[];
async function* pagesOf(...pages: readonly (Movements | Error)[]): AsyncGenerator<Movements> {
  for (const page of pages) {
    if (page instanceof Error) throw page;
    yield page;
  }
}
const lines = (...movements: readonly GatewayMovement[]): Movements =>
  movements.map((movement, index) => ({ line: index + 2, movement }));
const daysBack = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
/** A report of those days, counted back from today. */
const batch = (principal: Principal, [from, to]: readonly [number, number], ...movements: readonly GatewayMovement[]) =>
  reports.importReport(principal, {
    gateway: 'stripe',
    fromDay: daysAgo(from),
    toDay: daysAgo(to),
    key: newRef('key'),
    movements: pagesOf(lines(...movements)),
    hash: () => sha256Hex(newRef('report')),
  });
const take = (principal: Principal, hash: string, key: string, ...pages: readonly (Movements | Error)[]) =>
  reports.importReport(principal, {
    gateway: 'stripe',
    fromDay: today(),
    toDay: today(),
    key,
    movements: pagesOf(...pages),
    hash: () => sha256Hex(hash),
  });

describe('a report', () => {
  const rowsOf = async (principal: Principal): Promise<readonly number[]> => {
    const [row] = await books.db.query<{ movements: number; comparisons: number }>(
      `SELECT (SELECT count(*)::int FROM report_movement WHERE merchant_id = $1) AS movements,
         (SELECT count(*)::int FROM reconciliation WHERE merchant_id = $1) AS comparisons`,
      [principal.merchantId],
    );
    return [row?.movements ?? -1, row?.comparisons ?? -1];
  };

  it('is compared like the list of a gateway', async () => {
    const principal = await books.merchant();
    const [reported, unreported] = [await books.settled(principal), await books.settled(principal)];
    const { view } = await take(principal, newRef('report'), newRef('key'), lines(reported));
    await books.compare(view.id, new Error('a report needs no gateway'));
    expect(await books.viewOf(principal, view)).toMatchObject({ status: 'done', source: 'report', differences: 1 });
    expect(await books.differencesOf(principal, view)).toMatchObject([
      { kind: 'missing_at_gateway', gatewayRefundId: unreported.gatewayRefundId },
    ]);
  });

  it('that comes twice adds nothing, under its own key or another one', async () => {
    const principal = await books.merchant();
    const movement = await books.settled(principal);
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
    const principal = await books.merchant();
    const movement = await books.settled(principal);
    const hash = newRef('report');
    const both = await Promise.all(
      [newRef('key'), newRef('key')].map((key) => take(principal, hash, key, lines(movement))),
    );
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(await rowsOf(principal)).toEqual([1, 1]);
  });

  it('with a fault leaves nothing, wherever the fault is, and may be sent again under its key', async () => {
    const principal = await books.merchant();
    const movement = await books.settled(principal);
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
    const principal = await books.merchant();
    const movement = await books.settled(principal);
    const back = { ...movement, status: 'declined' } as const;
    const { view } = await take(principal, newRef('report'), newRef('key'), lines(movement), lines(back));
    await books.compare(view.id, []);
    expect(await books.differencesOf(principal, view)).toMatchObject([
      { kind: 'status_differs', theirs: { status: 'declined' } },
    ]);
  });

  it('of a batch leaves to the next one what was sent in its last days, and does not miss what an earlier one named', async () => {
    const lagMs = 7 * 86_400_000;
    const principal = await books.merchant();
    const named = await books.settled(principal, 15);
    const early = await books.settled(principal, 20);
    const late = await books.settled(principal, 1);
    const first = await batch(principal, [30, 10], named);
    await books.compare(first.view.id, 'lists_nothing', lagMs);
    expect(await books.openDifferences(principal)).toEqual([
      { kind: 'missing_at_gateway', gatewayRefundId: early.gatewayRefundId },
    ]);
    // Booked later than it was sent: the next batch names it, and the difference has an end.
    const second = await batch(principal, [9, 0], { ...early, createdAt: daysBack(8) }, late);
    await books.compare(second.view.id, 'lists_nothing', lagMs);
    expect(await books.viewOf(principal, second.view)).toMatchObject({ status: 'done', differences: 0 });
    expect(await books.openDifferences(principal)).toEqual([]);
  });

  it('of a batch does not end what another batch of the same days found', async () => {
    const principal = await books.merchant();
    const known = await books.settled(principal, 2);
    const stranger = { ...known, gatewayRefundId: newRef('re'), reference: null };
    const first = await batch(principal, [9, 0], stranger);
    await books.compare(first.view.id, 'lists_nothing', 7 * 86_400_000);
    const second = await batch(principal, [9, 0], known);
    await books.compare(second.view.id, 'lists_nothing', 7 * 86_400_000);
    expect(await books.openDifferences(principal)).toEqual([
      { kind: 'missing_here', gatewayRefundId: stranger.gatewayRefundId },
    ]);
  });
});

describe('a gateway that lists nothing', () => {
  const inbox = (): GatewayInboxStore => new GatewayInboxStore(books.db.database);
  const aMinuteAgo = (): number => Date.now() - 60_000;
  const announce = (
    { merchantId }: Principal,
    movement: GatewayMovement,
    second = 0,
    fromMs = aMinuteAgo(),
  ): Promise<unknown> =>
    inbox().receive(merchantId, 'stripe', {
      eventId: newRef('evt'),
      type: 'REFUND',
      occurredAt: new Date(fromMs + second * 1_000).toISOString(),
      reference: movement.reference,
      gatewayRefundId: movement.gatewayRefundId,
      gatewayRef: movement.gatewayRef ?? '',
      outcome: { status: movement.status as 'settled', amount: movement.amount, pendingReason: null, reason: null },
    });

  it('is compared with what it announced and reported; what it has not told yet is not missing', async () => {
    const principal = await books.merchant();
    const [told, reported] = [await books.settled(principal), await books.settled(principal)];
    await books.settled(principal);
    const stranger = { ...told, gatewayRefundId: newRef('re'), reference: null, gatewayRef: newRef('pi') };
    await announce(principal, told);
    await announce(principal, stranger);
    await batch(principal, [1, 0], reported);
    const asked = await books.request(principal);
    await books.compare(asked.id, 'lists_nothing');
    expect(await books.viewOf(principal, asked)).toMatchObject({
      status: 'done',
      totals: [{ currency: 'ILS', ours: 2 * AMOUNT, theirs: 3 * AMOUNT, ledger: 2 * AMOUNT }],
    });
    expect(await books.openDifferences(principal)).toEqual([
      { kind: 'missing_here', gatewayRefundId: stranger.gatewayRefundId },
    ]);

    // Told anew, it counts as it was told of last.
    await announce(principal, { ...stranger, status: 'declined' }, 30);
    const again = await books.request(principal);
    await books.compare(again.id, 'lists_nothing');
    expect(await books.openDifferences(principal)).toEqual([]);
  });

  it.each([
    ['settled', 'declined'],
    ['declined', 'settled'],
  ] as const)('counts as failed what it told of one and the same second, %s before %s', async (first, second) => {
    const principal = await books.merchant();
    const movement = await books.settled(principal);
    const fromMs = aMinuteAgo();
    for (const status of [first, second]) await announce(principal, { ...movement, status }, 0, fromMs);
    const ask = { fromMs: fromMs - 1_000, toMs: Date.now(), after: null, limit: 10 };
    const ofAccount = { merchantId: principal.merchantId, gateway: 'stripe' };
    const { items } = await books.db.database.read((tx) => toldMovements(tx, ofAccount, ask));
    expect(items).toMatchObject([{ gatewayRefundId: movement.gatewayRefundId, status: 'declined' }]);
  });

  it('is compared event by event over any number of pages', async () => {
    const principal = await books.merchant();
    for (let no = 0; no < 3; no += 1) await announce(principal, await books.settled(principal));
    const [fromMs, toMs] = [Date.now() - 86_400_000, Date.now() + 1_000];
    const pages: number[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const ask = { fromMs, toMs, after: after ?? null, limit: 2 };
      const ofAccount = { merchantId: principal.merchantId, gateway: 'stripe' };
      const page = await books.db.database.read((tx) => toldMovements(tx, ofAccount, ask));
      pages.push(page.items.length);
      after = page.next;
    }
    expect(pages).toEqual([2, 1]);
  });
});
