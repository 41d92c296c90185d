import fc from 'fast-check';
import { NO_FEE, feeRule } from './fee';
import type { Quote, QuoteRequest, QuoteSale } from './quote';
import { quoteRefund } from './quote-refund';
import { takenBy } from './taken';

/** A sale that balances, of a size where products of its numbers pass 2^53. */
const sales = (most: number): fc.Arbitrary<QuoteSale> =>
  fc
    .record({
      currency: fc.constantFrom('ILS', 'JPY', 'KWD'),
      lines: fc.array(
        fc.record({
          quantity: fc.integer({ min: 1, max: 12 }),
          total: fc.nat(most),
          kind: fc.constantFrom('goods', 'service', 'digital'),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      shipping: fc.nat(most),
      share: fc.nat(100),
      taxBps: fc.nat(10_000),
    })
    .map(({ currency, lines, shipping, share, taxBps }) => {
      const taxOf = (total: number): number => Number((BigInt(total) * BigInt(taxBps)) / 10_000n);
      const captured = lines.reduce((sum, line) => sum + line.total, shipping);
      const first = Math.floor((captured / 100) * share);
      return {
        currency,
        lines: lines.map((line, i) => ({ ref: `l${i}`, tax: taxOf(line.total), ...line })),
        shipping: { total: shipping, tax: taxOf(shipping) },
        payments: [
          { ref: 'pay-1', captured: first, held: 0, disputed: 0 },
          { ref: 'pay-2', captured: captured - first, held: 0, disputed: 0 },
        ],
      };
    });
const largest = Math.floor(Number.MAX_SAFE_INTEGER / 5);
const anySale = fc.oneof(sales(50), sales(100_000), sales(largest));

const held = (sale: QuoteSale, made: readonly Quote[]): QuoteSale => ({
  ...sale,
  payments: sale.payments.map((payment) => ({
    ...payment,
    held: made
      .flatMap(({ backing }) => backing)
      .filter(({ paymentRef }) => paymentRef === payment.ref)
      .reduce((sum, { amount }) => sum + amount, 0),
  })),
});
/** Makes the refund if the sale still allows it; a refused one changes nothing. */
function make(sale: QuoteSale, made: Quote[], request: Partial<QuoteRequest>, fee = NO_FEE): boolean {
  const result = quoteRefund(held(sale, made), takenBy(made), { lines: [], destination: 'original', ...request }, fee);
  if (result.kind === 'quoted') made.push(result.quote);
  return result.kind === 'quoted';
}
const sumOf = (numbers: readonly number[]): bigint => numbers.reduce((sum, n) => sum + BigInt(n), 0n);

/** A partial request by position, so that it fits any sale. */
const partial = fc.oneof(
  fc.record({ line: fc.nat(3), quantity: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ line: fc.nat(3), amountPart: fc.integer({ min: 1, max: 1000 }) }),
  fc.record({ shippingPart: fc.integer({ min: 1, max: 1000 }) }),
);
type Asked = typeof partial extends fc.Arbitrary<infer T> ? T : never;
const part = (total: number, thousandths: number): number => Math.max(1, Math.floor(total / 1000) * thousandths);
function requestOf(sale: QuoteSale, asked: Asked): Partial<QuoteRequest> {
  if ('shippingPart' in asked) return { shipping: { amount: part(sale.shipping.total, asked.shippingPart) } };
  const line = sale.lines[asked.line % sale.lines.length]!;
  if ('quantity' in asked) return { lines: [{ ref: line.ref, quantity: asked.quantity }] };
  return { lines: [{ ref: line.ref, amount: part(line.total, asked.amountPart) }] };
}
/** Asks for what is left of every line and of the shipping, one by one. */
function takeTheRest(sale: QuoteSale, made: Quote[]): void {
  for (const { ref, total, quantity } of sale.lines) {
    const before = takenBy(made).lines.get(ref);
    const left = total - (before?.gross ?? 0);
    const units = quantity - (before?.units ?? 0);
    if (left > 0) make(sale, made, { lines: [units > 0 ? { ref, quantity: units } : { ref, amount: left }] });
  }
  make(sale, made, { shipping: 'rest' });
}

describe('partial refunds in any order', () => {
  const stories = fc.tuple(anySale, fc.array(partial, { maxLength: 12 }));

  it('sum to the whole, and their taxes to its tax', () =>
    fc.assert(
      fc.property(stories, ([sale, asked]) => {
        const made: Quote[] = [];
        for (const each of asked) make(sale, made, requestOf(sale, each));
        takeTheRest(sale, made);
        const { lines, shipping } = takenBy(made);
        for (const line of sale.lines.filter(({ total }) => total > 0))
          expect(lines.get(line.ref)).toMatchObject({ gross: line.total, tax: line.tax });
        expect(shipping).toEqual({ gross: sale.shipping.total, tax: sale.shipping.tax });
        expect(sumOf(made.map(({ payout }) => payout))).toBe(sumOf(sale.payments.map(({ captured }) => captured)));
      }),
      { numRuns: 300 },
    ));

  it('never pass what was sold or captured, and every part holds its tax', () =>
    fc.assert(
      fc.property(stories, fc.nat(10_000), ([sale, asked], bps) => {
        const made: Quote[] = [];
        const fee = feeRule({ bps, max: null, feesBefore: 0, lawCap: null });
        for (const each of asked) {
          make(sale, made, requestOf(sale, each), fee);
          const { lines } = takenBy(made);
          for (const line of sale.lines) {
            const taken = lines.get(line.ref) ?? { gross: 0, tax: 0, units: 0 };
            expect(taken.gross).toBeLessThanOrEqual(line.total);
            expect(taken.tax).toBeLessThanOrEqual(line.tax);
            expect(taken.units).toBeLessThanOrEqual(line.quantity);
          }
          for (const payment of held(sale, made).payments) expect(payment.held).toBeLessThanOrEqual(payment.captured);
        }
        for (const { gross, tax } of made.flatMap(({ lines, shipping }) => [...lines, shipping])) {
          expect(tax).toBeGreaterThanOrEqual(0);
          expect(tax).toBeLessThanOrEqual(gross);
        }
      }),
      { numRuns: 300 },
    ));

  it('add up inside each refund: parts to payout, payout to transfers', () =>
    fc.assert(
      fc.property(stories, fc.nat(10_000), fc.nat(1000), fc.boolean(), ([sale, asked], bps, goodwill, asCredit) => {
        const made: Quote[] = [];
        const more = {
          ...(goodwill > 0 && { goodwill: { amount: goodwill } }),
          ...(asCredit && { destination: 'store_credit' as const }),
        };
        for (const each of asked)
          make(
            sale,
            made,
            { ...requestOf(sale, each), ...more },
            feeRule({ bps, max: 500, feesBefore: 0, lawCap: null }),
          );
        for (const quote of made) {
          const parts = sumOf([
            ...quote.lines.map(({ gross }) => gross),
            quote.shipping.gross,
            quote.goodwill,
            -quote.fee,
          ]);
          expect(BigInt(quote.payout)).toBe(parts);
          expect(sumOf(quote.transfers.map(({ amount }) => amount))).toBe(parts);
          expect(sumOf(quote.backing.map(({ amount }) => amount))).toBe(parts);
          expect(quote.transfers.every(({ amount }) => amount > 0)).toBe(true);
        }
      }),
      { numRuns: 300 },
    ));

  it('stay exact when some are given back and asked for again', () =>
    fc.assert(
      fc.property(stories, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), ([sale, asked], reversed) => {
        const made: Quote[] = [];
        for (const each of asked) make(sale, made, requestOf(sale, each));
        const active = made.filter((_quote, i) => reversed[i] !== true);
        takeTheRest(sale, active);
        for (const line of sale.lines.filter(({ total }) => total > 0))
          expect(takenBy(active).lines.get(line.ref)).toMatchObject({ gross: line.total, tax: line.tax });
      }),
      { numRuns: 300 },
    ));
});

describe('the examples of the specification', () => {
  it('ILS: a unit, an amount with shipping, and the rest over two payments', () => {
    const sale: QuoteSale = {
      currency: 'ILS',
      lines: [
        { ref: 'l1', kind: 'goods', quantity: 3, total: 29900, tax: 4561 },
        { ref: 'l2', kind: 'goods', quantity: 1, total: 4990, tax: 761 },
      ],
      shipping: { total: 3000, tax: 458 },
      payments: [
        { ref: 'pay-1', captured: 20000, held: 0, disputed: 0 },
        { ref: 'pay-2', captured: 17890, held: 0, disputed: 0 },
      ],
    };
    const made: Quote[] = [];
    make(sale, made, { lines: [{ ref: 'l1', quantity: 1 }] });
    make(sale, made, { lines: [{ ref: 'l1', amount: 5000 }], shipping: { amount: 1000 } });
    make(sale, made, {
      lines: [
        { ref: 'l1', quantity: 2 },
        { ref: 'l2', quantity: 1 },
      ],
      shipping: 'rest',
    });
    expect(
      made.map(({ lines, shipping, transfers }) => [
        lines.map(({ gross, tax }) => [gross, tax]),
        shipping.gross,
        shipping.tax,
        transfers.map(({ amount }) => amount),
      ]),
    ).toEqual([
      [[[9966, 1520]], 0, 0, [9966]],
      [[[5000, 763]], 1000, 153, [6000]],
      [
        [
          [14934, 2278],
          [4990, 761],
        ],
        2000,
        305,
        [4034, 17890],
      ],
    ]);
  });

  it('KWD: goodwill uses up a payment that the shipping needs later', () => {
    const sale: QuoteSale = {
      currency: 'KWD',
      lines: [{ ref: 'l1', kind: 'goods', quantity: 7, total: 12345, tax: 0 }],
      shipping: { total: 1500, tax: 0 },
      payments: [
        { ref: 'pay-1', captured: 12345, held: 0, disputed: 0 },
        { ref: 'pay-2', captured: 1500, held: 0, disputed: 0 },
      ],
    };
    const made: Quote[] = [];
    expect(make(sale, made, { lines: [{ ref: 'l1', quantity: 3 }], goodwill: { amount: 250 } })).toBe(true);
    expect(make(sale, made, { lines: [{ ref: 'l1', quantity: 4 }] })).toBe(true);
    expect(make(sale, made, { shipping: 'rest' })).toBe(false);
    expect(make(sale, made, { shipping: { amount: 1250 } })).toBe(true);
    expect(made.map(({ transfers }) => transfers.map(({ amount }) => amount))).toEqual([[5540], [6805, 250], [1250]]);
  });
});
