import path from 'node:path';
import { openDatabase } from '@zikui/persistence';
import { seedDemo } from '../seed/seed-demo';
import { Application, mainOf, type ApplicationName } from './application';
import { applicationSpecs, type StackPorts } from './application-specs';
import { buildIfChanged } from './build';
import { keptMerchants } from './kept-merchants';
import { forgetAll, remember } from './leftovers';
import { freePort } from './port';
import { progress } from './progress';
import { registerWebhooks } from './sandbox-accounts';
import { keptSecrets } from './secrets';
import { database, temporal } from './servers';
import { LOCAL, removeStackFile, writeStackFile, type StackFile } from './state';

const PREFERRED: StackPorts = { api: 3000, worker: 3001, sandbox: 3010, smtp: 3025 };
const RESTART_AFTER_MS = 1000;

/** Brings the whole product up and returns how to end it. What had started is stopped again when a later part fails. */
export async function runStack(): Promise<Readonly<{ stack: StackFile; stop: () => Promise<void> }>> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
    removeStackFile();
    forgetAll();
  };
  try {
    return { stack: await bringUp(stops), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(stops: (() => Promise<void>)[]): Promise<StackFile> {
  const secrets = keptSecrets(LOCAL);
  const ports = await choosePorts();
  const servers = await Promise.allSettled([database(secrets), temporal()]);
  for (const server of servers) if (server.status === 'fulfilled') stops.push(server.value.stop);
  const [postgres, workflows] = servers;
  if (postgres.status === 'rejected') throw postgres.reason;
  if (workflows.status === 'rejected') throw workflows.reason;
  progress(buildIfChanged() ? 'built sandbox, api, worker and the workflow bundle' : 'the build is up to date');

  const specs = applicationSpecs({
    ports,
    databaseUrl: postgres.value.url,
    temporal: workflows.value,
    secrets,
    logs: path.join(LOCAL, 'logs'),
    sandboxData: path.join(LOCAL, 'sandbox'),
  });
  const start = async (name: ApplicationName): Promise<Application> => {
    let stopping = false;
    const application = new Application(specs[name], (which, how) => {
      if (stopping) return;
      progress(`${which} ended (${how}); it starts again in a second`);
      setTimeout(() => void again(), RESTART_AFTER_MS);
    });
    const again = async (): Promise<void> => {
      if (stopping) return;
      await application.start().catch((error: unknown) => progress(`${name} does not start: ${String(error)}`));
      remember({ name, pid: application.pid, mark: mainOf(name) });
    };
    stops.push(async () => {
      stopping = true;
      await application.stop();
    });
    await application.start();
    remember({ name, pid: application.pid, mark: mainOf(name) });
    progress(`${name} is healthy`);
    return application;
  };
  // Stopped in reverse: api first, so that nothing new comes in while the worker drains.
  const sandbox = await start('sandbox');
  const worker = await start('worker');
  const api = await start('api');

  const store = await openDatabase({ url: postgres.value.url, poolSize: 2, applicationName: 'zikui-start' });
  const storeSecrets = {
    masterKey: Buffer.from(secrets.MASTER_KEY, 'base64'),
    apiKeyPepper: secrets.API_KEY_PEPPER,
    gatewayKeySecret: secrets.GATEWAY_KEY_SECRET,
  };
  const merchants = await keptMerchants(LOCAL, store, storeSecrets, secrets).finally(() => store.close());
  const addresses = { api: `http://127.0.0.1:${ports.api}`, sandbox: `http://127.0.0.1:${ports.sandbox}` };
  for (const { slug, id } of Object.values(merchants))
    await registerWebhooks(addresses.sandbox, addresses.api, { slug, id, ...secrets });

  const stack: StackFile = {
    api: addresses.api,
    console: addresses.api,
    temporal: workflows.value.address,
    temporalUi: workflows.value.ui ?? null,
    database: postgres.value.url,
    gateway: addresses.sandbox,
    mailbox: `${addresses.sandbox}/mailbox`,
    merchants: Object.fromEntries(
      Object.entries(merchants).map(([slug, { id, createKey, decideKey }]) => [slug, { id, createKey, decideKey }]),
    ),
    pids: {
      start: process.pid,
      api: api.pid,
      worker: worker.pid,
      sandbox: sandbox.pid,
      ...(postgres.value.pid === undefined ? {} : { postgres: postgres.value.pid }),
      ...(workflows.value.pid === undefined ? {} : { temporal: workflows.value.pid }),
    },
  };
  progress(await seedDemo({ stack, namespace: workflows.value.namespace }));
  writeStackFile(stack);
  return stack;
}

async function choosePorts(): Promise<StackPorts> {
  const promised = new Set<number>();
  const choose = async (name: string, preferred: number): Promise<number> => {
    const port = await freePort(preferred, promised);
    promised.add(port);
    if (port !== preferred) progress(`port ${preferred} is taken: ${name} listens on ${port}`);
    return port;
  };
  return {
    api: await choose('the api', PREFERRED.api),
    worker: await choose('the worker', PREFERRED.worker),
    sandbox: await choose('the sandbox', PREFERRED.sandbox),
    smtp: await choose('the mail server', PREFERRED.smtp),
  };
}
