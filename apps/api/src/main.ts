import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { armFailpoints } from '@zikui/failpoint';
import { migrate } from '@zikui/persistence';
import { createApi } from './create-api';
import { readEnv } from './env';
import { stopOnSignal } from './stop';

async function main(): Promise<void> {
  const env = readEnv();
  armFailpoints(env.ZIKUI_FAILPOINTS);
  if (process.argv[2] === 'migrate') return bringSchemaUpToDate(env.DATABASE_URL);
  const app = await createApi(env);
  stopOnSignal(app, env);
  await app.listen(env.PORT, env.HOST);
  new Logger('Main').log(`Listening on http://${env.HOST}:${String(env.PORT)}`);
}

/** `main.js migrate`: the one-shot job of a deployment. Safe to run again; api and worker are not ready before it has run. */
async function bringSchemaUpToDate(url: string): Promise<void> {
  const ran = await migrate(url);
  process.stdout.write(ran.length === 0 ? 'The schema is up to date.\n' : `Migrated: ${ran.join(', ')}\n`);
}

main().catch((error: unknown) => {
  // The log may not stand yet. A bad setting is told by name only.
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
