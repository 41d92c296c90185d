import { rmSync } from 'node:fs';
import path from 'node:path';
import { LOCAL } from './folders';
import { processBook, startLock } from './local-stack';
import { holderOf } from './lock';
import { postgresFolder } from './postgres';
import { clearLeftover } from './postmaster';
import { birthOf, signal, waitUntil } from './process';
import { STACK_DATA } from './servers';
import { removeStackFile } from './state';

const ORDERLY_STOP_MS = 150_000;

/** `npm run stop`: ends the stack that runs, or what is left of it. `npm run reset`: does that and clears the data. */
async function main(): Promise<void> {
  const starter = await stopStarter();
  const left = await processBook().stopAll();
  const folder = postgresFolder(STACK_DATA, true);
  const orphan = (await clearLeftover(path.join(folder, 'pgdata'))) === 'server';
  removeStackFile();
  const stopped = [...(starter ? ['Zikui'] : []), ...left, ...(orphan ? ['postgres'] : [])];
  console.log(stopped.length === 0 ? 'Nothing ran.' : `Stopped ${stopped.join(', ')}.`);
  if (!process.argv.includes('--reset')) return;
  rmSync(folder, { recursive: true, force: true });
  rmSync(LOCAL, { recursive: true, force: true });
  console.log('The data are cleared: the next start begins anew.');
}

/** Asks the start that runs to end, and waits for its orderly stop. */
async function stopStarter(): Promise<boolean> {
  const holder = holderOf(startLock);
  if (holder === undefined) return false;
  signal(holder.pid, 'SIGTERM');
  await waitUntil(() => birthOf(holder.pid) !== holder.birth, ORDERLY_STOP_MS, 'Zikui to stop').catch(() => {
    signal(holder.pid, 'SIGKILL');
  });
  return true;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
