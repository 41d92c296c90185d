import { refuse, type Refusal } from './check-request';
import type { QuotedLine, QuoteRequest, QuoteSale, RequestLine, Taken } from './quote';
import { grossOfUnits, taxOfPart } from './share';
import { NOTHING_OF_LINE } from './taken';

/** A line of the request with its amounts and the kind of what was sold. */
export type PricedLine = QuotedLine & Readonly<{ kind: string }>;
type SaleLine = QuoteSale['lines'][number];

/** Stage 4: every asked line with its gross and tax, or the first that has less left than was asked for. */
export function quoteLines(sale: QuoteSale, taken: Taken, request: QuoteRequest): readonly PricedLine[] | Refusal {
  const byRef = new Map(sale.lines.map((line) => [line.ref, line]));
  const priced: PricedLine[] = [];
  for (const [i, asked] of request.lines.entries()) {
    const line = byRef.get(asked.ref);
    if (!line) return refuse('unknown_line', `/lines/${i}/ref`, { line: asked.ref });

    const before = taken.lines.get(asked.ref) ?? NOTHING_OF_LINE;
    const unitsLeft = line.quantity - before.units;
    const amountLeft = line.total - before.gross;
    const { quantity: units = 0, amount } = asked;
    if (units > unitsLeft || (amount ?? 0) > amountLeft) {
      const values = { line: asked.ref, unitsLeft, amountLeft, currency: sale.currency };
      return refuse('line_exhausted', `/lines/${i}/${field(asked)}`, values);
    }
    const gross = amount ?? grossOfUnits(line, before, units);
    priced.push(priceOf(line, units, gross, taxOfPart(line, before, gross)));
  }
  return priced;
}

/** Stage 5: the part of the shipping, which may be nothing, or a refusal when less is left. */
export function quoteShipping(
  sale: QuoteSale,
  taken: Taken,
  { shipping }: QuoteRequest,
): Readonly<{ gross: number; tax: number }> | Refusal {
  if (!shipping) return { gross: 0, tax: 0 };

  const left = sale.shipping.total - taken.shipping.gross;
  const gross = shipping === 'rest' ? left : shipping.amount;
  if (gross > left) return refuse('shipping_exhausted', '/shipping/amount', { left, currency: sale.currency });
  return { gross, tax: taxOfPart(sale.shipping, taken.shipping, gross) };
}

const field = ({ quantity }: RequestLine): string => (quantity === undefined ? 'amount' : 'quantity');
const priceOf = ({ ref, kind }: SaleLine, units: number, gross: number, tax: number): PricedLine => ({
  ref,
  units,
  gross,
  tax,
  kind,
});
