import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { birthOf } from './process';

/** Who holds a lock: a process by number and birth, so that one which was killed holds it no longer. */
export type Holder = Readonly<{ pid: number; birth: string }>;
export type Taken = Readonly<{ kind: 'taken'; release: () => void }> | Readonly<{ kind: 'held'; by: Holder }>;

const myself = (): Holder => ({ pid: process.pid, birth: birthOf(process.pid) ?? '' });
const lives = ({ pid, birth }: Holder): boolean => birthOf(pid) === birth;

/** Takes the lock that this file stands for, or tells who holds it. A lock whose holder is gone is free. */
export function takeLock(file: string): Taken {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = JSON.stringify(myself());
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return { kind: 'taken', release: () => release(file, mine) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const text = read(file);
    const holder = text === undefined ? undefined : holderIn(text);
    if (holder !== undefined && lives(holder)) return { kind: 'held', by: holder };
    if (text !== undefined) setAside(file, text);
  }
}

/** Takes the lock as soon as it is free. Throws, naming the holder, after `limitMs`. */
export async function waitForLock(file: string, limitMs: number): Promise<() => void> {
  const end = Date.now() + limitMs;
  for (;;) {
    const taken = takeLock(file);
    if (taken.kind === 'taken') return taken.release;
    if (Date.now() > end) throw new Error(`${file} is held by process ${taken.by.pid} since ${limitMs / 1000} s`);
    await sleep(100);
  }
}

/** The one who holds the lock now, if anybody lives who does. */
export function holderOf(file: string): Holder | undefined {
  const text = read(file);
  const holder = text === undefined ? undefined : holderIn(text);
  return holder !== undefined && lives(holder) ? holder : undefined;
}

/** Moves a stale lock away. Of two who try, one moves the stale lock and the other perhaps a fresh one: that is put back. */
function setAside(file: string, stale: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return; // Another was quicker.
    throw error;
  }
  if (readFileSync(aside, 'utf8') === stale) rmSync(aside);
  else renameSync(aside, file);
}

function release(file: string, mine: string): void {
  if (read(file) === mine) rmSync(file, { force: true });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Undefined for a text that was cut off: its writer was killed between making the file and filling it. */
function holderIn(text: string): Holder | undefined {
  try {
    const { pid, birth } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof birth === 'string' ? { pid, birth } : undefined;
  } catch {
    return undefined;
  }
}
