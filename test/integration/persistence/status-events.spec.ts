import type { Principal } from '@zikui/domain';
import type { StatusEvent } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { eventually } from '../../builders/eventually';
import { codeOf } from '../../builders/insist';
import { newRef, saleOf } from '../../builders/sale.builder';
import { acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

describe('the feed of status changes', () => {
  let db: TestDatabase;
  let stores: Stores;
  let merchant: Principal;
  beforeAll(async () => {
    db = await newDatabase();
    stores = storesOn(db.database);
  });
  beforeEach(async () => {
    merchant = await newMerchant(stores);
  });
  afterAll(() => db.close());

  /** Events may wait for any transaction that is older, also for one of another test on this server. */
  const readUntil = (count: number, limit: number, after: string | null = null): Promise<StatusEvent[]> =>
    eventually(
      () => readAll(limit, after),
      (items) => items.length >= count,
    );
  async function readAll(limit: number, after: string | null = null): Promise<StatusEvent[]> {
    const items: StatusEvent[] = [];
    for (let next = after; ;) {
      const page = await stores.refunds.events(merchant.merchantId, next, limit);
      if (page.items.length === 0) return items;
      items.push(...page.items);
      next = page.next;
    }
  }

  it('tells each change with the references of the merchant', async () => {
    const externalRef = newRef('ext');
    const sale = saleOf();
    const { view } = await acceptRefund(stores, merchant, sale, { externalRef });
    const items = await readUntil(1, 10);
    expect(items).toEqual([
      {
        id: expect.any(String) as string,
        type: 'refund.status_changed',
        refundId: view.id,
        saleRef: sale.saleRef,
        externalRef,
        sequence: 1,
        from: null,
        to: 'requested',
        at: view.createdAt,
        mode: 'test',
        deadline: null,
      },
    ]);
  });

  it('goes on behind any event, and stays where it is when nothing is new', async () => {
    for (let no = 0; no < 5; no += 1) await acceptRefund(stores, merchant, saleOf());
    const all = await readUntil(5, 2);
    expect(all).toHaveLength(5);
    expect(await readAll(10, all[1]?.id)).toEqual(all.slice(2));
    const last = all.at(-1)?.id ?? '';
    expect(await stores.refunds.events(merchant.merchantId, last, 10)).toEqual({ items: [], next: last });
    expect(await stores.refunds.events((await newMerchant(stores)).merchantId, null, 10)).toEqual({
      items: [],
      next: null,
    });
  });

  it('shows nothing while an older transaction still runs, so that its event never comes in behind a reader', async () => {
    const { start } = await acceptRefund(stores, merchant, saleOf());
    const [first] = await readUntil(1, 10);
    // An older transaction has taken its number and is slow to commit.
    await db.query('BEGIN');
    await db.query(
      `INSERT INTO outgoing_event (merchant_id, refund_id, sequence, type, body) VALUES ($1, $2, 2, 'refund.status_changed', '{"from":"requested","to":"processing"}')`,
      [merchant.merchantId, start?.refundId],
    );
    const { view: younger } = await acceptRefund(stores, merchant, saleOf());
    expect(await readAll(10, first?.id)).toEqual([]);

    await db.query('COMMIT');
    const rest = await readUntil(2, 10, first?.id);
    expect(rest.map(({ refundId, sequence }) => [refundId, sequence])).toEqual([
      [first?.refundId, 2],
      [younger.id, 1],
    ]);
  });

  it('gives a reader who polls during a storm every event exactly once', async () => {
    const storm = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let no = 0; no < 8; no += 1) await acceptRefund(stores, merchant, saleOf());
      }),
    );
    const seen: string[] = [];
    let after: string | null = null;
    const readOn = async (): Promise<void> => {
      const page = await stores.refunds.events(merchant.merchantId, after, 3);
      seen.push(...page.items.map(({ refundId }) => refundId));
      after = page.next;
    };
    await eventually(readOn, () => seen.length >= 32, 60_000);
    await storm;
    await readOn();
    expect(seen).toHaveLength(32);
    expect(new Set(seen).size).toBe(32);
  });

  it.each(['', 'x', 'WzFd', 'WyJhIiwiYiJd'])('refuses %p as a place to go on from', async (after) =>
    expect(await stores.refunds.events(merchant.merchantId, after, 5).catch(codeOf)).toBe('invalid_field'),
  );
});
