/** What active refunds took of one line, or of the shipping, before this request (`g0`, `t0`, `r` in domain.md section 4). */
export type TakenOfLine = Readonly<{ gross: number; tax: number; units: number }>;

// Products such as total x units pass 2^53, so every product is made of BigInt; results are at most the total again.

/** `total x part / whole`, rounded down. Exact for all safe integers. */
export const floorShare = (total: number, part: number, whole: number): number =>
  Number((BigInt(total) * BigInt(part)) / BigInt(whole));

/** `total x part / whole`, a half rounded up: floor((2n + d) / 2d) of domain.md. Exact for all safe integers. */
export function roundedShare(total: number, part: number, whole: number): number {
  const n = BigInt(total) * BigInt(part);
  const d = BigInt(whole);
  return Number((2n * n + d) / (2n * d));
}

/** `bps` ten-thousandths of an amount, rounded down. */
export const basisPoints = (amount: number, bps: number): number => floorShare(amount, bps, 10_000);

/**
 * What the next `units` units of a line are worth. The last unit takes the exact rest, so that the parts of a line
 * always sum to its total, in whatever order they are asked for; before that a unit never takes more than is left.
 */
export function grossOfUnits(
  line: Readonly<{ quantity: number; total: number }>,
  taken: TakenOfLine,
  units: number,
): number {
  const rest = line.total - taken.gross;
  const after = taken.units + units;
  if (after === line.quantity) return rest;
  const byUnits = floorShare(line.total, after, line.quantity) - floorShare(line.total, taken.units, line.quantity);
  return Math.min(byUnits, rest);
}

/**
 * The tax inside the next `gross` of a total, so that the taxes of the parts sum to `tax`. It follows what was recorded
 * for earlier parts, not what they would be today: after a reversal those differ and tax would be counted twice.
 */
export function taxOfPart(
  whole: Readonly<{ total: number; tax: number }>,
  taken: Readonly<{ gross: number; tax: number }>,
  gross: number,
): number {
  if (whole.total === 0) return 0;
  const upToHere = roundedShare(whole.tax, taken.gross + gross, whole.total);
  return Math.min(gross, Math.max(0, upToHere - taken.tax));
}
