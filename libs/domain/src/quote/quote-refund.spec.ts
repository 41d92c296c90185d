import vectors from '../../../../test/vectors/quote.json';
import { NO_FEE } from './fee';
import type { FeeRule, QuoteRequest, QuoteSale } from './quote';
import { quoteRefund } from './quote-refund';
import { saleAfter, type HistoryEntry, type VectorSale } from './sale-after.builder';

type VectorRequest = Partial<QuoteRequest> & Pick<QuoteRequest, 'lines'>;
type Vector = Readonly<{
  name: string;
  sale: VectorSale;
  history: readonly HistoryEntry[];
  disputed?: Readonly<Record<string, number>>;
  fee?: number;
  request: VectorRequest;
  expect: Readonly<Record<string, unknown>>;
}>;

describe('quoteRefund', () => {
  it.each((vectors.cases as unknown as Vector[]).map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, vector) => {
      const fee: FeeRule = vector.fee === undefined ? NO_FEE : () => vector.fee ?? 0;
      const { sale, taken } = saleAfter(vector.sale, vector.history, vector.disputed);
      const result = quoteRefund(sale, taken, { destination: 'original', ...vector.request }, fee);
      if (result.kind === 'refused') {
        expect({ error: result.code }).toEqual(vector.expect);
        return;
      }
      const { payout, lines, shipping, goodwill, transfers } = result.quote;
      const shown = {
        payout,
        lines: lines.map(({ ref, gross, tax }) => ({ ref, gross, tax })),
        shipping,
        goodwill,
        transfers,
      };
      const withFee = 'fee' in vector.expect ? { ...shown, fee: result.quote.fee } : shown;
      expect(withFee).toEqual(vector.expect);
    },
  );
});

const sale = (overrides: Partial<QuoteSale> = {}): QuoteSale => ({
  currency: 'ILS',
  lines: [
    { ref: 'l1', kind: 'goods', quantity: 3, total: 29900, tax: 4561 },
    { ref: 'l2', kind: 'digital', quantity: 1, total: 4990, tax: 761 },
  ],
  shipping: { total: 3000, tax: 458 },
  payments: [{ ref: 'pay-1', captured: 37890, held: 0, disputed: 0 }],
  ...overrides,
});
const fresh = { lines: new Map(), shipping: { gross: 0, tax: 0 } };
const ask = (overrides: Partial<QuoteRequest>): QuoteRequest => ({ lines: [], destination: 'original', ...overrides });
const refusalOf = (request: Partial<QuoteRequest>, of = sale()): unknown => {
  const result = quoteRefund(of, fresh, ask(request), NO_FEE);
  return result.kind === 'refused' ? [result.code, result.pointer, result.values] : result;
};

