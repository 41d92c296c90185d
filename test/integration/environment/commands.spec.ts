import { spawnSync } from 'node:child_process';
import { REPOSITORY } from '../../../tools/local-stack/folders';

const LIMIT_MS = 60_000;

/** One real process, as npm runs it: it is to end at once, whatever it does not understand. */
function run(file: string, word: string) {
  const before = file.endsWith('.mjs') ? [] : ['-r', '@swc-node/register'];
  const options = { cwd: REPOSITORY, encoding: 'utf8', timeout: LIMIT_MS } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...before, file, word], options);
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}

describe('a command of package.json', () => {
  it(
    'starts nothing when a word is not understood: one line, and exit code 2',
    () =>
      expect(run('tools/start.mjs', '--nonsense')).toEqual({
        ...{ status: 2, stdout: '' },
        stderr: "Unknown option '--nonsense'. `--help` tells what there is.",
      }),
    LIMIT_MS,
  );

  it(
    'measures nothing when help is asked for',
    () =>
      expect(run('bench/main.ts', '--help')).toEqual({
        ...{ status: 0, stderr: '' },
        stdout: expect.stringContaining('npm run bench -- [...]') as string,
      }),
    LIMIT_MS,
  );
});
