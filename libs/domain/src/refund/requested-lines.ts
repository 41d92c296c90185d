import type { Quote, QuotedLine } from '../quote/quote';
import type { Sale, SaleLine } from '../sale/sale';

/** A line that is asked for: as it was sold, and what of it is refunded. */
export type RequestedLine = Readonly<{ sold: SaleLine; quoted: QuotedLine }>;

/** The lines of a quote beside those of the sale, in the order of the request. */
export function requestedLines(sale: Sale, quote: Quote): readonly RequestedLine[] {
  const byRef = new Map(sale.lines.map((line) => [line.ref, line]));
  return quote.lines.flatMap((quoted) => {
    const sold = byRef.get(quoted.ref);
    return sold === undefined ? [] : [{ sold, quoted }];
  });
}

/** When the last goods of these lines were delivered; null while one is missing, or when there are no goods. */
export function lastDelivery(lines: readonly SaleLine[]): string | null {
  const goods = lines.filter(({ kind }) => kind === 'goods').map(({ deliveredAt }) => deliveredAt ?? null);
  return goods.reduce(
    (latest, at) => (latest === null || at === null ? null : Date.parse(at) > Date.parse(latest) ? at : latest),
    goods[0] ?? null,
  );
}
