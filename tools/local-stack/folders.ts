import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';

export const REPOSITORY = path.resolve(__dirname, '../..');
/** What a local stack keeps between starts; `npm run reset` clears it. */
export const LOCAL = path.join(REPOSITORY, '.local');
/** What can be made again at any time. */
export const CACHE = path.join(REPOSITORY, '.cache');

/** Who runs the database server: ourselves, or, when we are root, an ordinary user that PostgreSQL accepts. */
export type ServerUser = Readonly<{ uid: number; gid: number }> | undefined;

export function serverUser(): ServerUser {
  if (userInfo().uid !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const number = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: number('-u'), gid: number('-g') };
    } catch {
      continue; // No such user here; try the next.
    }
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this machine has neither a user `postgres` nor `nobody`. Set DATABASE_URL, or start as an ordinary user.',
  );
}

/**
 * Where database servers keep their files: for lasting data `.local/` of the repository, else `.cache/`; for root a folder
 * under /var/tmp, because every parent folder must be enterable by the server's user. Its name holds a hash of the
 * repository's path, so that clones do not meet.
 */
export function databaseHome(user: ServerUser, lasting: boolean, repository: string = REPOSITORY): string {
  if (user === undefined) return path.join(repository, lasting ? '.local' : '.cache');
  const hash = createHash('sha256').update(repository).digest('hex').slice(0, 12);
  return path.join('/var/tmp', `zikui-${hash}`);
}

/** Makes a folder in which the server's user may write, whatever the umask is. */
export function makeServerFolder(folder: string, user: ServerUser): void {
  mkdirSync(folder, { recursive: true });
  if (user === undefined) return;
  chmodSync(path.dirname(folder), 0o755);
  chmodSync(folder, 0o755);
  chownSync(folder, user.uid, user.gid);
}
