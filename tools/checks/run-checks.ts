/**
 * `npm run check`: every check of the source, two at a time, each also alone (`npm run check:lint` ...). Tells what a
 * check said when it ended, and last which ones failed; all of them run, so that one go shows everything that is wrong.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readWords, WordsRefused } from '../command-line/read-words';
import { runTool } from '../command-line/run-tool';
import { CACHE, REPOSITORY } from '../local-stack/folders';

/** The longest begins, so that the others fit beside it. */
const CHECKS = [
  'lint',
  'format',
  'types',
  'boundaries',
  'migrations',
  'unused',
  'generated',
  'lock',
  'builds',
] as const;
const AT_ONCE = 2;
/** A check that says more than this has said enough to be run alone. */
const MOST_OUTPUT = 1_000_000;

type Ended = Readonly<{ name: string; passed: boolean; seconds: number; said: string }>;

function runCheck(name: string): Promise<Ended> {
  const begun = Date.now();
  const child = spawn('npm', ['run', '--silent', `check:${name}`], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (text: Buffer): void => {
    if (said.length < MOST_OUTPUT) said += text.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve) => {
    const end = (passed: boolean): void => resolve({ name, passed, seconds: (Date.now() - begun) / 1000, said });
    child.on('error', (error) => {
      said += String(error);
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

async function runAll(names: readonly string[]): Promise<readonly Ended[]> {
  const waiting = [...names];
  const ended: Ended[] = [];
  async function lane(): Promise<void> {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const one = await runCheck(name);
      ended.push(one);
      console.log(`${one.passed ? 'passed' : 'FAILED'} check:${name} (${one.seconds.toFixed(0)} s)`);
      if (one.said.trim() !== '') console.log(one.said.trim());
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return ended;
}

const HELP = `npm run check [names]

Runs the checks of the source, two at a time: ${CHECKS.join(', ')}. Without names all of them.`;

function readCheckCommand(words: readonly string[]): readonly string[] | undefined {
  const asked = readWords(words, { options: {}, positionals: true })?.positionals;
  const stranger = asked?.find((word) => !CHECKS.some((name) => name === word));
  if (stranger !== undefined) throw new WordsRefused(`There is no check ${stranger}.`);
  return asked;
}

async function check(asked: readonly string[]): Promise<number> {
  mkdirSync(CACHE, { recursive: true });
  const ended = await runAll(CHECKS.filter((name) => asked.length === 0 || asked.includes(name)));
  const failed = ended.filter(({ passed }) => !passed).map(({ name }) => `check:${name}`);
  console.log(failed.length === 0 ? `all ${ended.length} checks passed` : `FAILED: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

void runTool({ help: HELP, read: readCheckCommand, run: check });
