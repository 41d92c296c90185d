import type { Quote, QuoteSale, Taken } from './quote';
import { NOTHING_OF_LINE } from './taken';

/** A total of the sale, and what active refunds took of it before. */
export type PartBasis = Readonly<{ total: number; tax: number; grossBefore: number; taxBefore: number }>;
export type LineBasis = PartBasis & Readonly<{ quantity: number; unitsBefore: number }>;
/** From what a fee was computed; limits of null set none. */
export type FeeBasis = Readonly<{
  /** Gross of goods and services in the request. */ base: number;
  bps: number;
  max: number | null;
  feesBefore: number;
  lawCap: number | null;
}>;

/** What the amounts of a quote were made of. Recorded beside it, so that its arithmetic can be shown for ever. */
export type QuoteBasis = Readonly<{
  /** In the order of the quote's lines. */ lines: readonly LineBasis[];
  shipping: PartBasis;
  /** Null where no rule asks for a fee. */ fee: FeeBasis | null;
  transfers: Quote['transfers'];
}>;

/** The basis of a quote of this sale. */
export function quoteBasis(sale: QuoteSale, taken: Taken, quote: Quote, fee: FeeBasis | null): QuoteBasis {
  const sold = new Map(sale.lines.map((line) => [line.ref, line]));
  return {
    lines: quote.lines.flatMap(({ ref }) => {
      const line = sold.get(ref);
      if (line === undefined) return [];
      const { gross, tax, units } = taken.lines.get(ref) ?? NOTHING_OF_LINE;
      const { total, quantity } = line;
      return [{ total, tax: line.tax, grossBefore: gross, taxBefore: tax, quantity, unitsBefore: units }];
    }),
    shipping: {
      total: sale.shipping.total,
      tax: sale.shipping.tax,
      grossBefore: taken.shipping.gross,
      taxBefore: taken.shipping.tax,
    },
    fee,
    transfers: quote.transfers.map(({ paymentRef, amount }) => ({ paymentRef, amount })),
  };
}
