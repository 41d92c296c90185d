import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { birthIn, birthOf, commandOf, isAlive, isTaken, signal, waitUntil } from './process';

/** Fields of /proc/PID/stat: number, name, state, then nineteen more up to the start time. */
const stat = (name: string, state: string): string =>
  `42 (${name}) ${state} ${Array.from({ length: 18 }, (_, index) => index).join(' ')} 987654 1 2 3`;

describe('a process on this machine', () => {
  it('is named by its number and its birth, whatever stands in its name', () => {
    expect(birthIn(stat('postgres', 'S'))).toBe('987654');
    expect(birthIn(stat('a) Z (b', 'R'))).toBe('987654');
  });

  it('is gone when only its zombie is left', () => {
    expect(birthIn(stat('postgres', 'Z'))).toBeUndefined();
  });

  it('is known while it runs and unknown afterwards', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)', 'a mark']);
    const pid = child.pid ?? 0;
    await waitUntil(() => commandOf(pid)?.includes('a mark') === true, 5000, 'the command line');
    expect(isAlive(pid)).toBe(true);
    expect(birthOf(pid)).toBe(birthOf(pid));
    expect(signal(pid, 'SIGKILL')).toBe(true);
    await once(child, 'exit');
    expect(isAlive(pid)).toBe(false);
    expect(isTaken(pid)).toBe(false);
    expect(signal(pid, 'SIGTERM')).toBe(false);
  });

  it('is never looked for by a number that is none', () => {
    for (const pid of [0, -1, NaN, 1.5]) {
      expect(isAlive(pid)).toBe(false);
      expect(isTaken(pid)).toBe(false);
      expect(commandOf(pid)).toBeUndefined();
    }
  });

  it('is waited for no longer than told, and the wait names it', async () => {
    await expect(waitUntil(() => false, 60, 'the moon to rise')).rejects.toThrow('Waited 0.06 s for the moon to rise');
  });
});
