import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mainOf } from './application';
import { CACHE, REPOSITORY } from './folders';
import { waitForLock } from './lock';
import { run, type RunResult } from './run';

/** Everything that decides what the build makes. */
const SOURCES = [
  'apps',
  'libs',
  'tools/webpack.config.cjs',
  'tools/strike-failpoints.cjs',
  'tools/bundle-workflows.ts',
  '.swcrc',
  'nest-cli.json',
];
const BUNDLE = path.join(REPOSITORY, 'dist', 'workflow-bundle.js');
const CONSOLE = path.join(REPOSITORY, 'dist', 'apps', 'web', 'console.html');
/** Where the second build lies. */
export const WITH_FAILPOINTS = path.join(CACHE, 'failpoints');
const BUILD_LIMIT_MS = 10 * 60_000;

/**
 * Builds all programs, the workflow bundle and the console, unless the sources are those of the last build. Of two that build at once
 * the second waits and finds it done. Tells whether it built; throws with the build's own words.
 */
export const buildIfChanged = (onSpawn?: (pid: number) => void): Promise<boolean> =>
  built({
    stamp: path.join(REPOSITORY, 'dist', '.sources'),
    makes: [mainOf('sandbox'), mainOf('api'), mainOf('worker'), BUNDLE, CONSOLE],
    build: () => run('npm', ['run', 'build', '--silent'], { cwd: REPOSITORY, onSpawn }),
  });

/** The same for a second build of api and worker, with their failpoints, which is never shipped. */
export const buildWithFailpoints = (onSpawn?: (pid: number) => void): Promise<boolean> =>
  built({
    stamp: path.join(WITH_FAILPOINTS, '.sources'),
    makes: [mainOf('api', WITH_FAILPOINTS), mainOf('worker', WITH_FAILPOINTS)],
    build: async () => {
      const env = { ...process.env, ZIKUI_BUILD: 'failpoints' };
      const nest = (name: string) => run('npx', ['nest', 'build', name], { cwd: REPOSITORY, onSpawn, env });
      const [api, worker] = [await nest('api'), await nest('worker')];
      return { ok: api.ok && worker.ok, output: `${api.output}\n${worker.output}` };
    },
  });

type Build = Readonly<{ stamp: string; makes: readonly string[]; build: () => Promise<RunResult> }>;

async function built({ stamp, makes, build }: Build): Promise<boolean> {
  const release = await waitForLock(path.join(CACHE, 'build.lock'), BUILD_LIMIT_MS);
  try {
    const hash = sourcesHash(REPOSITORY, [...SOURCES, 'package-lock.json']);
    const isWhole = makes.every((file) => existsSync(file));
    if (isWhole && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
    const { ok, output } = await build();
    if (!ok) throw new Error(`The build failed:\n${output}`);
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
    return true;
  } finally {
    release();
  }
}

/** One hash over names and contents of all files in these folders and of these files; missing ones count as absent. */
export function sourcesHash(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(path.join(root, source))).sort()) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function filesIn(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true, encoding: 'utf8' });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
