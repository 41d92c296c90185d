import { spawn } from 'node:child_process';
import { closeSync, createReadStream, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOCAL, REPOSITORY } from './folders';
import { readStackFile } from './state';

const LIMIT_MS = 15 * 60_000;

/** Starts the stack in the background, shows its progress, and returns when everything is healthy. Throws when it ended before. */
export async function startDetached(): Promise<void> {
  mkdirSync(LOCAL, { recursive: true });
  const file = path.join(LOCAL, 'start.log');
  const log = openSync(file, 'w', 0o600); // It shows keys of the demo merchants.
  const child = spawn(process.execPath, [path.join(REPOSITORY, 'tools', 'start.mjs'), '--detached'], {
    cwd: REPOSITORY,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let ended: string | undefined;
  child.once('exit', (code, signal) => (ended = signal ?? `exit code ${String(code)}`));
  child.once('error', ({ message }) => (ended = message));

  let shown = 0;
  const end = Date.now() + LIMIT_MS;
  while (Date.now() < end) {
    await sleep(100);
    const over = ended;
    const isUp = readStackFile()?.pids['start'] === child.pid;
    if (isUp) await sleep(300); // The table is printed right after the file is there.
    shown = await show(file, shown);
    if (isUp) return;
    if (over !== undefined) throw new Error(`Zikui did not start (${over}); the reason stands above.`);
  }
  throw new Error(`Zikui is not healthy after ${LIMIT_MS / 60_000} minutes; its progress stands in ${file}`);
}

/** Prints what the log got since, and tells how far that is. */
async function show(file: string, from: number): Promise<number> {
  const { size } = statSync(file);
  if (size > from)
    for await (const piece of createReadStream(file, { start: from, end: size - 1 }))
      process.stdout.write(piece as Buffer);
  return size;
}
