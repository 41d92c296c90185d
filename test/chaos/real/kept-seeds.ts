import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../../../tools/local-stack/folders';
import { smaller, type StormPlan } from './storm-plan';

/** Plans that failed once, as small as they could be made. They run first, always. */
const FOLDER = path.join(REPOSITORY, 'test', 'chaos', 'seeds');

export const keptPlans = (folder = FOLDER): readonly StormPlan[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as StormPlan)
    : [];

/** Keeps a plan; gives its file, named from the repository. */
export function keepPlan(plan: StormPlan, folder = FOLDER): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `seed-${plan.seed}.json`);
  writeFileSync(file, `${JSON.stringify(plan, null, 2)}\n`);
  return path.relative(REPOSITORY, file);
}

/** The smallest plan that still fails, going one step at a time: faults first, then halves of the workload. Ends early when `mayGoOn` says so. */
export async function smallestFailing(
  plan: StormPlan,
  fails: (plan: StormPlan) => Promise<boolean>,
  mayGoOn: () => boolean,
): Promise<StormPlan> {
  for (const next of smaller(plan)) {
    if (!mayGoOn()) return plan;
    if (await fails(next)) return smallestFailing(next, fails, mayGoOn);
  }
  return plan;
}
