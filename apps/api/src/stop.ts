import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Env } from './env';
import { ReadinessProbe } from './health/readiness';
import { StreamHub } from './stream/stream-hub';

/** Running calls may end; then their connections are cut. */
const CALLS_LIMIT_MS = 20_000;
/** Whatever hangs then: the process ends itself before it is killed. */
const PROCESS_LIMIT_MS = 40_000;

/**
 * Leaves without a failed call: not ready, a while for balancers to see it, no new connections, running calls end, pools
 * close. Asked again, it changes nothing.
 */
export function stopOnSignal(app: NestExpressApplication, env: Env): void {
  let stopping: Promise<void> | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    new Logger('Stop').log(`${signal}: leaving`);
    setTimeout(() => process.exit(1), PROCESS_LIMIT_MS).unref();
    stopping = leave(app, env).catch((error: unknown) => {
      new Logger('Stop').error(error);
      process.exitCode = 1;
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Resolves when nothing of the service is left: no connection in, none out. */
export async function leave(app: NestExpressApplication, env: Env): Promise<void> {
  app.get(ReadinessProbe).stop();
  app.get(StreamHub).close();
  await wait(env.STOP_DELAY_MS);
  const server = app.getHttpServer();
  const cut = setTimeout(() => server.closeAllConnections(), CALLS_LIMIT_MS);
  await app.close();
  clearTimeout(cut);
}
