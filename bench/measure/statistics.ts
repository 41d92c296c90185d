/** The p-th quantile (0..1) by nearest rank; 0 for no values. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? 0;
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Median with the smallest and largest value, as the report prints it. */
export const spread = (values: readonly number[], digits = 1): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;

/** The median of what each round of the one was to the round of the other beside it: a machine that changes its pace between rounds changes no ratio. */
export const ratio = (ours: readonly number[], theirs: readonly number[]): number =>
  median(ours.map((value, no) => value / (theirs[no] ?? Number.NaN)));
