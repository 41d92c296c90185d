import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mainOf, type ApplicationName } from './application';
import { REPOSITORY } from './folders';

const SOURCES = [
  'apps',
  'libs',
  'tools/webpack.config.cjs',
  'tools/bundle-workflows.ts',
  '.swcrc',
  'nest-cli.json',
  'package-lock.json',
];
const PROGRAMS: readonly ApplicationName[] = ['sandbox', 'api', 'worker'];
const STAMP = path.join(REPOSITORY, 'dist', '.sources');

/** Builds all programs and the workflow bundle, unless the sources are the ones of the last build. Tells whether it built; throws with the build's own words. */
export function buildIfChanged(): boolean {
  const hash = sourcesHash();
  const whole =
    PROGRAMS.every((name) => existsSync(mainOf(name))) &&
    existsSync(path.join(REPOSITORY, 'dist', 'workflow-bundle.js'));
  if (whole && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return false;
  const run = spawnSync('npm', ['run', 'build', '--silent'], { cwd: REPOSITORY, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`npm run build failed:\n${run.stdout}\n${run.stderr}`);
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, hash);
  return true;
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  const add = (relative: string): void => {
    const file = path.join(REPOSITORY, relative);
    if (!existsSync(file)) return;
    hash.update(relative).update(readFileSync(file));
  };
  for (const source of SOURCES) {
    if (path.extname(source) !== '' || source.startsWith('.')) add(source);
    else {
      const files = readdirSync(path.join(REPOSITORY, source), {
        recursive: true,
        encoding: 'utf8',
        withFileTypes: true,
      });
      for (const file of files
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(REPOSITORY, path.join(entry.parentPath, entry.name)))
        .sort())
        add(file);
    }
  }
  return hash.digest('hex');
}
