import type { Quote } from './quote';
import type { FeeBasis, LineBasis, PartBasis, QuoteBasis } from './quote-basis';
import { basisPoints, floorShare, roundedShare } from './share';

/** What a summand is. Limits are negative: by so much an amount was lowered. */
export const TERM_NAMES = [
  'lines',
  'shipping',
  'goodwill',
  'fee',
  'total',
  'taken_before',
  'asked',
  'units_up_to',
  'units_before',
  'tax_up_to',
  'tax_before',
  'tax_limit',
  'share',
  'policy_max',
  'gross_limit',
  'law_cap',
  'payout',
  'other_transfers',
] as const;
export type Term = Readonly<{ name: (typeof TERM_NAMES)[number]; amount: number }>;

/** The rules of arithmetic that speak; each has its sentence. */
export type ArithmeticRule =
  | 'payout'
  | 'line_whole'
  | 'line_rest'
  | 'line_units'
  | 'line_amount'
  | 'shipping_whole'
  | 'shipping_rest'
  | 'shipping_amount'
  | 'tax'
  | 'goodwill'
  | 'fee'
  | 'transfer';

/** How one amount of a quote came about: `terms` sum to `result`, which is the amount at `pointer`. */
export type Calculation = Readonly<{
  rule: ArithmeticRule;
  /** JSON pointer into the quote. */ pointer: string;
  terms: readonly Term[];
  result: number;
  /** What the sentence says besides: the line or payment, units, totals. */ values: Readonly<
    Record<string, string | number>
  >;
}>;
export type CalculatedQuote = Pick<Quote, 'payout' | 'lines' | 'shipping' | 'goodwill' | 'fee'>;

/** The payout as the sum of its parts. */
export const payoutCalculation = ({ lines, shipping, goodwill, fee }: CalculatedQuote): Calculation =>
  summed('payout', '/payout', [
    term(
      'lines',
      lines.reduce((sum, { gross }) => sum + gross, 0),
    ),
    term('shipping', shipping.gross),
    term('goodwill', goodwill),
    term('fee', -fee),
  ]);

/** Every other amount that is not nothing, in the order of the quote. */
export function partCalculations(quote: CalculatedQuote, basis: QuoteBasis): readonly Calculation[] {
  const lines = quote.lines.flatMap((line, index) => {
    const from = basis.lines[index];
    if (from === undefined) return [];
    const at = `/lines/${String(index)}`;
    const values = { part: line.ref };
    return [grossOfLine(line, from, `${at}/gross`), taxOf(line, from, `${at}/tax`, values)];
  });
  const shipping = [
    grossOfShipping(quote.shipping.gross, basis.shipping),
    taxOf(quote.shipping, basis.shipping, '/shipping/tax', {}),
  ];
  const goodwill = summed('goodwill', '/goodwill', [term('asked', quote.goodwill)]);
  const fee = basis.fee === null ? [] : [feeCalculation(basis.fee)];
  const told = [...lines, ...shipping, goodwill, ...fee, ...transfers(quote, basis)];
  return told.filter(({ terms }) => terms.length > 0);
}

function grossOfLine(line: Quote['lines'][number], from: LineBasis, pointer: string): Calculation {
  const { total, grossBefore, quantity, unitsBefore } = from;
  const values = { part: line.ref, total };
  if (line.units === 0) return summed('line_amount', pointer, [term('asked', line.gross)], values);
  if (line.gross === total - grossBefore)
    return rest(grossBefore === 0 ? 'line_whole' : 'line_rest', pointer, from, values);
  const after = unitsBefore + line.units;
  const upTo = floorShare(total, after, quantity);
  const before = floorShare(total, unitsBefore, quantity);
  const terms = [term('units_up_to', upTo), term('units_before', -before)];
  return summed('line_units', pointer, terms, { ...values, from: unitsBefore + 1, to: after, quantity, upTo, before });
}

function grossOfShipping(gross: number, from: PartBasis): Calculation {
  const pointer = '/shipping/gross';
  const values = { total: from.total };
  if (gross !== from.total - from.grossBefore)
    return summed('shipping_amount', pointer, [term('asked', gross)], values);
  return rest(from.grossBefore === 0 ? 'shipping_whole' : 'shipping_rest', pointer, from, values);
}

const rest = (
  rule: ArithmeticRule,
  pointer: string,
  { total, grossBefore }: PartBasis,
  values: Calculation['values'],
): Calculation =>
  summed(rule, pointer, [term('total', total), term('taken_before', -grossBefore)], { ...values, before: grossBefore });

/** Rule 3 of domain.md section 4: what all refunds so far carry, less what was counted before, never above the gross. */
function taxOf(
  { gross, tax }: Readonly<{ gross: number; tax: number }>,
  from: PartBasis,
  pointer: string,
  part: Calculation['values'],
): Calculation {
  const upTo = from.total === 0 ? 0 : roundedShare(from.tax, from.grossBefore + gross, from.total);
  const limit = tax - (upTo - from.taxBefore);
  const terms = [term('tax_up_to', upTo), term('tax_before', -from.taxBefore), term('tax_limit', limit)];
  // A part of nothing has no tax to speak of, whatever earlier refunds carried.
  return summed('tax', pointer, gross === 0 ? [] : terms, { ...part, upTo, before: from.taxBefore });
}

/** Rule 6 of domain.md section 4: the policy's share and maximum, never above the goods, then the law's cap. */
function feeCalculation({ base, bps, max, feesBefore, lawCap }: FeeBasis): Calculation {
  const share = basisPoints(base, bps);
  const underMax = max === null ? share : Math.max(0, Math.min(share, max - feesBefore));
  const underGross = Math.min(underMax, base);
  const kept = lawCap === null ? underGross : Math.min(underGross, lawCap);
  const terms = [
    term('share', share),
    term('policy_max', underMax - share),
    term('gross_limit', underGross - underMax),
    term('law_cap', kept - underGross),
  ];
  return summed('fee', '/fee', terms, { base, bps, share });
}

const transfers = ({ payout }: CalculatedQuote, basis: QuoteBasis): readonly Calculation[] =>
  basis.transfers.map(({ paymentRef, amount }, index) =>
    summed(
      'transfer',
      `/transfers/${String(index)}/amount`,
      [term('payout', payout), term('other_transfers', amount - payout)],
      { payment: paymentRef },
    ),
  );

const term = (name: Term['name'], amount: number): Term => ({ name, amount });

/** Terms of nothing are left out. */
function summed(
  rule: ArithmeticRule,
  pointer: string,
  terms: readonly Term[],
  values: Calculation['values'] = {},
): Calculation {
  const counted = terms.filter(({ amount }) => amount !== 0);
  const result = counted.reduce((sum, { amount }) => sum + amount, 0);
  return { rule, pointer, terms: counted, result, values };
}
