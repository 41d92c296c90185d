import { brokenNow } from './invariants';
import { RULES, type Rules } from './rules';
import type { Sometimes } from './sometimes';
import { StormRun } from './storm-run';

export type StormResult = Readonly<{
  seed: number;
  step: number;
  broken: string | undefined;
  met: ReadonlySet<Sometimes>;
}>;

const STEPS = 90;
/** One seed: requests, faults, crashes, late answers and news in any order, then healing until everything is quiet. */
export function storm(seed: number, rules: Rules = RULES, steps = STEPS): StormResult {
  const run = new StormRun(seed, rules);
  for (let step = 1; step <= steps; step += 1) {
    const broken = guarded(() => run.step()) ?? brokenNow(run.books, run.gateway) ?? run.brokenDisputes();
    if (broken !== undefined) return { seed, step, broken, met: run.met };
  }
  const broken =
    guarded(() => run.heal()) ?? brokenNow(run.books, run.gateway) ?? run.brokenDisputes() ?? run.brokenInQuiet();
  return { seed, step: steps + 1, broken, met: run.met };
}

/** The first seed that breaks something, and the fewest steps in which it does. */
export function smallestFailing(seeds: number, rules: Rules = RULES): StormResult | undefined {
  for (let seed = 0; seed < seeds; seed += 1) {
    const result = storm(seed, rules);
    if (result.broken !== undefined) return result;
  }
  return undefined;
}

const guarded = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return `threw ${error instanceof Error ? error.message : String(error)}`;
  }
};
