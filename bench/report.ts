import type { HistoryCounts } from './measure/history-counts';
import type { Round } from './measure/round';
import { median, quantile, spread } from './measure/statistics';

type Accept = Readonly<{ at1: number; at16: number }>;
export type Figures = Readonly<{
  counts: HistoryCounts & Readonly<{ commits: number }>;
  ours: readonly Round[];
  bare: readonly Round[];
  naive: readonly Round[];
  accept: Readonly<{ alone: Accept; underLoad: Accept & Readonly<{ p99at16: number }>; plain: Accept }>;
}>;

/** What every round measured: medians with smallest and largest value. */
export function printRounds(rounds: ReadonlyMap<string, readonly Round[]>): void {
  console.log(
    `\n${'round'.padEnd(28)}${'refunds/s'.padEnd(24)}${'p50 ms'.padEnd(12)}${'p95 ms'.padEnd(12)}${'CPU-ms per refund'.padEnd(24)}foreign CPU`,
  );
  for (const [name, all] of rounds) {
    const latencies = all.flatMap(({ latenciesMs }) => latenciesMs);
    const parts = Object.keys(all[0]?.cpu ?? {}).map(
      (part) => `${part} ${median(all.map(({ cpu }) => cpu[part] ?? 0)).toFixed(1)}`,
    );
    console.log(
      name.padEnd(28) +
        spread(all.map(({ perSecond }) => perSecond)).padEnd(24) +
        quantile(latencies, 0.5).toFixed(0).padEnd(12) +
        quantile(latencies, 0.95).toFixed(0).padEnd(12) +
        `${spread(all.map(({ cpuTotal }) => cpuTotal))} = ${parts.join(', ')}`.padEnd(24) +
        `  ${(100 * median(all.map(({ foreignCpuShare }) => foreignCpuShare))).toFixed(0)} %`,
    );
  }
}

export type JsonFigures = Readonly<Record<string, number>>;
/** The figures that machines compare between runs. */
export function jsonFigures(figures: Figures): JsonFigures {
  const perSecond = (rounds: readonly Round[]): number => median(rounds.map((round) => round.perSecond));
  const cpu = (rounds: readonly Round[]): number => median(rounds.map((round) => round.cpuTotal));
  const { alone, plain, underLoad } = figures.accept;
  return {
    ratio: perSecond(figures.ours) / perSecond(figures.bare),
    cpuRatio: cpu(figures.ours) / cpu(figures.bare),
    naiveRatio: perSecond(figures.ours) / perSecond(figures.naive),
    cpuMs: cpu(figures.ours),
    bareCpuMs: cpu(figures.bare),
    acceptRatioAt16: alone.at16 / plain.at16,
    acceptRatioAt1: alone.at1 / plain.at1,
    acceptP50: alone.at16,
    acceptP50UnderLoad: underLoad.at16,
    acceptP99UnderLoad: underLoad.p99at16,
    ...figures.counts,
  };
}

/** Prints each goal with its figure and whether it is met. Tells whether the exact counts hold. */
export function printGoals(figures: Figures): Readonly<{ counts: boolean }> {
  const j = jsonFigures(figures);
  const of = (name: string): number => j[name] ?? Number.NaN;
  const { alone, plain, underLoad } = figures.accept;
  const { commits, events, tasks, activities } = figures.counts;
  const rows: (readonly [string, string, boolean, string])[] = [
    [
      'G1',
      'refunds/s at 16 in flight vs bare Temporal, with messages, must be >= 0.5',
      of('ratio') >= 0.5,
      of('ratio').toFixed(2),
    ],
    [
      'G2',
      'CPU-ms per refund vs bare, must be <= 2',
      of('cpuRatio') <= 2,
      `${of('cpuRatio').toFixed(2)} (${of('cpuMs').toFixed(1)} / ${of('bareCpuMs').toFixed(1)} ms)`,
    ],
    ['G3', 'refunds/s vs naive Temporal, must be >= 1.3', of('naiveRatio') >= 1.3, of('naiveRatio').toFixed(2)],
    [
      'G4',
      'accept p50 vs the plain handler at 16 <= 2, at 1 <= 4',
      of('acceptRatioAt16') <= 2 && of('acceptRatioAt1') <= 4,
      `${of('acceptRatioAt16').toFixed(2)} (${alone.at16.toFixed(1)} / ${plain.at16.toFixed(1)} ms), ${of('acceptRatioAt1').toFixed(2)} (${alone.at1.toFixed(1)} / ${plain.at1.toFixed(1)} ms); while refunds run ${underLoad.at16.toFixed(1)} ms`,
    ],
    ['G5', 'application commits per refund, must be <= 6', commits <= 6, String(commits)],
    [
      'G6',
      'history events / tasks / regular activities, must be <= 21 / 3 / 2',
      events <= 21 && tasks <= 3 && activities <= 2,
      `${events} / ${tasks} / ${activities}`,
    ],
  ];
  console.log('');
  for (const [goal, text, met, figure] of rows) console.log(`${goal}  ${met ? 'met ' : 'MISS'}  ${text}: ${figure}`);
  console.log(
    'G7  p99 of accepting with 1,000,000 refunds stored, and G8, memory with 10,000 waiting: not part of this run',
  );
  console.log('G9  queries per request: constant, asserted by the integration tests of libs/persistence');
  return { counts: commits <= 6 && events <= 21 && tasks <= 3 && activities <= 2 };
}
