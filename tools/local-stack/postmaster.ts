import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive, waitUntil } from './process';

/** What a leftover postmaster.pid means: nobody, a server of ours that still runs, or a number that another program got since. */
export type Leftover = 'none' | 'dead' | 'postgres' | 'stranger';

/** `command` is the command line of that process, or undefined when it is gone or a zombie. */
export function judgeLeftover(pidFile: string | undefined, alive: boolean, command: string | undefined): Leftover {
  if (pidFile === undefined) return 'none';
  if (!alive) return 'dead';
  return command !== undefined && /postgres/.test(command) ? 'postgres' : 'stranger';
}

/** Makes way for a new server on this data folder: stops one that outlived its starter, removes a file that would mislead. */
export async function clearLeftover(data: string): Promise<void> {
  const file = path.join(data, 'postmaster.pid');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const pid = Number(text?.split('\n')[0]);
  const alive = text !== undefined && isAlive(pid);
  const verdict = judgeLeftover(text, alive, alive ? commandOf(pid) : undefined);
  if (verdict === 'postgres') {
    process.kill(pid, 'SIGINT');
    await waitUntil(() => !isAlive(pid), 10_000, `the PostgreSQL server left over from before (pid ${pid}) to stop`);
  }
  if (verdict === 'stranger') rmSync(file, { force: true });
}

function commandOf(pid: number): string | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return command === '' ? undefined : command;
  } catch {
    return undefined;
  }
}
