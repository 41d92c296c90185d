import type { Quote, Taken } from './quote';
import type { TakenOfLine } from './share';

/** Lines and shipping of one active refund, less what it gave back. */
export type TakenPart = Pick<Quote, 'lines' | 'shipping'>;

export const NOTHING_OF_LINE: TakenOfLine = { gross: 0, tax: 0, units: 0 };

/** Sums what the active refunds of a sale took; the order of the parts does not matter. */
export function takenBy(parts: readonly TakenPart[]): Taken {
  const lines = new Map<string, TakenOfLine>();
  for (const { ref, units, gross, tax } of parts.flatMap((part) => part.lines)) {
    const before = lines.get(ref) ?? NOTHING_OF_LINE;
    lines.set(ref, { units: before.units + units, gross: before.gross + gross, tax: before.tax + tax });
  }
  return {
    lines,
    shipping: {
      gross: parts.reduce((total, { shipping }) => total + shipping.gross, 0),
      tax: parts.reduce((total, { shipping }) => total + shipping.tax, 0),
    },
  };
}
