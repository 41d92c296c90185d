import { keepPlan, keptPlans, smallestFailing } from './kept-seeds';
import { reportOf, type ChaosReport, type FailedSeed } from './report';
import { whatIsBroken } from './settle';
import { runStorm, type StormResult } from './storm';
import type { StormPlan } from './storm-plan';
import { startStormStack } from './storm-stack';

export type RunSet = Readonly<{
  /** The plans to run, after those that were kept. */ plans: Iterable<StormPlan>;
  /** Nothing new begins after that long. */ limitMs: number;
  settleMs: number;
  /** Makes a failing plan small and keeps it; costs many runs. */ shrinks: boolean;
  /** Leaves logs and histories behind. */ keep: boolean;
  tell: (text: string) => void;
}>;

const SHRINK_LIMIT_MS = 10 * 60_000;
const AGAIN = 20;
/** More than that are one and the same. */
const MOST_FAILED = 3;

/** Runs plan after plan on one stack and tells what came of all of them. Whether that is good is for the reader: `isGood`. */
export async function runSet({ plans, limitMs, settleMs, shrinks, keep, tell }: RunSet): Promise<ChaosReport> {
  const begunAt = Date.now();
  const stack = await startStormStack(tell);
  tell(`the stack stands after ${((Date.now() - begunAt) / 1000).toFixed(0)} s; its logs are in ${stack.logs}`);
  const results: StormResult[] = [];
  const failed: FailedSeed[] = [];
  let isWhole = false;
  try {
    const known = new Set<string>();
    const learn = async (): Promise<void> => {
      for (const one of await whatIsBroken(stack, { known, deadline: 0 })) known.add(one);
    };
    const run = async (plan: StormPlan): Promise<StormResult> => {
      const result = await runStorm(stack, plan, { settleMs, known });
      // What one storm broke stays broken: the next is not blamed for it.
      if (result.broken.length > 0) await learn();
      return result;
    };
    for (const plan of both(keptPlans(), plans)) {
      if (Date.now() - begunAt > limitMs || failed.length >= MOST_FAILED) break;
      const result = await run(plan);
      results.push(result);
      tell(lineOf(result));
      if (result.broken.length > 0) failed.push(shrinks ? await shrunk(result, run, tell) : asItIs(result));
    }
    isWhole = true;
  } finally {
    await stack.close(keep || failed.length > 0 || !isWhole);
  }
  return reportOf(results, failed, begunAt);
}

/** Every promise held in every storm, and they were storms. */
export const isGood = ({ failed, neverReached }: ChaosReport): boolean =>
  failed.length === 0 && neverReached.length === 0;

function* both<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

const asItIs = ({ plan, broken }: StormResult): FailedSeed => ({ plan, broken, again: null, file: null });

async function shrunk(
  result: StormResult,
  run: (plan: StormPlan) => Promise<StormResult>,
  tell: (text: string) => void,
): Promise<FailedSeed> {
  const end = Date.now() + SHRINK_LIMIT_MS;
  const mayGoOn = (): boolean => Date.now() < end;
  const fails = async (plan: StormPlan): Promise<boolean> => {
    const { broken } = await run(plan);
    tell(`  ${plan.faults.length} faults, ${plan.items.length} items: ${broken.length === 0 ? 'holds' : 'fails'}`);
    return broken.length > 0;
  };
  const plan = await smallestFailing(result.plan, fails, mayGoOn);
  let runs = 0;
  let again = 0;
  for (; runs < AGAIN && mayGoOn(); runs += 1) if (await fails(plan)) again += 1;
  return { plan, broken: result.broken, again: [again, runs], file: keepPlan(plan) };
}

function lineOf({ plan, broken, refunds, unknowns, quietAfterMs, ms, strikes }: StormResult): string {
  const struck = [...strikes.keys()].join(', ');
  const verdict = broken.length === 0 ? 'holds' : `FAILS: ${broken.slice(0, 5).join('; ')}`;
  const away = plan.staysAway === null ? '' : `, without ${plan.staysAway}`;
  return `seed ${plan.seed}: ${refunds} refunds, ${unknowns} unheard${away}; quiet after ${(quietAfterMs / 1000).toFixed(1)} s, ${(ms / 1000).toFixed(0)} s in all; ${verdict} [${struck}]`;
}
