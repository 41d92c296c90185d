import type { Principal } from '@zikui/domain';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { strictPolicy } from '../../builders/policy.builder';
import { idempotencyOf, requestOf } from '../../builders/refund-request.builder';
import { lineOf, paymentOf, saleOf } from '../../builders/sale.builder';
import { acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

/** Statements are round trips: their number is a property of the code, not of the data. START TRANSACTION and COMMIT count too. */
describe('the number of statements', () => {
  let db: TestDatabase;
  let stores: Stores;
  let merchant: Principal;
  beforeAll(async () => {
    db = await newDatabase();
    stores = storesOn(db.database);
    merchant = await newMerchant(stores, { policies: [strictPolicy()] });
  });
  afterAll(() => db.close());

  async function statementsOf(work: () => Promise<unknown>): Promise<number> {
    db.statements.length = 0;
    await work();
    return db.statements.length;
  }
  const bigSale = (lines: number, payments: number): ReturnType<typeof saleOf> =>
    saleOf({
      lines: Array.from({ length: lines }, (_, no) =>
        lineOf({ ref: `l${String(no)}`, quantity: 2, total: 1_000, tax: 0 }),
      ),
      shipping: { total: 0, tax: 0 },
      payments: Array.from({ length: payments }, (_, no) =>
        paymentOf({ ref: `pay-${String(no)}`, captured: (lines * 1_000) / payments }),
      ),
    });

  it('of an accepted refund is 8, whatever it holds', async () => {
    for (const [lines, payments] of [
      [1, 1],
      [10, 5],
      [100, 10],
    ] as const) {
      const sale = bigSale(lines, payments);
      await stores.sales.put(merchant, sale);
      for (const quantity of [1, 1]) {
        const request = requestOf({
          saleRef: sale.saleRef,
          reason: 'changed_mind',
          returnMethod: 'carrier',
          lines: sale.lines.map(({ ref }) => ({ ref, quantity })),
        });
        expect(await statementsOf(() => stores.intake.accept(merchant, request, idempotencyOf(request)))).toBe(8);
      }
    }
  });

  it('of an accepted refund is 9 when it names a member of staff, whose daily sum is locked', async () => {
    const sale = saleOf();
    await stores.sales.put(merchant, sale);
    const request = requestOf({ saleRef: sale.saleRef, requestedBy: 'dana' });
    expect(await statementsOf(() => stores.intake.accept(merchant, request, idempotencyOf(request)))).toBe(9);
  });

  it('of a quote is 3, and of a repeat 7', async () => {
    const sale = saleOf();
    await stores.sales.put(merchant, sale);
    const request = requestOf({ saleRef: sale.saleRef });
    expect(await statementsOf(() => stores.intake.quote(merchant, request))).toBe(3);
    const key = idempotencyOf(request);
    await stores.intake.accept(merchant, request, key);
    expect(await statementsOf(() => stores.intake.accept(merchant, request, key))).toBe(7);
  });

  it('of a sale is 8 when it is new, whatever it holds, and 4 when nothing changed', async () => {
    for (const [lines, payments] of [
      [1, 1],
      [100, 10],
    ] as const) {
      const sale = bigSale(lines, payments);
      expect(await statementsOf(() => stores.sales.put(merchant, sale))).toBe(8);
      expect(await statementsOf(() => stores.sales.put(merchant, sale))).toBe(4);
    }
  });

  it('of every read is 1, whatever it finds', async () => {
    const { view } = await acceptRefund(stores, merchant, bigSale(20, 4), { lines: [{ ref: 'l0', quantity: 1 }] });
    for (let no = 0; no < 12; no += 1) await acceptRefund(stores, merchant, saleOf());
    const { merchantId } = merchant;
    for (const read of [
      () => stores.refunds.find(merchantId, view.id),
      () => stores.refunds.list(merchantId, { limit: 1 }),
      () => stores.refunds.list(merchantId, { limit: 200, status: 'requested', gateway: 'stripe' }),
      () => stores.refunds.timeline(merchantId, view.id),
      () => stores.refunds.events(merchantId, null, 200),
      () => stores.sales.find(merchantId, view.saleRef),
      () => stores.credit.account(merchantId, view.customerRef),
    ]) {
      expect(await statementsOf(read)).toBe(1);
    }
  });

  it('that commit are one per accepted refund', async () => {
    const sale = saleOf();
    await stores.sales.put(merchant, sale);
    const request = requestOf({ saleRef: sale.saleRef });
    await statementsOf(() => stores.intake.accept(merchant, request, idempotencyOf(request)));
    expect(db.statements.filter((sql) => sql === 'COMMIT')).toHaveLength(1);
  });
});
