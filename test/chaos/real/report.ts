import { FAULT_TABLE } from './fault-table';
import { neverReached, SOMETIMES } from './sometimes';
import type { StormResult } from './storm';
import type { StormPlan } from './storm-plan';

/** One line of the report about a fault. Times are from its end until a refund asked for then had ended. */
export type FaultLine = Readonly<{
  fault: string;
  planned: number;
  struck: number;
  p50Ms: number | null;
  p95Ms: number | null;
  maxMs: number | null;
}>;
export type FailedSeed = Readonly<{
  plan: StormPlan;
  broken: readonly string[];
  /** How often the smallest plan failed again, of how many runs; null when nobody tried. */ again:
    readonly [number, number] | null;
  file: string | null;
}>;
export type ChaosReport = Readonly<{
  at: string;
  minutes: number;
  seeds: readonly number[];
  refunds: number;
  calls: number;
  unknowns: number;
  quiet: Readonly<{ p50Ms: number | null; p95Ms: number | null; maxMs: number | null }>;
  faults: readonly FaultLine[];
  reached: readonly string[];
  neverReached: readonly string[];
  failed: readonly FailedSeed[];
}>;

/** The value below which that share of the others lies. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, two) => one - two);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

const spread = (values: readonly number[]) => ({
  p50Ms: percentile(values, 0.5),
  p95Ms: percentile(values, 0.95),
  maxMs: percentile(values, 1),
});

export function reportOf(results: readonly StormResult[], failed: readonly FailedSeed[], begunAt: number): ChaosReport {
  const reached = new Set(results.flatMap((one) => [...one.reached]));
  const sum = (count: (one: StormResult) => number): number => results.reduce((total, one) => total + count(one), 0);
  const planned = results.flatMap(({ plan }) => plan.faults.map(({ id }) => id));
  return {
    at: new Date(begunAt).toISOString(),
    minutes: Math.round((Date.now() - begunAt) / 6_000) / 10,
    seeds: results.map(({ plan }) => plan.seed),
    refunds: sum(({ refunds }) => refunds),
    calls: sum(({ calls }) => calls),
    unknowns: sum(({ unknowns }) => unknowns),
    quiet: spread(results.map(({ quietAfterMs }) => quietAfterMs)),
    faults: FAULT_TABLE.map(({ id }) => ({
      fault: id,
      planned: planned.filter((one) => one === id).length,
      struck: sum(({ strikes }) => strikes.get(id) ?? 0),
      ...spread(
        results.flatMap(({ recoveries }) => recoveries.filter(({ fault }) => fault === id).map(({ ms }) => ms)),
      ),
    })).filter((line) => line.planned > 0),
    reached: SOMETIMES.filter((name) => reached.has(name)),
    neverReached: neverReached(reached),
    failed,
  };
}

const seconds = (ms: number | null): string => (ms === null ? '' : (ms / 1000).toFixed(1));

/** The report as people read it. */
export function reportText(report: ChaosReport): string {
  const { seeds, failed, quiet } = report;
  return [
    '# Storms on real processes',
    '',
    `${report.at}, ${report.minutes} minutes: ${seeds.length} seeds (${seeds.join(', ')}), ${report.refunds} refunds, ${report.calls} calls.`,
    `${report.unknowns} answers were never heard; each was asked for again under its key, and every key gave one refund or none.`,
    `Auditor, strict, after each seed: ${failed.length === 0 ? '0 violations' : `${failed.length} seeds failed`}.`,
    `From the end of all faults until nothing waited: p50 ${seconds(quiet.p50Ms)} s, p95 ${seconds(quiet.p95Ms)} s, at most ${seconds(quiet.maxMs)} s.`,
    '',
    '## Faults',
    '',
    'Seconds from the end of a fault until a refund that was asked for then had ended, other faults of the seed still lasting.',
    '',
    '| fault | planned | struck | p50 s | p95 s | max s |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...report.faults.map(
      ({ fault, planned, struck, p50Ms, p95Ms, maxMs }) =>
        `| ${fault} | ${planned} | ${struck} | ${seconds(p50Ms)} | ${seconds(p95Ms)} | ${seconds(maxMs)} |`,
    ),
    '',
    '## Sometimes',
    '',
    `Reached: ${report.reached.join(', ')}.`,
    report.neverReached.length === 0
      ? 'Nothing of the list was missed.'
      : `**Never reached: ${report.neverReached.join(', ')}.**`,
    ...failed.flatMap(({ plan, broken, again, file }) => [
      '',
      `## Seed ${plan.seed} failed`,
      '',
      ...(file === null ? [] : [`Its smallest plan lies in ${file}.`]),
      ...(again === null ? [] : [`It failed again in ${again[0]} of ${again[1]} runs.`]),
      `Items: ${plan.items.join(', ')}. Faults: ${plan.faults.map(({ id }) => id).join(', ') || 'none'}.`,
      '',
      ...broken.map((what) => `- ${what}`),
    ]),
    '',
  ].join('\n');
}
