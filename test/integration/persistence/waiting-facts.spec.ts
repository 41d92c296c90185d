import { addDays, localDate } from '@zikui/domain';
import { AuditSealStore, DeadlineClockStore, RefundProcessStore, WaitingFactsStore } from '@zikui/persistence';
import { MetricsPage } from '@zikui/metrics';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { MIDDAY_ZONE } from '../../builders/midday-zone';
import { storeHold } from '../../builders/stored-hold.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund } from '../../builders/stored-refund.builder';

let db: TestDatabase;
let shop: StoredMerchant;
let other: StoredMerchant;
let facts: WaitingFactsStore;
beforeEach(async () => {
  db = await newDatabase();
  shop = await storeMerchant(db.database);
  other = await storeMerchant(db.database);
  facts = new WaitingFactsStore(db.database);
});
afterEach(() => db.close());

const inDays = (days: number): string => addDays(localDate(new Date().toISOString(), MIDDAY_ZONE), days);
const execute = (sql: string) => db.query(sql);
const open = async (merchant: StoredMerchant, plan: Parameters<typeof storeRefund>[2] = {}) => {
  const refund = await storeRefund(db.database, merchant, { timeZone: MIDDAY_ZONE, ...plan });
  await new RefundProcessStore(db.database, SECRETS).open(refund.at());
  return refund;
};

describe('what waits, over all merchants', () => {
  it('is nothing in a house without refunds', async () => {
    const { refunds, ...rest } = await facts.read();
    expect(refunds.map(({ count, oldestSeconds }) => [count, oldestSeconds])).toEqual(Array(7).fill([0, 0]));
    expect(rest).toMatchObject({ currencies: ['ILS'], missed: [], near: [], transfers: [], held: [], holds: [] });
    expect(rest.boxes.every(({ count }) => count === 0)).toBe(true);
    expect(rest.sealSeconds).toBeNull();
  });

  it('counts a legal date that was missed for ever, and one that ends within a day until then', async () => {
    await open(shop, { statutory: true, payBy: inDays(-1), steps: ['lead'] });
    await open(other, { statutory: true, payBy: inDays(-2), steps: ['lead'] });
    await open(shop, { statutory: true, payBy: inDays(0), steps: ['lead'] });
    await open(shop, { statutory: true, payBy: inDays(3), steps: ['lead'] });
    await new DeadlineClockStore(db.database).tell(100);
    const read = await facts.read();
    expect(read.missed).toEqual([{ jurisdiction: 'il', currency: 'ILS', count: 2 }]);
    expect(read.near).toEqual([{ jurisdiction: 'il', currency: 'ILS', count: 1 }]);
  });

  it('counts open refunds of all merchants by state, with the age of the one that nobody touched longest', async () => {
    await open(shop, { steps: ['lead'] });
    const old = await open(other, { steps: ['lead'] });
    const ended = await open(shop, { steps: ['lead'] });
    await execute(`UPDATE refund SET updated_at = now() - interval '1 hour' WHERE id = '${old.id}'`);
    await execute(`UPDATE refund SET status = 'cancelled' WHERE id = '${ended.id}'`);
    const found = (await facts.read()).refunds.find(({ status }) => status === 'awaiting_approval');
    expect(found?.count).toBe(2);
    expect(found?.oldestSeconds).toBeGreaterThanOrEqual(3_600);
    expect(found?.oldestSeconds).toBeLessThan(3_700);
  });

  it('tells how long an unknown result is unknown: since it was sent first', async () => {
    const refund = await open(shop);
    await open(other);
    await execute(`UPDATE refund SET status = 'in_doubt' WHERE id = '${refund.id}'`);
    await execute(`UPDATE transfer SET status = 'in_doubt', updated_at = now() WHERE refund_id = '${refund.id}'`);
    await execute(
      `UPDATE attempt SET status = 'unknown', sent_at = now() - interval '2 hours' WHERE transfer_id = '${refund.transferIds[0] ?? ''}'`,
    );
    const { transfers } = await facts.read();
    expect(transfers.map(({ status, count }) => [status, count])).toEqual([
      ['in_doubt', 1],
      ['planned', 1],
    ]);
    expect(Math.round((transfers[0]?.oldestSeconds ?? 0) / 60)).toBe(120);
  });

  it('counts what holds money back, and what it holds', async () => {
    await storeHold(db.database, { merchantId: shop.id });
    await storeHold(db.database, { merchantId: other.id, reason: 'breaker', currency: 'ILS', untilSeconds: 60 });
    await storeHold(db.database, { merchantId: null });
    const refund = await open(shop);
    await execute(
      `UPDATE transfer SET hold_reason = 'kill_switch', held_at = now() - interval '1 minute' WHERE refund_id = '${refund.id}'`,
    );
    const read = await facts.read();
    expect(read.holds.map(({ reason, scope, count }) => [reason, scope, count])).toEqual([
      ['breaker', 'merchant', 1],
      ['kill_switch', 'house', 1],
      ['kill_switch', 'merchant', 1],
    ]);
    expect(read.held).toMatchObject([{ reason: 'kill_switch', count: 1 }]);
    expect(read.held[0]?.oldestSeconds).toBeGreaterThanOrEqual(60);
  });

  it('counts what lies in the boxes', async () => {
    await storeRefund(db.database, shop);
    await execute(`UPDATE outbox SET created_at = now() - interval '90 seconds'`);
    const starts = (await facts.read()).boxes.find(({ box }) => box === 'starts');
    expect(starts?.count).toBe(1);
    expect(starts?.oldestSeconds).toBeGreaterThanOrEqual(90);
  });

  it('knows the age of the last seal', async () => {
    await new AuditSealStore(db.database, SECRETS).sealIfDue(1);
    const { sealSeconds } = await facts.read();
    expect(sealSeconds).toBeGreaterThanOrEqual(0);
    expect(sealSeconds).toBeLessThan(60);
  });

  it('comes on the page with no name of a shop, a customer or a refund', async () => {
    const refund = await open(shop, { statutory: true, payBy: inDays(0), steps: ['lead'] });
    const page = new MetricsPage({
      readFacts: () => facts.read(),
      onFailure: (error) => {
        throw error;
      },
    });
    const text = await page.text();
    expect(text).toContain('\nzikui_refunds_open{status="awaiting_approval"} 1\n');
    expect(text).toContain('zikui_legal_dates_near{jurisdiction="il",currency="ILS"} 1');
    for (const secret of [shop.id, shop.slug, 'Shop', refund.id, refund.customerRef, 'Dana'])
      expect(text).not.toContain(secret);
  });

  it('is read by a role that sees neither amounts nor texts, and can change nothing', async () => {
    const refused = (sql: string) =>
      db.database
        .write('watcher', (tx) => tx.query(sql))
        .then(
          () => 'done',
          (error: unknown) => (error as { driverError?: { code?: unknown } }).driverError?.code,
        );
    for (const sql of [
      'SELECT payout FROM refund',
      'SELECT decided FROM refund',
      'SELECT name FROM merchant',
      'SELECT fact FROM inbox_event',
      'SELECT personal FROM customer',
      `UPDATE refund SET status = 'failed'`,
    ])
      expect([sql, await refused(sql)]).toEqual([sql, '42501']);
  });
});
