import { spawn } from 'node:child_process';
import { closeSync, createReadStream, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { REPOSITORY } from './folders';
import { LOCAL, readStackFile } from './state';

const LIMIT_MS = 10 * 60_000;

/** Starts the stack in the background, shows its progress, and returns when everything is healthy. Throws when it ended before. */
export async function startDetached(): Promise<void> {
  mkdirSync(LOCAL, { recursive: true });
  const file = path.join(LOCAL, 'start.log');
  const log = openSync(file, 'w');
  const child = spawn(process.execPath, [path.join(REPOSITORY, 'tools', 'start.mjs')], {
    cwd: REPOSITORY,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let shown = 0;
  const show = async (): Promise<void> => {
    const { size } = statSync(file);
    if (size === shown) return;
    await pipeline(createReadStream(file, { start: shown, end: size - 1 }), process.stdout, { end: false });
    shown = size;
  };
  const end = Date.now() + LIMIT_MS;
  while (Date.now() < end) {
    await sleep(100);
    await show();
    if (readStackFile()?.pids['start'] === child.pid) {
      await sleep(200);
      return show();
    }
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error('Zikui did not start; the reason stands above.');
  }
  throw new Error(`Zikui was not healthy within ${LIMIT_MS / 60_000} minutes; its progress stands in ${file}`);
}
