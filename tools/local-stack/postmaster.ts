import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { commandOf, isAlive, isTaken, signal, waitUntil } from './process';

/** What a leftover postmaster.pid means: nothing, a number nobody has, a server on this very data that still runs, or a number that a zombie or another program has. */
export type Leftover = 'none' | 'dead' | 'server' | 'stranger';

/** `taken`: the system knows the number. `command`: the command line behind it, or undefined for a zombie. */
export function judgeLeftover(
  pidFile: string | undefined,
  { taken, command = '' }: Readonly<{ taken: boolean; command: string | undefined }>,
  data: string,
): Leftover {
  if (pidFile === undefined) return 'none';
  if (!taken) return 'dead';
  return command.includes('postgres') && command.includes(data) ? 'server' : 'stranger';
}

/**
 * Makes way for a new server on this data folder: one that outlived its starter is stopped, and a file whose number now
 * belongs to a stranger is removed, because postgres would refuse to start. A dead number postgres clears away itself.
 */
export async function clearLeftover(data: string): Promise<Leftover> {
  const file = path.join(data, 'postmaster.pid');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const pid = Number(text?.split('\n')[0]);
  const verdict = judgeLeftover(text, { taken: isTaken(pid), command: commandOf(pid) }, data);
  if (verdict === 'server') {
    signal(pid, 'SIGINT');
    await waitUntil(() => !isAlive(pid), 20_000, `the PostgreSQL server left over from before (pid ${pid}) to stop`);
  }
  if (verdict === 'stranger') rmSync(file, { force: true });
  return verdict;
}
