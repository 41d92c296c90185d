import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive, waitUntil } from './process';
import { LOCAL } from './state';

const PIDS_FILE = path.join(LOCAL, 'pids.json');
/** A process of ours and a piece of its command line, so that a number which another program got since is left alone. */
export type KnownProcess = Readonly<{ name: string; pid: number; mark: string }>;

const known = (): KnownProcess[] =>
  existsSync(PIDS_FILE) ? (JSON.parse(readFileSync(PIDS_FILE, 'utf8')) as KnownProcess[]) : [];

/** Written as soon as a process starts: after a SIGKILL of the starter, the next start finds what it left behind. */
export function remember(process_: KnownProcess): void {
  mkdirSync(LOCAL, { recursive: true });
  const others = known().filter(({ name }) => name !== process_.name);
  writeFileSync(PIDS_FILE, JSON.stringify([...others, process_]));
}

export const forgetAll = (): void => rmSync(PIDS_FILE, { force: true });

/** True when this very process still runs. */
export function stillRuns({ pid, mark }: KnownProcess): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(mark);
  } catch {
    return process.platform !== 'linux'; // Elsewhere the number alone must do.
  }
}

/** Stops what an earlier start left running, in the order of a proper stop. Tells the names. */
export async function stopLeftovers(except: readonly string[] = []): Promise<string[]> {
  const left = known().filter((one) => !except.includes(one.name) && stillRuns(one));
  const order = ['start', 'api', 'worker', 'sandbox', 'temporal'];
  const sorted = [...left].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  for (const one of sorted) {
    process.kill(one.pid, 'SIGTERM');
    await waitUntil(() => !stillRuns(one), 45_000, `${one.name} (pid ${one.pid}) to stop`).catch(() =>
      process.kill(one.pid, 'SIGKILL'),
    );
  }
  return sorted.map(({ name }) => name);
}

/** The starter that runs now, if any. */
export const runningStarter = (): KnownProcess | undefined =>
  known().find((one) => one.name === 'start' && one.pid !== process.pid && stillRuns(one));
