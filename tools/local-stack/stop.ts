import { rmSync } from 'node:fs';
import { forgetAll, stopLeftovers } from './leftovers';
import { clearLeftover } from './postmaster';
import { databaseFolder } from './folders';
import { LOCAL, removeStackFile } from './state';
import path from 'node:path';

/** `npm run stop`: ends the stack that runs, or what is left of it. `npm run reset`: does that and clears the data. */
async function main(): Promise<void> {
  const stopped = await stopLeftovers();
  const folder = databaseFolder(undefined, 'stack');
  await clearLeftover(path.join(folder, 'pgdata'));
  removeStackFile();
  forgetAll();
  console.log(stopped.length === 0 ? 'Nothing ran.' : `Stopped: ${stopped.join(', ')}.`);
  if (!process.argv.includes('--reset')) return;
  rmSync(folder, { recursive: true, force: true });
  rmSync(LOCAL, { recursive: true, force: true });
  console.log('The data are cleared: the next start begins anew.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
