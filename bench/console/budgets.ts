import { quantile } from '../measure/statistics';

/** One figure beside its limit. What is exact gates; a time is told, for it says as much about the machine. */
export type Budget = Readonly<{
  /** Its name among the JSON figures. */ key: string;
  must: string;
  figure: number;
  limit: number;
  unit: 'B' | 'ms' | 'rows' | 'faults' | '%';
  kind: 'exact' | 'time';
}>;

export const isMet = ({ figure, limit }: Budget): boolean => figure <= limit;

/** Median and p95 of times, as two budgets. */
export function timed(key: string, must: string, times: readonly number[], limitMs: number): readonly Budget[] {
  const of = (name: string, p: number): Budget => ({
    ...{ key: `${key}${name}`, must: `${must}, ${name.toLowerCase()}`, figure: quantile(times, p), limit: limitMs },
    ...{ unit: 'ms', kind: 'time' },
  });
  return [of('P50', 0.5), of('P95', 0.95)];
}

const figureText = (value: number, unit: Budget['unit']): string => {
  if (unit === 'B') return `${(value / 1_000).toFixed(1)} kB`;
  return unit === 'ms' ? `${value.toFixed(1)} ms` : `${String(value)} ${unit}`;
};

/** One line: whether it is met, what it must be, what it is. */
export const lineOf = (budget: Budget): string =>
  `${isMet(budget) ? 'met ' : 'MISS'}  ${budget.must}: ${figureText(budget.figure, budget.unit)} (at most ${figureText(budget.limit, budget.unit)})${budget.kind === 'time' ? '' : ', gates'}`;

/** What machines compare between runs: each figure, whether it is met, and whether all that gates is. */
export function jsonOf(budgets: readonly Budget[]): Readonly<Record<string, unknown>> {
  const figures = budgets.map((budget): readonly [string, unknown] => [
    budget.key,
    { figure: Math.round(budget.figure * 10) / 10, limit: budget.limit, unit: budget.unit, met: isMet(budget) },
  ]);
  return Object.fromEntries<unknown>([['gates', gates(budgets)], ...figures]);
}

/** Whether everything holds that repeats exactly on any machine. */
export const gates = (budgets: readonly Budget[]): boolean =>
  budgets.filter(({ kind }) => kind === 'exact').every(isMet);
