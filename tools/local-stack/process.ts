import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const onLinux = process.platform === 'linux';
const isNumber = (pid: number): boolean => Number.isInteger(pid) && pid > 0;

/**
 * When a process began, in the system's own words, or undefined when it is gone or a zombie that nobody reaps. Number and
 * birth together name a process for good: a number alone may belong to another program by now.
 */
export function birthOf(pid: number): string | undefined {
  if (!isNumber(pid)) return undefined;
  if (!onLinux) return askPs(pid, 'lstart');
  try {
    return birthIn(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined; // No such process.
  }
}

/** Reads a line of /proc/PID/stat. The command's name stands in brackets and may itself hold brackets and spaces. */
export function birthIn(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

/** The command line of a process, or undefined when it is gone or a zombie. */
export function commandOf(pid: number): string | undefined {
  if (!isNumber(pid)) return undefined;
  if (!onLinux) return askPs(pid, 'command');
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return command === '' ? undefined : command;
  } catch {
    return undefined; // No such process.
  }
}

export const isAlive = (pid: number): boolean => birthOf(pid) !== undefined;

/** True when the system knows the number, be it of a zombie. */
export function isTaken(pid: number): boolean {
  if (!isNumber(pid)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Sends a signal. Tells false when the process is gone already, which is what most signals are for. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Asks again every 50 ms. Throws, naming what was waited for, after `limitMs`. */
export async function waitUntil(holds: () => boolean | Promise<boolean>, limitMs: number, what: string): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited ${limitMs / 1000} s for ${what}`);
    await sleep(50);
  }
}

function askPs(pid: number, column: 'lstart' | 'command'): string | undefined {
  try {
    const [state = 'Z', ...rest] = execFileSync('ps', ['-o', `stat=,${column}=`, '-p', `${pid}`], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return state.startsWith('Z') ? undefined : rest.join(' ');
  } catch {
    return undefined; // `ps` answers 1 for a process that is gone.
  }
}
