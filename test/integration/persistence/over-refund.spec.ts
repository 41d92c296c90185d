import type { Sale } from '@zikui/domain';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf, insist, outcomeOf } from '../../builders/insist';
import { idempotencyOf, requestOf } from '../../builders/refund-request.builder';
import { lineOf, paymentOf, saleOf, simpleSaleOf } from '../../builders/sale.builder';
import { newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

/** Held and captured of a sale's payments, beside what the open reservations sum to. */
const PAYMENTS = `
  SELECT p.captured::int, p.held::int, (
    SELECT coalesce(sum(r.amount), 0)::int FROM reservation r WHERE r.payment_id = p.id AND r.released_at IS NULL
  ) AS reserved
  FROM payment p JOIN sale s ON s.id = p.sale_id WHERE s.sale_ref = $1 ORDER BY p.no`;

describe('many refunds of one sale at once', () => {
  let db: TestDatabase;
  let here: Stores;
  let there: Stores;
  beforeAll(async () => {
    db = await newDatabase();
    here = storesOn(db.database);
    // A second pool stands for a second process of the service.
    there = storesOn(await db.another(40), here.secrets);
  });
  afterAll(() => db.close());

  /** Asks for the same amount `times` times at once, in turns through both processes. */
  async function race(sale: Sale, times: number, amount: number): Promise<string[]> {
    const merchant = await newMerchant(here);
    await here.sales.put(merchant, sale);
    return Promise.all(
      Array.from({ length: times }, (_, index) => {
        const request = requestOf({ saleRef: sale.saleRef, lines: [{ ref: 'l1', amount }] });
        const key = idempotencyOf(request);
        const { intake } = index % 2 === 0 ? here : there;
        return outcomeOf(insist(() => intake.accept(merchant, request, key)));
      }),
    );
  }
  const accepted = (outcomes: readonly string[]): number => outcomes.filter((one) => one === 'accepted').length;

  it('never pays more than was captured: 50 times 30 of 1000 on goods worth more', async () => {
    // The line alone would allow all of them; only the payment is the limit.
    const sale = saleOf({
      lines: [lineOf({ quantity: 1, total: 100_000, tax: 0 })],
      shipping: { total: 0, tax: 0 },
      otherCharges: { total: -99_000, description: 'voucher' },
      payments: [paymentOf({ captured: 1_000 })],
    });
    const outcomes = await race(sale, 50, 30);

    expect(accepted(outcomes)).toBe(33);
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'over_refund']));
    expect(await db.query(PAYMENTS, [sale.saleRef])).toEqual([{ captured: 1_000, held: 990, reserved: 990 }]);
  });

  it('lets exactly one of two requests of 60 take a payment of 100', async () => {
    const sale = saleOf({
      lines: [lineOf({ quantity: 1, total: 200, tax: 0 })],
      shipping: { total: 0, tax: 0 },
      otherCharges: { total: -100, description: 'voucher' },
      payments: [paymentOf({ captured: 100 })],
    });
    expect((await race(sale, 2, 60)).sort()).toEqual(['accepted', 'over_refund']);
  });

  it('never gives more of a line than it has, however many ask', async () => {
    const sale = simpleSaleOf(10_000);
    const outcomes = await race(sale, 30, 700);
    expect(accepted(outcomes)).toBe(14);
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'line_exhausted']));
    expect(await db.query(PAYMENTS, [sale.saleRef])).toEqual([{ captured: 10_000, held: 9_800, reserved: 9_800 }]);
  });

  it('fills several payments in order, without deadlock and without a rest that two refunds share', async () => {
    const captured = [500, 300, 200];
    const sale = saleOf({
      lines: [lineOf({ quantity: 1, total: 9_000, tax: 0 })],
      shipping: { total: 0, tax: 0 },
      otherCharges: { total: -8_000, description: 'voucher' },
      payments: captured.map((amount, index) => paymentOf({ ref: `pay-${String(index)}`, captured: amount })),
    });
    const outcomes = await race(sale, 30, 70);
    expect(accepted(outcomes)).toBe(14);
    const payments = await db.query<{ held: number; reserved: number; captured: number }>(PAYMENTS, [sale.saleRef]);
    expect(payments.map(({ held }) => held)).toEqual([500, 300, 180]);
    expect(payments.map(({ reserved }) => reserved)).toEqual([500, 300, 180]);
  });

  it('gives back nothing by itself: a refused request leaves no row behind', async () => {
    const merchant = await newMerchant(here);
    const sale = simpleSaleOf(100);
    await here.sales.put(merchant, sale);
    const request = requestOf({ saleRef: sale.saleRef, lines: [{ ref: 'l1', amount: 101 }] });
    const refusal = await here.intake.accept(merchant, request, idempotencyOf(request)).catch(codeOf);
    expect(refusal).toBe('line_exhausted');
    expect(await db.query('SELECT FROM refund WHERE merchant_id = $1', [merchant.merchantId])).toEqual([]);
    expect(await db.query('SELECT FROM idempotency_key WHERE merchant_id = $1', [merchant.merchantId])).toEqual([]);
    expect(await db.query('SELECT first_refund_at FROM sale WHERE sale_ref = $1', [sale.saleRef])).toEqual([
      { first_refund_at: null },
    ]);
  });
});