describe('a refusal of quoteRefund', () => {
  const unknown = (value: string) => value as never;

  it.each([
    ['/destination', { destination: unknown('voucher') }],
    ['/lines/1', { lines: [{ ref: 'l1', quantity: 1 }, { ref: 'l2' }] }],
    [
      '/lines/1/ref',
      {
        lines: [
          { ref: 'l1', quantity: 1 },
          { ref: 'l1', quantity: 1 },
        ],
      },
    ],
    ['/shipping', { shipping: unknown('all') }],
    ['/paymentOrder', { paymentOrder: [] }],
    ['/paymentOrder/1', { paymentOrder: ['pay-1', 'pay-1'] }],
  ] satisfies [string, Partial<QuoteRequest>][])('points at %s when the request has no meaning', (pointer, request) =>
    expect(refusalOf(request)).toEqual(['invalid_request', pointer, {}]),
  );

  it.each([
    ['invalid_quantity', '/lines/0/quantity', { lines: [{ ref: 'l1', quantity: unknown('2') }] }],
    ['invalid_amount', '/lines/0/amount', { lines: [{ ref: 'l1', amount: Number.NaN }] }],
    ['invalid_amount', '/shipping/amount', { shipping: { amount: 0 } }],
    ['invalid_amount', '/goodwill/amount', { lines: [{ ref: 'l1', quantity: 3 }], goodwill: { amount: -1 } }],
  ] satisfies [string, string, Partial<QuoteRequest>][])(
    'is %s at %s for a number out of range',
    (code, pointer, request) => expect(refusalOf(request)).toEqual([code, pointer, {}]),
  );

  it('looks at the lines before the shipping and the goodwill', () =>
    expect(
      refusalOf({ lines: [{ ref: 'l1', quantity: 0 }], shipping: { amount: 0 }, goodwill: { amount: 0 } }),
    ).toEqual(['invalid_quantity', '/lines/0/quantity', {}]));

  it('tells cases of names apart', () => {
    expect(refusalOf({ lines: [{ ref: 'L1', quantity: 1 }] })).toEqual([
      'unknown_line',
      '/lines/0/ref',
      { line: 'L1' },
    ]);
    expect(refusalOf({ paymentOrder: ['Pay-1'] })).toEqual([
      'unknown_payment',
      '/paymentOrder/0',
      { payment: 'Pay-1' },
    ]);
  });

  it('says what is left of a line, of the shipping and of the payments', () => {
    expect(refusalOf({ lines: [{ ref: 'l1', quantity: 4 }] })).toEqual([
      'line_exhausted',
      '/lines/0/quantity',
      { line: 'l1', unitsLeft: 3, amountLeft: 29900, currency: 'ILS' },
    ]);
    expect(refusalOf({ shipping: { amount: 3001 } })).toEqual([
      'shipping_exhausted',
      '/shipping/amount',
      { left: 3000, currency: 'ILS' },
    ]);
    expect(refusalOf({ goodwill: { amount: 37891 } })).toEqual([
      'over_refund',
      '',
      { available: 37890, payout: 37891, currency: 'ILS' },
    ]);
  });

  it('stays exact when the payout itself passes the safe integers', () =>
    expect(refusalOf({ lines: [{ ref: 'l1', quantity: 3 }], goodwill: { amount: Number.MAX_SAFE_INTEGER } })).toEqual([
      'over_refund',
      '',
      { available: 37890, payout: '9007199254770891', currency: 'ILS' },
    ]));
});

describe('the fee of quoteRefund', () => {
  const quoteWith = (fee: FeeRule, request: Partial<QuoteRequest>) => quoteRefund(sale(), fresh, ask(request), fee);

  it('is asked for goods and services alone and lowers the payout, not the lines', () => {
    const asked: number[] = [];
    const result = quoteWith((gross) => (asked.push(gross), 498), {
      lines: [
        { ref: 'l1', quantity: 1 },
        { ref: 'l2', quantity: 1 },
      ],
    });
    expect(asked).toEqual([9966]);
    expect(result).toMatchObject({
      quote: { fee: 498, payout: 9966 + 4990 - 498, lines: [{ gross: 9966 }, { gross: 4990 }] },
    });
  });

  it('never passes the gross of the lines it is kept of', () =>
    expect(quoteWith(() => 50_000, { lines: [{ ref: 'l1', quantity: 1 }], goodwill: { amount: 7 } })).toMatchObject({
      quote: { fee: 9966, payout: 7 },
    }));

  it('leaves nothing to refund when it takes all', () =>
    expect(quoteWith(() => 50_000, { lines: [{ ref: 'l1', quantity: 1 }] })).toMatchObject({
      code: 'nothing_to_refund',
    }));

  it('refuses to work with a rule that answers no amount', () =>
    expect(() => quoteWith(() => 0.5, { lines: [{ ref: 'l1', quantity: 1 }] })).toThrow('Invariant broken'));
});

describe('the backing of quoteRefund', () => {
  it('skips a payment whose dispute is larger than what is free', () => {
    const payments = [
      { ref: 'pay-1', captured: 4000, held: 3000, disputed: 4000 },
      { ref: 'pay-2', captured: 6000, held: 0, disputed: 0 },
    ];
    expect(quoteRefund(sale({ payments }), fresh, ask({ goodwill: { amount: 100 } }), NO_FEE)).toMatchObject({
      quote: { backing: [{ paymentRef: 'pay-2', amount: 100 }] },
    });
  });

  it('stays behind one transfer of store credit', () =>
    expect(
      quoteRefund(sale(), fresh, ask({ goodwill: { amount: 100 }, destination: 'store_credit' }), NO_FEE),
    ).toMatchObject({
      quote: {
        transfers: [{ paymentRef: 'store_credit', amount: 100 }],
        backing: [{ paymentRef: 'pay-1', amount: 100 }],
      },
    }));
});
