import type { HistoryCounts } from './measure/history-counts';
import type { Round } from './measure/round';
import type { Accepting } from './measure/accepting';
import type { Waiting } from './measure/waiting';
import { median, quantile, ratio, spread } from './measure/statistics';

export type Figures = Readonly<{
  counts: HistoryCounts & Readonly<{ commits: number }>;
  ours: readonly Round[];
  bare: readonly Round[];
  naive: readonly Round[];
  accepting: Readonly<{ at1: Accepting; at16: Accepting }>;
  /** Milliseconds of answers while 16 refunds ran. */ acceptingUnderLoad: readonly number[];
  waiting?: Waiting;
  stock?: Readonly<{ few: number; many: number; stored: number }>;
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
  const { ours, bare, naive, accepting, acceptingUnderLoad, waiting, stock } = figures;
  const perSecond = (rounds: readonly Round[]): number[] => rounds.map((round) => round.perSecond);
  const cpu = (rounds: readonly Round[]): number[] => rounds.map((round) => round.cpuTotal);
  const p50s = (rounds: readonly number[][]): number[] => rounds.map(median);
  return {
    ratio: ratio(perSecond(ours), perSecond(bare)),
    cpuRatio: ratio(cpu(ours), cpu(bare)),
    naiveRatio: ratio(perSecond(ours), perSecond(naive)),
    cpuMs: median(cpu(ours)),
    bareCpuMs: median(cpu(bare)),
    acceptRatioAt16: ratio(p50s(accepting.at16.ours), p50s(accepting.at16.plain)),
    acceptRatioAt1: ratio(p50s(accepting.at1.ours), p50s(accepting.at1.plain)),
    acceptP50: median(accepting.at16.ours.flat()),
    acceptP50At1: median(accepting.at1.ours.flat()),
    plainP50: median(accepting.at16.plain.flat()),
    plainP50At1: median(accepting.at1.plain.flat()),
    acceptP50UnderLoad: median(acceptingUnderLoad),
    acceptP99UnderLoad: quantile(acceptingUnderLoad, 0.99),
    ...(waiting && { waitingWorkerMiB: waiting.workerGrowth, waitingApiMiB: waiting.apiGrowth }),
    ...(stock && { stockRatio: stock.many / stock.few }),
    ...figures.counts,
  };
}

type Goal = Readonly<{ no: string; must: string; met: boolean; figure: string }>;

/** Prints each goal with its figure and whether it is met. Tells whether the exact counts hold. */
export function printGoals(figures: Figures): Readonly<{ counts: boolean }> {
  const goals = [...ratioGoals(figures), countGoal5(figures), countGoal6(figures), ...sizeGoals(figures)];
  console.log('');
  for (const { no, must, met, figure } of goals) console.log(`${no}  ${met ? 'met ' : 'MISS'}  ${must}: ${figure}`);
  console.log('G9  queries per request: constant, asserted by the integration tests of libs/persistence');
  return { counts: countGoal5(figures).met && countGoal6(figures).met };
}

function ratioGoals(figures: Figures): readonly Goal[] {
  const j = jsonFigures(figures);
  const of = (name: string): number => j[name] ?? Number.NaN;
  const ms = (name: string): string => `${of(name).toFixed(1)} ms`;
  return [
    {
      no: 'G1',
      must: 'refunds/s at 16 in flight vs bare Temporal, with messages, must be >= 0.5',
      met: of('ratio') >= 0.5,
      figure: of('ratio').toFixed(2),
    },
    {
      no: 'G2',
      must: 'CPU-ms per refund vs bare, must be <= 2',
      met: of('cpuRatio') <= 2,
      figure: `${of('cpuRatio').toFixed(2)} (${ms('cpuMs')}, ${ms('bareCpuMs')})`,
    },
    {
      no: 'G3',
      must: 'refunds/s vs naive Temporal, must be >= 1.3',
      met: of('naiveRatio') >= 1.3,
      figure: of('naiveRatio').toFixed(2),
    },
    {
      no: 'G4',
      must: 'accept p50 vs the plain handler at 16 <= 2, at 1 <= 4',
      met: of('acceptRatioAt16') <= 2 && of('acceptRatioAt1') <= 4,
      figure: `${of('acceptRatioAt16').toFixed(2)} (${ms('acceptP50')}, ${ms('plainP50')}), ${of('acceptRatioAt1').toFixed(2)} (${ms('acceptP50At1')}, ${ms('plainP50At1')}); while refunds run ${ms('acceptP50UnderLoad')}`,
    },
  ];
}

const countGoal5 = ({ counts: { commits } }: Figures): Goal => ({
  no: 'G5',
  must: 'application commits per refund, must be <= 6',
  met: commits <= 6,
  figure: String(commits),
});
const countGoal6 = ({ counts: { events, tasks, activities } }: Figures): Goal => ({
  no: 'G6',
  must: 'history events / tasks / regular activities, must be <= 21 / 3 / 2',
  met: events <= 21 && tasks <= 3 && activities <= 2,
  figure: `${events} / ${tasks} / ${activities}`,
});

function sizeGoals({ waiting, stock }: Figures): readonly Goal[] {
  if (!waiting || !stock) return [];
  const { few, many, stored } = stock;
  return [
    {
      no: 'G7',
      must: `accept p99 with ${stored} refunds stored vs 1000, must be <= 1.2`,
      met: many / few <= 1.2,
      figure: `${(many / few).toFixed(2)} (${many.toFixed(1)} ms, ${few.toFixed(1)} ms)`,
    },
    {
      no: 'G8',
      must: `growth with ${waiting.waiting} waiting refunds, must be <= 250 MiB in the worker`,
      met: waiting.workerGrowth <= 250,
      figure: `${waiting.workerGrowth.toFixed(0)} MiB, api ${waiting.apiGrowth.toFixed(0)} MiB`,
    },
  ];
}
