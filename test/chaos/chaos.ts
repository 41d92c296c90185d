import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTool } from '../../tools/command-line/run-tool';
import { CACHE, REPOSITORY } from '../../tools/local-stack/folders';
import { HELP, readChaosCommand, type ChaosCommand } from './chaos-command';
import { PLANS_OF_THE_GATE } from './real/gate-plans';
import { reportText } from './real/report';
import { isGood, runSet } from './real/run-set';
import { planOf, type StormPlan } from './real/storm-plan';

const SETTLE_MS = 60_000;
const MINUTE_MS = 60_000;
const FOLDER = path.join(CACHE, 'chaos');

async function storm(command: ChaosCommand): Promise<number> {
  const { minutes, shrinks, keep, seed, groups } = command;
  const limitMs = minutes * MINUTE_MS;
  const tell = (text: string): void => console.log(text);
  const report = await runSet({ plans: plansOf(command), limitMs, settleMs: SETTLE_MS, shrinks, keep, tell });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(path.join(FOLDER, 'report.md'), reportText(report));
  console.log(reportText(report));
  // One seed, or a part of the table, is not meant to meet everything.
  const isPart = seed !== undefined || groups !== undefined;
  const isKept = isPart ? report.failed.length === 0 : isGood(report);
  const isFair = !command.races || racesHold();
  return isKept && isFair ? 0 : 1;
}

/** Callers of one process at once, as often as those of one database: `npm test` has time for a few only. */
function racesHold(): boolean {
  console.log('races of whole processes, fifty of each:');
  const { status } = spawnSync('npm', ['run', 'test:e2e', '--', 'concurrency'], {
    cwd: REPOSITORY,
    env: { ...process.env, PROCESS_RACES: RACES },
    stdio: 'inherit',
  });
  return status === 0;
}
const RACES = '50';

function* plansOf({ seed, from, groups }: ChaosCommand): Generator<StormPlan> {
  if (seed !== undefined) {
    yield PLANS_OF_THE_GATE.find((plan) => plan.seed === seed) ?? planOf(seed, groups);
    return;
  }
  for (let next = from; ; next += 1) yield planOf(next, groups);
}

void runTool({ help: HELP, read: readChaosCommand, run: storm, failed: 2 });
