import { isFeeable } from './fee';
import { roundedShare } from './share';

/** The tax inside a fee: its share of the tax of the lines it was kept of. `taxed: false` where the fee bears no tax. */
export function feeTaxOf(
  fee: number,
  lines: readonly Readonly<{ kind: string; gross: number; tax: number }>[],
  taxed = true,
): number {
  const feeable = lines.filter(({ kind }) => isFeeable(kind));
  const gross = feeable.reduce((total, line) => total + line.gross, 0);
  const tax = feeable.reduce((total, line) => total + line.tax, 0);
  return taxed && gross > 0 ? roundedShare(fee, tax, gross) : 0;
}
