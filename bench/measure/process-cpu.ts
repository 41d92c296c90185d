import { readFileSync, readdirSync } from 'node:fs';

/** Clock ticks per second of /proc; 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** CPU milliseconds that a process and its living children have used so far. Linux only. */
export function cpuMilliseconds(pid: number): number {
  return [pid, ...descendants(pid)].reduce((sum, one) => sum + ownCpuMilliseconds(one), 0);
}

function ownCpuMilliseconds(pid: number): number {
  const fields = statFields(pid);
  if (fields === undefined) return 0;
  // Fields 14 to 17: user and system time of the process, and of children that have ended and were waited for.
  const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0);
  return (ticks * 1000) / TICKS_PER_SECOND;
}

function descendants(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => Number(statFields(candidate)?.[1]) === pid);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** The fields after the command name, which may itself hold blanks and brackets. */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined; // It ended between listing and reading.
  }
}

/** CPU milliseconds used by everything on the machine so far: what is not ours is foreign load. */
export function machineCpuMilliseconds(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0] = line
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return ((user + nice + system + interrupts + softInterrupts) * 1000) / TICKS_PER_SECOND;
}
