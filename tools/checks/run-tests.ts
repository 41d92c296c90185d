/**
 * `npm test`: the jest projects in turn, each also alone (`npm run test:unit` ...); further arguments go to jest.
 * Ends with a table, the names of what failed, and one line: N passed, N failed, N skipped.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CACHE, REPOSITORY } from '../local-stack/folders';
import { closingLine, isGreen, sumsOf, type JestResult, type Sums } from './test-sums';

// Cheap ones first, so that a broken rule is told within seconds. Tests of servers wait, too: more files at
// a time than processors. What counts every transaction of its server, or times its answers, has the machine for itself;
// a browser waits for pages and a storm for the end of its faults, each on servers of its own: these two share it.
const TURNS = [
  [
    { name: 'unit', workers: 2 },
    { name: 'replay', workers: 1 },
  ],
  [{ name: 'integration', workers: 3 }],
  [{ name: 'budget', workers: 1 }],
  [{ name: 'e2e', workers: 3 }],
  [
    { name: 'browser', workers: 2 },
    { name: 'chaos', workers: 1 },
  ],
] as const;
type Project = (typeof TURNS)[number][number];
type ProjectSums = Sums & Readonly<{ name: string; seconds: number }>;

const JEST = path.join(REPOSITORY, 'node_modules', 'jest', 'bin', 'jest.js');

async function runProject({ name, workers }: Project, more: readonly string[]): Promise<ProjectSums> {
  const file = path.join(CACHE, `tests-${name}.json`);
  rmSync(file, { force: true });
  const args = ['-c', 'jest.config.cjs', '--selectProjects', name, `--maxWorkers=${workers}`, '--json'];
  const isWhole = more.length === 0;
  const begun = Date.now();
  // jest tells people on standard error what it tells programs as JSON.
  const run = spawn(process.execPath, [JEST, ...args, `--outputFile=${file}`, ...more], {
    cwd: REPOSITORY,
    env: { ...process.env, ...(isWhole && { ZIKUI_WHOLE_PROJECT: name }) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code, signal] = (await once(run, 'close')) as [number | null, NodeJS.Signals | null];
  const expected = isWhole ? groupsOf(name) : [];
  return { name, seconds: (Date.now() - begun) / 1000, ...sumsOf(resultIn(file), code ?? signal, expected) };
}

/** The files that `jest.groups.cjs` wrote for this run. */
function groupsOf(name: string): readonly string[] {
  const folder = path.join(REPOSITORY, '.spec-groups', name);
  return existsSync(folder) ? readdirSync(folder).map((file) => path.join(folder, file)) : [];
}

function resultIn(file: string): JestResult | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestResult;
  } catch {
    return undefined; // jest ended before it could write.
  }
}

function tell(sums: readonly ProjectSums[]): void {
  console.log('');
  for (const { name, seconds, passed, failed, skipped } of sums) {
    const counts = [`${passed} passed`, `${failed} failed`, `${skipped} skipped`].map((text) => text.padStart(14));
    console.log(`${name.padEnd(12)}${counts.join('')}${`${seconds.toFixed(0)} s`.padStart(8)}`);
  }
  for (const { failures } of sums) for (const failure of failures) console.log(`FAILED ${failure}`);
  console.log(closingLine(sums));
}

async function runTurns(): Promise<readonly ProjectSums[]> {
  const sums: ProjectSums[] = [];
  for (const turn of TURNS) {
    const wanted = turn.filter(({ name }) => asked.length === 0 || asked.includes(name));
    sums.push(...(await Promise.all(wanted.map((one) => runProject(one, more)))));
  }
  return sums;
}

const named = (argument: string): boolean => TURNS.some((turn) => turn.some(({ name }) => name === argument));
const asked = process.argv.slice(2).filter(named);
const more = process.argv.slice(2).filter((argument) => !named(argument));
mkdirSync(CACHE, { recursive: true });
void runTurns().then((sums) => {
  tell(sums);
  process.exitCode = isGreen(sums) ? 0 : 1;
});
