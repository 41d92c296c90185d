// `npm test`: every jest project in turn, each also alone (`npm run test:unit` ...). Ends with one line: N passed, N failed, N skipped.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
// Cheap ones first, so that a broken rule is told within seconds. End-to-end tests start real programs: one file at a time.
const PROJECTS = [
  { name: 'unit', workers: 2 },
  { name: 'replay', workers: 1 },
  { name: 'integration', workers: 2 },
  { name: 'e2e', workers: 1 },
];

const asked = process.argv.slice(2).filter((argument) => PROJECTS.some(({ name }) => name === argument));
const rest = process.argv.slice(2).filter((argument) => !asked.includes(argument));
const totals = { passed: 0, failed: 0, skipped: 0 };
let broken = false;

mkdirSync(path.join(root, '.cache'), { recursive: true });
for (const { name, workers } of PROJECTS.filter((project) => asked.length === 0 || asked.includes(project.name))) {
  const file = path.join(root, '.cache', `tests-${name}.json`);
  rmSync(file, { force: true });
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = [
    jest,
    '-c',
    'jest.config.cjs',
    '--selectProjects',
    name,
    '--json',
    `--outputFile=${file}`,
    `--maxWorkers=${workers}`,
    ...rest,
  ];
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (run.status !== 0) broken = true;
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    totals.passed += result.numPassedTests;
    totals.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    totals.skipped += result.numPendingTests + result.numTodoTests;
  } catch {
    console.error(`The ${name} tests left no result: jest ended with ${String(run.status ?? run.signal)}.`);
    totals.failed += 1;
  }
}

// A run that ended badly without a failed test (a crash after the tests, say) must not look green.
if (broken && totals.failed === 0) totals.failed = 1;
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
