import { rmSync } from 'node:fs';
import path from 'node:path';
import { readWords } from '../command-line/read-words';
import { runTool } from '../command-line/run-tool';
import { LOCAL } from './folders';
import { processBook, startLock } from './local-stack';
import { holderOf } from './lock';
import { postgresFolder } from './postgres';
import { clearLeftover } from './postmaster';
import { birthOf, signal, waitUntil } from './process';
import { STACK_DATA } from './servers';
import { removeStackFile } from './state';

const ORDERLY_STOP_MS = 150_000;

const HELP = `npm run stop
npm run reset

Ends the stack that \`npm start\` began, or what is left of it. \`npm run reset\` clears its data, too (--reset).`;

type StopCommand = Readonly<{ reset: boolean }>;

const readStopCommand = (words: readonly string[]): StopCommand | undefined =>
  readWords(words, { options: { reset: { type: 'boolean', default: false } }, positionals: false })?.values;

/** Ends the stack that runs, or what is left of it; clears the data where that is asked for. */
async function stop({ reset }: StopCommand): Promise<number> {
  const starter = await stopStarter();
  const left = await processBook().stopAll();
  const folder = postgresFolder(STACK_DATA, true);
  const orphan = (await clearLeftover(path.join(folder, 'pgdata'))) === 'server';
  removeStackFile();
  const stopped = [...(starter ? ['Zikui'] : []), ...left, ...(orphan ? ['postgres'] : [])];
  console.log(stopped.length === 0 ? 'Nothing ran.' : `Stopped ${stopped.join(', ')}.`);
  if (!reset) return 0;
  rmSync(folder, { recursive: true, force: true });
  rmSync(LOCAL, { recursive: true, force: true });
  console.log('The data are cleared: the next start begins anew.');
  return 0;
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

void runTool({ help: HELP, read: readStopCommand, run: stop }).then(() => process.exit());
