import type { PolicyFacts, Principal, RefundRequest, Sale } from '@zikui/domain';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { openPolicy } from '../../builders/policy.builder';
import { customerOf, daysAgo, newRef, saleOf, simpleSaleOf } from '../../builders/sale.builder';
import { acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';
import { insist } from '../../builders/insist';

/** What a refund knew of the past when it was decided. */
describe('the history behind a decision', () => {
  let db: TestDatabase;
  let stores: Stores;
  let merchant: Principal;
  beforeAll(async () => {
    db = await newDatabase();
    stores = storesOn(db.database);
  });
  beforeEach(async () => {
    merchant = await newMerchant(stores, { policies: [openPolicy(), openPolicy('USD')] });
  });
  afterAll(() => db.close());

  async function factsOf(sale: Sale, overrides: Partial<RefundRequest> = {}): Promise<PolicyFacts> {
    const { start } = await insist(() => acceptRefund(stores, merchant, sale, overrides));
    const [row] = await db.query<{ facts: PolicyFacts }>(
      `SELECT decided -> 'facts' AS facts FROM refund WHERE id = $1`,
      [start?.refundId],
    );
    if (!row) throw new Error('a refund that was just accepted is there');
    return row.facts;
  }
  const age = (sale: Sale, days: number): Promise<unknown> =>
    db.query(
      `UPDATE refund SET created_at = now() - make_interval(days => $2) WHERE sale_id = (SELECT id FROM sale WHERE sale_ref = $1)`,
      [sale.saleRef, days],
    );

  it('knows nothing of a first order', async () => {
    expect(await factsOf(simpleSaleOf(500))).toMatchObject({
      firstOrder: true,
      customer: { refundCount90d: 0, refundSum365d: 0, orderCount365d: 1, protectedGroup: '', blocked: false },
      sums: { customer30d: 0, sale: 0, staffDay: 0, merchantHour: 0 },
    });
  });

  it('finds one person behind new references, by mail or by phone', async () => {
    const email = `${newRef('m')}@example.com`;
    await factsOf(simpleSaleOf(500, { customer: customerOf({ email }), placedAt: daysAgo(20) }));
    const guest = await factsOf(
      simpleSaleOf(700, { customer: customerOf({ email: ` ${email.toUpperCase()}`, phone: '+972 52-765-4321' }) }),
    );
    expect(guest).toMatchObject({
      firstOrder: false,
      customer: { refundCount90d: 1, refundSum365d: 500, orderCount365d: 2 },
      sums: { customer30d: 500 },
    });
    const caller = await factsOf(simpleSaleOf(900, { customer: customerOf({ email: null, phone: '052-7654321' }) }));
    expect(caller).toMatchObject({ customer: { refundCount90d: 1, refundSum365d: 700 } });
  });

  it('counts by age: 30, 90 and 365 days', async () => {
    const customer = customerOf();
    for (const days of [10, 60, 200, 400]) {
      const sale = simpleSaleOf(100, { customer, placedAt: daysAgo(days + 5) });
      await factsOf(sale);
      await age(sale, days);
    }
    expect(await factsOf(simpleSaleOf(100, { customer }))).toMatchObject({
      customer: { refundCount90d: 2, refundSum365d: 300, orderCount365d: 4 },
      sums: { customer30d: 100 },
      customerRefunds: { count30d: 1, count90d: 2, count365d: 3, sum30d: 100, sum90d: 200, sum365d: 300 },
      staffRefunds: { count30d: 0, count90d: 0, count365d: 0, sum30d: 0, sum90d: 0, sum365d: 0 },
    });
  });

  it('counts what a member of staff asked for, by age, whoever the customer is', async () => {
    for (const days of [10, 60, 200, 400]) {
      const sale = simpleSaleOf(100);
      await factsOf(sale, { requestedBy: 'dana' });
      await age(sale, days);
    }
    await factsOf(simpleSaleOf(100), { requestedBy: 'uri' });
    await factsOf(simpleSaleOf(100, { currency: 'USD' }), { requestedBy: 'dana' });
    expect(await factsOf(simpleSaleOf(10), { requestedBy: 'dana' })).toMatchObject({
      customerRefunds: { count365d: 0, sum365d: 0 },
      staffRefunds: { count30d: 2, count90d: 3, count365d: 4, sum30d: 100, sum90d: 200, sum365d: 300 },
    });
  });

  it('never sums two currencies', async () => {
    const customer = customerOf();
    await factsOf(simpleSaleOf(100, { customer, currency: 'USD' }));
    expect(await factsOf(simpleSaleOf(100, { customer }))).toMatchObject({
      customer: { refundCount90d: 1, refundSum365d: 0 },
      customerRefunds: { count30d: 1, count90d: 1, count365d: 1, sum30d: 0, sum90d: 0, sum365d: 0 },
      sums: { customer30d: 0, merchantHour: 0 },
    });
  });

  it('counts the other refunds of the sale, and of the hour', async () => {
    const sale = saleOf();
    await factsOf(simpleSaleOf(100));
    await factsOf(sale, { lines: [{ ref: 'l2', quantity: 1 }] });
    expect((await factsOf(sale, { lines: [{ ref: 'l1', quantity: 1 }] })).sums).toMatchObject({
      sale: 4_990,
      merchantHour: 5_090,
    });
  });

  it('counts what was given back no longer', async () => {
    const customer = customerOf();
    const sale = simpleSaleOf(100, { customer });
    await factsOf(sale);
    await db.query(`UPDATE refund SET status = 'expired' WHERE merchant_id = $1`, [merchant.merchantId]);
    expect(await factsOf(simpleSaleOf(50, { customer }))).toMatchObject({
      customer: { refundCount90d: 0, refundSum365d: 0 },
      sums: { customer30d: 0 },
    });
  });

  it('sums the day of a member of staff, by the merchant’s clock', async () => {
    const sale = simpleSaleOf(100);
    await factsOf(sale, { requestedBy: 'dana' });
    await factsOf(simpleSaleOf(100), { requestedBy: 'uri' });
    expect((await factsOf(simpleSaleOf(10), { requestedBy: 'dana' })).sums.staffDay).toBe(100);
    await age(sale, 1);
    expect((await factsOf(simpleSaleOf(10), { requestedBy: 'dana' })).sums.staffDay).toBe(10);
    expect((await factsOf(simpleSaleOf(10))).sums.staffDay).toBe(0);
  });

  it('lets no request of one person miss another one that runs beside it', async () => {
    const customer = customerOf();
    const sums = await Promise.all(
      Array.from({ length: 10 }, () =>
        factsOf(simpleSaleOf(100, { customer })).then(({ sums: { customer30d } }) => customer30d),
      ),
    );
    expect(sums.sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, no) => no * 100));
  });

  it('lets no request of one member of staff miss another one that runs beside it', async () => {
    const sums = await Promise.all(
      Array.from({ length: 10 }, () =>
        factsOf(simpleSaleOf(100), { requestedBy: 'dana' }).then(({ sums: { staffDay } }) => staffDay),
      ),
    );
    expect(sums.sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, no) => no * 100));
  });

  it('sees of the last hour what this process accepted at once, and what others did after a moment', async () => {
    await factsOf(simpleSaleOf(100));
    await factsOf(simpleSaleOf(100));
    expect((await factsOf(simpleSaleOf(100))).sums.merchantHour).toBe(200);
    const elsewhere = storesOn(await db.another(), stores.secrets);
    const { start } = await acceptRefund(elsewhere, merchant, simpleSaleOf(100));
    const [row] = await db.query(`SELECT decided #> '{facts,sums,merchantHour}' AS sum FROM refund WHERE id = $1`, [
      start?.refundId,
    ]);
    expect(row).toEqual({ sum: 300 });
  });
});
