import fc from 'fast-check';
import { checkSaleAmounts, checkSaleBalance, type SaleAmounts } from './check-sale';

const line = (overrides: Partial<SaleAmounts['lines'][number]> = {}): SaleAmounts['lines'][number] => ({
  ref: 'l1',
  sku: 'shirt',
  description: 'Shirt',
  category: 'clothing',
  kind: 'goods',
  quantity: 3,
  total: 29900,
  tax: 4561,
  ...overrides,
});
const payment = (captured: number, ref = 'pay-1'): SaleAmounts['payments'][number] => ({
  ref,
  gateway: 'stripe',
  gatewayRef: 'pi_1',
  captured,
});
const sale = (overrides: Partial<SaleAmounts> = {}): SaleAmounts => ({
  currency: 'ILS',
  lines: [line()],
  shipping: { total: 3000, tax: 458 },
  payments: [payment(32900)],
  ...overrides,
});
const faultsOf = (of: Partial<SaleAmounts>): string[] =>
  checkSaleAmounts(sale(of)).map(({ pointer, code }) => `${code} ${pointer}`);

describe('checkSaleAmounts', () => {
  it('finds nothing wrong with a good sale, a free gift, or a fee below zero', () => {
    expect(faultsOf({})).toEqual([]);
    expect(
      faultsOf({ lines: [line({ total: 0, tax: 0 })], otherCharges: { total: -50, description: 'rounding' } }),
    ).toEqual([]);
  });

  it.each<[string, Partial<SaleAmounts>]>([
    ['invalid_field /currency', { currency: 'NIS' }],
    ['invalid_field /lines', { lines: [] }],
    ['invalid_field /payments', { payments: [] }],
    ['invalid_quantity /lines/0/quantity', { lines: [line({ quantity: 0 })] }],
    ['invalid_amount /lines/0/total', { lines: [line({ total: 29900.5 })] }],
    ['invalid_amount /lines/0/tax', { lines: [line({ tax: 29901 })] }],
    ['invalid_amount /lines/0/tax', { lines: [line({ tax: -1 })] }],
    ['invalid_amount /shipping/tax', { shipping: { total: 10, tax: 11 } }],
    ['invalid_amount /otherCharges/total', { otherCharges: { total: 0.5, description: 'tip' } }],
    ['invalid_amount /payments/0/captured', { payments: [payment(0)] }],
    ['invalid_field /lines/1/ref', { lines: [line(), line()] }],
    ['invalid_field /payments/1/ref', { payments: [payment(1), payment(2)] }],
  ])('finds %s', (fault, of) => expect(faultsOf(of)).toEqual([fault]));

  it('finds every fault, not the first alone', () =>
    expect(faultsOf({ currency: 'x', lines: [line({ quantity: 1.5, tax: -1 })] })).toEqual([
      'invalid_field /currency',
      'invalid_quantity /lines/0/quantity',
      'invalid_amount /lines/0/tax',
    ]));

  it('refuses totals that could not be summed exactly', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(faultsOf({ lines: [line({ total: most }), line({ ref: 'l2', total: most })] })).toEqual([
      'invalid_amount /lines',
    ]);
    expect(faultsOf({ payments: [payment(most), payment(1, 'pay-2')] })).toEqual(['invalid_amount /payments']);
  });
});

describe('checkSaleBalance', () => {
  it('passes when lines, shipping and other charges were captured', () => {
    expect(checkSaleBalance(sale())).toBeUndefined();
    expect(
      checkSaleBalance(sale({ otherCharges: { total: 100, description: 'tip' }, payments: [payment(33000)] })),
    ).toBeUndefined();
    expect(
      checkSaleBalance(sale({ otherCharges: { total: -5, description: 'rounding' }, payments: [payment(32895)] })),
    ).toBeUndefined();
    expect(checkSaleBalance(sale({ otherCharges: null }))).toBeUndefined();
  });

  it('names both sums when they differ', () =>
    expect(checkSaleBalance(sale({ payments: [payment(20000), payment(12901, 'pay-2')] }))).toMatchObject({
      code: 'sale_unbalanced',
      values: { parts: 32900, captured: 32901, currency: 'ILS' },
    }));

  it('sees one minor unit in the largest sale', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 2 ** 50, max: Number.MAX_SAFE_INTEGER - 2 }),
        fc.constantFrom(-1, 1),
        (total, off) => {
          const huge = { lines: [line({ total })], shipping: { total: 0, tax: 0 } };
          expect(checkSaleBalance(sale({ ...huge, payments: [payment(total)] }))).toBeUndefined();
          expect(checkSaleBalance(sale({ ...huge, payments: [payment(total + off)] }))?.code).toBe('sale_unbalanced');
        },
      ),
    ));
});
