import 'reflect-metadata';
import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { Logger } from 'nestjs-pino';
import { armFailpoints } from '@zikui/failpoint';
import { readEnv } from './env';
import { WorkerModule } from './worker.module';

/** Whatever hangs at a stop: the process ends itself before it is killed. */
const STOP_LIMIT_MS = 40_000;

async function main(): Promise<void> {
  // First of all: Nest owns the signals, so that workers drain before the pools that they need are closed.
  const temporal = new NestLogger('Temporal');
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      // Ids only: an error's own text may hold what a gateway or mail server said of a person.
      const known: Readonly<Record<string, unknown>> = meta ?? {};
      const fields = {
        workflowId: known['workflowId'],
        activityType: known['activityType'],
        taskQueue: known['taskQueue'],
        error: nameOf(known['error']),
      };
      if (level === 'ERROR') temporal.error(fields, message);
      else temporal.warn(fields, message);
    }),
  });
  const env = readEnv();
  armFailpoints(env.ZIKUI_FAILPOINTS);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes plain objects
  const app = await NestFactory.createApplicationContext(WorkerModule.with(env), { bufferLogs: true });
  app.useLogger(app.get(Logger));
  const log = new NestLogger('Main');
  let stopping: Promise<void> | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    stopping ??= leave(signal);
  };
  const leave = async (signal: NodeJS.Signals): Promise<void> => {
    log.log(`${signal}: draining`);
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    await app.close();
    log.log('Drained');
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  log.log(`Roles: ${env.WORKER_ROLES.join(', ')}`);
}

const nameOf = (error: unknown): string | undefined => (error instanceof Error ? error.name : undefined);

main().catch((error: unknown) => {
  // The log may not stand yet. A bad setting is told by name only.
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
