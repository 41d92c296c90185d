import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { createApi } from './create-api';
import { readEnv } from './env';
import { stopOnSignal } from './stop';

async function main(): Promise<void> {
  const env = readEnv();
  const app = await createApi(env);
  stopOnSignal(app, env);
  await app.listen(env.PORT, env.HOST);
  new Logger('Main').log(`Listening on http://${env.HOST}:${String(env.PORT)}`);
}

main().catch((error: unknown) => {
  // The log may not stand yet. A bad setting is told by name only.
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
