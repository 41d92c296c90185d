import { createHash } from 'node:crypto';
import { chownSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

export const REPOSITORY = path.resolve(__dirname, '../..');

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
 * Where the database's files lie: `.local/` of the repository; for root a folder of its own under /var/tmp, because every
 * parent folder must be enterable by the server's user. The name holds a hash of the repository's path, so that clones do not meet.
 */
export function databaseFolder(repository: string = REPOSITORY, purpose = 'stack'): string {
  const user = serverUser();
  if (user === undefined) return path.join(repository, '.local', purpose);
  const hash = createHash('sha256').update(repository).digest('hex').slice(0, 12);
  const folder = path.join('/var/tmp', `zikui-${hash}`, purpose);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  chownSync(folder, user.uid, user.gid);
  return folder;
}
