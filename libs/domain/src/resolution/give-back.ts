import { invariant } from '../invariant';
import { roundedShare } from '../quote/share';

type Part = Readonly<{ gross: number; tax: number }>;
type Line = Part & Readonly<{ ref: string; units: number }>;
/** What a refund pays for, in the order of the request. */
export type RefundedParts<L extends Line = Line> = Readonly<{
  lines: readonly L[];
  shipping: Part;
  goodwill: number;
}>;
export type GivenBack<L extends Line = Line> = Readonly<{
  /** What stays refunded. */ kept: RefundedParts<L>;
  /** What can be asked for again, line by line. */ given: RefundedParts<L>;
}>;

/**
 * Gives back the unpaid rest of a refund that ends short: goodwill first, then shipping, then lines from the last to the
 * first. A line that falls to 0 gives its units back too (domain.md section 2). Both sides sum to what was approved.
 */
export function giveBack<L extends Line>(parts: RefundedParts<L>, short: number): GivenBack<L> {
  const total = parts.lines.reduce((sum, { gross }) => sum + gross, parts.goodwill + parts.shipping.gross);
  invariant(Number.isSafeInteger(short) && short >= 0 && short <= total, `gives back at most ${total}, got ${short}`);
  let left = short;
  const take = (from: number): number => {
    const taken = Math.min(left, from);
    left -= taken;
    return taken;
  };
  const goodwill = take(parts.goodwill);
  const shipping = keep(parts.shipping, take(parts.shipping.gross));
  const lines = parts.lines
    .toReversed()
    .map((line) => ({ line, ...keep(line, take(line.gross)) }))
    .toReversed();
  // A line that was worth nothing gives nothing back.
  const unitsGiven = (line: L, kept: Part, given: Part): number =>
    kept.gross === 0 && given.gross > 0 ? line.units : 0;
  return {
    kept: {
      lines: lines.map(({ line, kept, given }) => ({
        ...line,
        ...kept,
        units: line.units - unitsGiven(line, kept, given),
      })),
      shipping: shipping.kept,
      goodwill: parts.goodwill - goodwill,
    },
    given: {
      lines: lines.map(({ line, kept, given }) => ({ ...line, ...given, units: unitsGiven(line, kept, given) })),
      shipping: shipping.given,
      goodwill,
    },
  };
}

function keep({ gross, tax }: Part, given: number): Readonly<{ kept: Part; given: Part }> {
  const kept = { gross: gross - given, tax: gross === 0 ? 0 : roundedShare(tax, gross - given, gross) };
  return { kept, given: { gross: given, tax: tax - kept.tax } };
}
