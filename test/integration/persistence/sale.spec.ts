import type { Principal, Sale } from '@zikui/domain';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf, outcomeOf } from '../../builders/insist';
import { customerOf, daysAgo, lineOf, newRef, paymentOf, saleOf } from '../../builders/sale.builder';
import { acceptRefund, merchantSpecOf, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

describe('a sale', () => {
  let db: TestDatabase;
  let stores: Stores;
  let merchant: Principal;
  beforeAll(async () => {
    db = await newDatabase();
    stores = storesOn(db.database);
    merchant = await newMerchant(stores);
  });
  afterAll(() => db.close());

  it('is registered once and read as it was told, with amounts as money', async () => {
    const sale = saleOf({ otherCharges: null });
    const put = await stores.sales.put(merchant, sale);
    expect(put.created).toBe(true);
    expect(put.sale).toMatchObject({
      saleRef: sale.saleRef,
      mode: 'test',
      customer: sale.customer,
      shipping: { total: { amount: 3_000, currency: 'ILS' }, tax: { amount: 458, currency: 'ILS' } },
      firstRefundAt: null,
      otherCharges: null,
    });
    expect(put.sale.lines.map(({ ref, total }) => [ref, total.amount])).toEqual([
      ['l1', 29_900],
      ['l2', 4_990],
    ]);
    expect(put.sale.payments[0]).toMatchObject({
      ref: 'pay-1',
      captured: { amount: 20_000, currency: 'ILS' },
      held: { amount: 0, currency: 'ILS' },
    });
    expect(await stores.sales.find(merchant.merchantId, sale.saleRef)).toEqual(put.sale);
  });

  it('changes nothing when it is told again as it was', async () => {
    const sale = saleOf();
    const first = await stores.sales.put(merchant, sale);
    const again = await stores.sales.put(merchant, sale);
    expect(again).toEqual({ created: false, sale: first.sale });
  });

  it('is replaced, lines and payments too, as long as it has no refund', async () => {
    const sale = saleOf();
    await stores.sales.put(merchant, sale);
    const other = saleOf({
      saleRef: sale.saleRef,
      lines: [
        lineOf({ ref: 'l1', quantity: 1, total: 500, tax: 0 }),
        lineOf({ ref: 'l9', quantity: 1, total: 500, tax: 0 }),
      ],
      shipping: { total: 0, tax: 0 },
      payments: [paymentOf({ ref: 'pay-1', captured: 1_000 })],
    });
    const put = await stores.sales.put(merchant, other);
    expect(put.created).toBe(false);
    expect(put.sale.lines.map(({ ref }) => ref)).toEqual(['l1', 'l9']);
    expect(put.sale.payments.map(({ captured }) => captured.amount)).toEqual([1_000]);
    const rows = await db.query('SELECT l.ref FROM sale_line l JOIN sale s ON s.id = l.sale_id WHERE s.sale_ref = $1', [
      sale.saleRef,
    ]);
    expect(rows).toHaveLength(2);
  });

  it('is frozen by its first refund, but for dates and an invoice that were empty and the contact', async () => {
    const sale = saleOf({
      invoice: null,
      lines: [lineOf({ deliveredAt: null }), lineOf({ ref: 'l2', quantity: 1, total: 4_990, tax: 761 })],
    });
    await acceptRefund(stores, merchant, sale);
    const put = (told: Partial<Sale>): Promise<unknown> => stores.sales.put(merchant, { ...sale, ...told });

    expect(await outcomeOf(put({ payments: [paymentOf({ captured: 37_890 })] }))).toBe('sale_locked');
    expect(await outcomeOf(put({ placedAt: daysAgo(3) }))).toBe('sale_locked');

    const [first, second] = sale.lines;
    const later = {
      invoice: { number: 'inv-1', issuedAt: daysAgo(1) },
      lines: [{ ...first, deliveredAt: daysAgo(1) }, second] as Sale['lines'],
      customer: { ...sale.customer, email: 'new@example.com', locale: 'en' as const },
    };
    await put(later);
    const view = await stores.sales.find(merchant.merchantId, sale.saleRef);
    expect(view).toMatchObject({ invoice: later.invoice, customer: later.customer });
    expect(view?.lines[0]?.deliveredAt).toBe(later.lines[0]?.deliveredAt);
    expect(view?.firstRefundAt).not.toBeNull();
    expect(view?.payments[0]?.held).toEqual({ amount: 9_966, currency: 'ILS' });

    expect(await outcomeOf(put({ ...later, invoice: null }))).toBe('sale_locked');
  });

  it('stays locked for a change that comes in while its first refund is being accepted', async () => {
    const sale = saleOf();
    await stores.sales.put(merchant, sale);
    const changed = { ...sale, placedAt: daysAgo(3) };
    const [refund, put] = await Promise.all([
      outcomeOf(acceptRefund(stores, merchant, sale)),
      outcomeOf(stores.sales.put(merchant, changed)),
    ]);
    const stored = await stores.sales.find(merchant.merchantId, sale.saleRef);
    // Whoever came first won whole: either the refund froze the sale, or it was made of the changed one and put back.
    if (put === 'accepted') expect(['accepted', 'sale_locked']).toContain(refund);
    else expect([refund, put, stored?.placedAt]).toEqual(['accepted', 'sale_locked', sale.placedAt]);
  });

  it('must balance', async () => {
    const sale = saleOf({ payments: [paymentOf({ captured: 37_889 })] });
    await expect(stores.sales.put(merchant, sale)).rejects.toMatchObject({
      code: 'sale_unbalanced',
      values: { parts: 37_890, captured: 37_889, currency: 'ILS' },
    });
    const tip = { otherCharges: { total: -1, description: 'rounding' } };
    expect((await stores.sales.put(merchant, { ...sale, ...tip })).created).toBe(true);
  });

  it.each<[string, Partial<Sale>, string]>([
    ['two lines of one name', { lines: [lineOf(), lineOf()] }, '/lines/1/ref'],
    ['tax above its total', { shipping: { total: 3_000, tax: 3_001 } }, '/shipping/tax'],
    ['a fraction of a minor unit', { lines: [lineOf({ total: 34_890.5 })] }, '/lines/0/total'],
    ['an unknown legal entity', { legalEntity: 'nobody' }, '/legalEntity'],
  ])('is refused with %s', async (_what, change, pointer) => {
    const refusal = stores.sales.put(merchant, saleOf(change));
    await expect(refusal).rejects.toMatchObject({
      code: 'invalid_field',
      faults: [expect.objectContaining({ pointer })],
    });
  });

  it('is refused when its money could never go back: the merchant has no account at the gateway', async () => {
    const sale = saleOf({ payments: [paymentOf({ captured: 37_890, gateway: 'tranzila' })] });
    await expect(stores.sales.put(merchant, sale)).rejects.toMatchObject({
      code: 'gateway_not_configured',
      values: { gateway: 'tranzila' },
    });
  });

  it('belongs to the first legal entity unless it names one', async () => {
    const entity = { name: 'E', registrationNumber: '1', address: 'A' };
    const spec = merchantSpecOf({
      legalEntities: [
        { ref: 'first', ...entity },
        { ref: 'second', ...entity },
      ],
    });
    const two = await newMerchant(stores, { spec });
    const entityOf = async (sale: Sale): Promise<unknown> => {
      await stores.sales.put(two, sale);
      const rows = await db.query<{ ref: string }>(
        'SELECT e.ref FROM sale s JOIN legal_entity e ON e.id = s.legal_entity_id WHERE s.merchant_id = $1 AND s.sale_ref = $2',
        [two.merchantId, sale.saleRef],
      );
      return rows[0]?.ref;
    };
    expect(await entityOf(saleOf())).toBe('first');
    expect(await entityOf(saleOf({ legalEntity: 'second' }))).toBe('second');
  });

  it('is told by two callers at once: one creates it, the other finds it', async () => {
    const sale = saleOf();
    const puts = await Promise.all(Array.from({ length: 8 }, () => stores.sales.put(merchant, sale)));
    expect(puts.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(puts.map(({ sale: { createdAt } }) => createdAt)).size).toBe(1);
  });

  it('is one of many that a new customer makes at once', async () => {
    const customer = customerOf();
    const puts = await Promise.all(Array.from({ length: 8 }, () => stores.sales.put(merchant, saleOf({ customer }))));
    expect(puts.map(({ sale }) => sale.customer)).toEqual(
      Array.from({ length: 8 }, () => ({ ...customer, isErased: false })),
    );
  });

  it('keeps no name, mail address or phone in clear anywhere in the database', async () => {
    const secret = newRef('secret').replaceAll('-', '');
    const customer = customerOf({ name: `Name ${secret}`, email: `${secret}@example.com`, phone: '0501234567' });
    await acceptRefund(stores, merchant, saleOf({ customer }), { note: `says ${secret}` });
    const tables = await db.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of tables) {
      const found = await db.query(`SELECT FROM ${name} t WHERE t::text LIKE $1 OR t::text LIKE '%0501234567%'`, [
        `%${secret}%`,
      ]);
      expect([name, found.length]).toEqual([name, 0]);
    }
  });

  it('does not forget a contact that a later sale of the customer does not tell', async () => {
    const customer = customerOf({ phone: '050-1234567' });
    await stores.sales.put(merchant, saleOf({ customer }));
    const bare = await stores.sales.put(
      merchant,
      saleOf({ customer: { ...customer, name: null, email: null, phone: null } }),
    );
    expect(bare.sale.customer).toEqual({ ...customer, isErased: false });
  });

  it('shows no contact of a customer whose key was destroyed, and says why', async () => {
    const sale = saleOf();
    await stores.sales.put(merchant, sale);
    await db.query('UPDATE customer SET data_key = NULL WHERE ref = $1', [sale.customer.ref]);
    const view = await stores.sales.find(merchant.merchantId, sale.saleRef);
    expect(view?.customer).toMatchObject({
      ...{ ref: sale.customer.ref, name: null, email: null, phone: null, isErased: true },
    });
  });

  it('is unknown under another reference', async () => {
    expect(await stores.sales.find(merchant.merchantId, 'nowhere')).toBeUndefined();
    const refund = acceptRefund(stores, merchant, saleOf(), { saleRef: 'nowhere' });
    expect(await refund.catch(codeOf)).toBe('sale_not_found');
  });
});
