import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mainOf } from './application';
import { CACHE, REPOSITORY } from './folders';
import { waitForLock } from './lock';
import { run } from './run';

/** Everything that decides what the build makes. */
const SOURCES = ['apps', 'libs', 'tools/webpack.config.cjs', 'tools/bundle-workflows.ts', '.swcrc', 'nest-cli.json'];
const BUNDLE = path.join(REPOSITORY, 'dist', 'workflow-bundle.js');
const STAMP = path.join(REPOSITORY, 'dist', '.sources');
const BUILD_LIMIT_MS = 10 * 60_000;

/**
 * Builds all programs and the workflow bundle, unless the sources are those of the last build. Of two that build at once
 * the second waits and finds it done. Tells whether it built; throws with the build's own words.
 */
export async function buildIfChanged(onSpawn?: (pid: number) => void): Promise<boolean> {
  const release = await waitForLock(path.join(CACHE, 'build.lock'), BUILD_LIMIT_MS);
  try {
    const hash = sourcesHash(REPOSITORY, [...SOURCES, 'package-lock.json']);
    if (isWhole() && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return false;
    const { ok, output } = await run('npm', ['run', 'build', '--silent'], { cwd: REPOSITORY, onSpawn });
    if (!ok) throw new Error(`npm run build failed:\n${output}`);
    mkdirSync(path.dirname(STAMP), { recursive: true });
    writeFileSync(STAMP, hash);
    return true;
  } finally {
    release();
  }
}

const isWhole = (): boolean =>
  [mainOf('sandbox'), mainOf('api'), mainOf('worker'), BUNDLE].every((file) => existsSync(file));

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
