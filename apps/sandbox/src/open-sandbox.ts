import type { AddressInfo } from 'node:net';
import { ValidationPipe, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Env } from './env';
import { KEY_LIFETIME_MS, type UsedKey } from './gateway/idempotency-book';
import { Journal, type Keep } from './journal/journal';
import { SmtpListener } from './mailbox/smtp.listener';
import { PublicAddress } from './public-address';
import { SandboxModule } from './sandbox.module';

export type Sandbox = Readonly<{
  url: string;
  smtpUrl: string;
  /** Ends every connection, writes what is left and frees both ports. */ close: () => Promise<void>;
  app: NestExpressApplication;
}>;

const MAILS_KEPT = 1_000;
const KEEP_ALIVE_MS = 65_000;
const keep: Keep = (kind, value, { newerOfKind }) => {
  if (kind === 'mail') return newerOfKind < MAILS_KEPT;
  return kind !== 'key' || (value as UsedKey).firstUsed + KEY_LIFETIME_MS > Date.now();
};

/** Starts the outside world: gateway, carrier and mailbox on one HTTP port, mail on another, going on with the data of last time. */
export async function openSandbox(env: Env, logger: LogLevel[] = ['warn', 'error']): Promise<Sandbox> {
  const journal = await Journal.open(env.SANDBOX_DATA_DIR, keep);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest names its options by a class and takes any object of that shape
  const app = await NestFactory.create<NestExpressApplication>(SandboxModule.over(env, journal), {
    bodyParser: false,
    rawBody: true, // Signatures are over bytes.
    forceCloseConnections: true, // Calls that are left hanging must not hold up the end.
    logger,
  });
  app.useBodyParser('json', { limit: '1mb' });
  app.useBodyParser('urlencoded', { extended: true, limit: '1mb' });
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));
  const smtpPort = await app.get(SmtpListener).listen();
  await app.listen(env.SANDBOX_PORT, env.SANDBOX_HOST);
  // Longer than callers let a line lie idle: the end that closes it first must not be the one that is about to be asked.
  app.getHttpServer().keepAliveTimeout = KEEP_ALIVE_MS;
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://${env.SANDBOX_HOST}:${String(port)}`;
  app.get(PublicAddress).url = url;
  const close = async () => {
    await app.close();
    await journal.close();
  };
  return { url, smtpUrl: `smtp://${env.SANDBOX_HOST}:${String(smtpPort)}`, close, app };
}
