import { RefundIntakeStore, type AcceptedRefund } from '@zikui/persistence';
import type { Principal, Sale } from '@zikui/domain';
import { Client } from 'pg';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { eventually } from '../../builders/eventually';
import { insist, outcomeOf } from '../../builders/insist';
import { openPolicy } from '../../builders/policy.builder';
import { idempotencyOf, requestOf } from '../../builders/refund-request.builder';
import { simpleSaleOf } from '../../builders/sale.builder';
import { ABLE, DURATIONS, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

const POOL_SIZE = 10;
const TURNS = 4;
const QUEUE = 400;
const LIMITED = `${openPolicy()}limits: { merchantDay: 100000000, onBreach: hold }\n`;
const LOCK_OF_LIMITS = `SELECT pg_advisory_lock(hashtextextended('amount limits' || chr(10) || $1::uuid || chr(10) || 'ILS', 0))`;
const WAITING = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

describe('a crowd of one merchant under limits', () => {
  let db: TestDatabase;
  let stores: Stores;
  let merchant: Principal;
  let other: Principal;
  /** One process of the service, with a pool of its own. */ let intake: RefundIntakeStore;
  beforeAll(async () => {
    db = await newDatabase();
    stores = storesOn(db.database);
  });
  beforeEach(async () => {
    const { masterKey } = stores.secrets;
    const pool = await db.another(POOL_SIZE);
    // Connected before anybody counts on it: a busy machine takes its time for that.
    const connect = () => insist(() => pool.read((tx) => tx.query('SELECT pg_sleep(0.1)')));
    await Promise.all(Array.from({ length: POOL_SIZE }, connect));
    intake = new RefundIntakeStore(pool, { masterKey, durations: DURATIONS, gateways: ABLE, poolSize: POOL_SIZE });
    merchant = await newMerchant(stores, { policies: [LIMITED] });
    other = await newMerchant(stores, { policies: [LIMITED] });
  });
  afterAll(() => db.close());

  const soldBy = async (seller: Principal): Promise<Sale> => {
    const sale = simpleSaleOf(100);
    await insist(() => stores.sales.put(seller, sale));
    return sale;
  };
  const callOf = (seller: Principal, sale: Sale): (() => Promise<AcceptedRefund>) => {
    const request = requestOf({ saleRef: sale.saleRef });
    const key = idempotencyOf(request);
    return () => intake.accept(seller, request, key);
  };
  const refundsOf = async ({ merchantId }: Principal): Promise<number> => {
    const [row] = await db.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM refund WHERE merchant_id = $1',
      [merchantId],
    );
    return row?.count ?? 0;
  };

  /** Runs `work` while somebody holds the lock of the merchant's limits and those of his requests that may stand in front of it do. */
  async function whileLocked<T>(
    calls: readonly (() => Promise<T>)[],
    work: () => Promise<void>,
  ): Promise<Promise<T>[]> {
    const holder = new Client({ connectionString: db.url });
    await holder.connect();
    try {
      await holder.query(LOCK_OF_LIMITS, [merchant.merchantId]);
      const going = calls.map((call) => call());
      for (const one of going) one.catch(() => undefined); // Told by whoever waits for all of them.
      await eventually(
        () => db.query<{ count: number }>(WAITING),
        ([row]) => (row?.count ?? 0) >= TURNS,
      );
      await work();
      return going;
    } finally {
      await holder.end();
    }
  }

  it('of sixty takes no more than its share of the pool: another merchant’s refund is accepted meanwhile', async () => {
    const calls: (() => Promise<AcceptedRefund>)[] = [];
    for (let no = 0; no < 60; no += 1) calls.push(callOf(merchant, await soldBy(merchant)));
    const theirs = callOf(other, await soldBy(other));
    const going = await whileLocked(
      calls.map((call) => () => insist(call)),
      async () => {
        expect((await theirs()).replayed).toBe(false);
        const [standing] = await db.query<{ count: number }>(WAITING);
        expect(standing?.count).toBeLessThanOrEqual(TURNS);
        expect(await refundsOf(merchant)).toBe(0);
      },
    );
    await Promise.all(going);
    expect(await refundsOf(merchant)).toBe(60);
  });

  it('that is longer than the queue is told at once to come back, and nothing of it is written', async () => {
    const sale = await soldBy(merchant);
    const calls = Array.from({ length: TURNS + QUEUE + 16 }, () => callOf(merchant, sale));
    const refused: string[] = [];
    const going = await whileLocked(
      calls.map((call) => async () => {
        const outcome = await outcomeOf(call());
        refused.push(outcome);
        return outcome;
      }),
      async () => {
        expect(refused.slice(0, 17)).toEqual(Array.from({ length: 16 }, () => 'too_many_at_once'));
        expect(await db.query('SELECT FROM idempotency_key WHERE merchant_id = $1', [merchant.merchantId])).toEqual([]);
      },
    );
    const outcomes = await Promise.all(going);
    // The sale is worth one of them: the first takes it, and every other is told so, or that it waited too long.
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(await refundsOf(merchant)).toBe(1);
  });
});
