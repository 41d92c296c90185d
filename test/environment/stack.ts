import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uuidOf } from '@zikui/domain';
import { ApiKeyStore, migrate, openDatabase, type ApiKeySpec, type Database } from '@zikui/persistence';
import { Client } from 'pg';
import { Application, type ApplicationName } from '../../tools/local-stack/application';
import { applicationSpecs, type StackPlan, type StackPorts } from '../../tools/local-stack/application-specs';
import { freePort } from '../../tools/local-stack/port';
import { registerWebhooks } from '../../tools/local-stack/sandbox-accounts';
import { freshSecrets, type StackSecrets } from '../../tools/local-stack/secrets';
import { demoMerchant, labMerchant } from '../../tools/merchant/sample-merchants';
import { setUpMerchant, type MerchantKeys, type MerchantSetUp } from '../../tools/merchant/set-up-merchant';
import { testNamespace } from './temporal-namespace';

export type TestStack = Readonly<{
  api: string;
  sandbox: string;
  /** Where the sandbox takes mail, `host:port`. */ smtp: string;
  databaseUrl: string;
  database: Database;
  temporal: Readonly<{ address: string; namespace: string }>;
  merchants: Readonly<{ demo: MerchantKeys; lab: MerchantKeys }>;
  logs: string;
  pid: (name: ApplicationName) => number;
  /** Ends a program as a crash would. */ kill: (name: ApplicationName) => Promise<void>;
  stop: (name: ApplicationName) => Promise<void>;
  /** Starts a program that was killed or stopped, on its old address, with settings changed if given. */
  start: (name: ApplicationName, settings?: Readonly<Record<string, string>>) => Promise<void>;
  /** Adds a merchant whose webhooks reach this stack. */ addMerchant: (setUp: MerchantSetUp) => Promise<MerchantKeys>;
  /** Gives a merchant one more key, of another owner for example. */
  addKey: (merchant: MerchantKeys, key: Omit<ApiKeySpec, 'merchantId' | 'mode'>) => Promise<string>;
  /** The secrets with which the sandbox signs, and the merchants' accounts verify. */ webhookSecrets: WebhookSecrets;
  close: () => Promise<void>;
}>;

export type WebhookSecrets = Pick<StackSecrets, 'gatewaySecret' | 'carrierSecret'>;
export type StackChanges = StackPlan['overrides'];

/** Look-ups within seconds and no rate limit: what a test may change without changing behaviour. */
const FOR_TESTS = {
  api: {
    REFUND_LOOK_UPS_MS: '400,800,1600,3200,6400,12800',
    RATE_PER_SECOND: '100000',
    RATE_CREATES_PER_SECOND: '100000',
    FAILED_KEYS_PER_MINUTE: '1000',
  },
  worker: { GATEWAY_TIMEOUT_MS: '2000' },
  sandbox: { SANDBOX_WEBHOOK_RETRY_MS: '200,500,1000' },
} as const;

/** Sandbox, api and worker as real processes on a new database and namespace of the run's servers, with the demo and lab merchants. `close` leaves nothing running. */
export async function startStack(changes: StackChanges = {}): Promise<TestStack> {
  const name = `stack_${randomBytes(5).toString('hex')}`;
  const databaseUrl = await newDatabase(name);
  const temporal = await testNamespace(name);
  const secrets = freshSecrets();
  const logs = mkdtempSync(path.join(tmpdir(), `zikui-${name}-`));
  const plan: StackPlan = {
    ports: await freePorts(),
    databaseUrl,
    temporal: { ...temporal, ui: undefined },
    secrets,
    logs,
    sandboxData: path.join(logs, 'sandbox'),
    overrides: {
      api: { ...FOR_TESTS.api, ...changes.api },
      worker: { ...FOR_TESTS.worker, ...changes.worker },
      sandbox: { ...FOR_TESTS.sandbox, ...changes.sandbox },
    },
  };
  const specs = applicationSpecs(plan);
  const running: Record<ApplicationName, Application> = {
    sandbox: new Application(specs.sandbox),
    api: new Application(specs.api),
    worker: new Application(specs.worker),
  };
  const database = await openDatabase({ url: databaseUrl, poolSize: 4, applicationName: 'zikui-test' });
  const storeSecrets = {
    masterKey: Buffer.from(secrets.MASTER_KEY, 'base64'),
    apiKeyPepper: secrets.API_KEY_PEPPER,
    gatewayKeySecret: secrets.GATEWAY_KEY_SECRET,
  };
  const api = `http://127.0.0.1:${plan.ports.api}`;
  const sandbox = `http://127.0.0.1:${plan.ports.sandbox}`;
  const close = async (): Promise<void> => {
    await running.api.stop();
    await running.worker.stop();
    await running.sandbox.stop();
    await database.close();
  };
  try {
    await Promise.all([running.sandbox.start(), running.api.start(), running.worker.start()]);
    const addMerchant = async (setUp: MerchantSetUp): Promise<MerchantKeys> => {
      const keys = await setUpMerchant(database, storeSecrets, setUp);
      await registerWebhooks(sandbox, api, { slug: keys.slug, id: keys.id, ...secrets });
      return keys;
    };
    const addKey: TestStack['addKey'] = async ({ id }, key) => {
      const merchantId = uuidOf('merchant', id) ?? id;
      return (await new ApiKeyStore(database, storeSecrets).create({ ...key, merchantId, mode: 'test' })).key;
    };
    const demo = await addMerchant(demoMerchant(secrets));
    const lab = await addMerchant(labMerchant(secrets));
    const start = async (which: ApplicationName, settings: Readonly<Record<string, string>> = {}): Promise<void> => {
      running[which] = new Application({ ...specs[which], settings: { ...specs[which].settings, ...settings } });
      await running[which].start();
    };
    return {
      api,
      sandbox,
      smtp: `127.0.0.1:${plan.ports.smtp}`,
      databaseUrl,
      database,
      temporal,
      merchants: { demo, lab },
      logs,
      pid: (which) => running[which].pid,
      kill: (which) => running[which].kill(),
      stop: (which) => running[which].stop(),
      start,
      addMerchant,
      addKey,
      webhookSecrets: secrets,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function newDatabase(name: string): Promise<string> {
  const server = process.env['DATABASE_URL'];
  if (server === undefined)
    throw new Error('DATABASE_URL is not set: run through the jest projects, whose setup starts a server');
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate(url.href);
  return url.href;
}

async function freePorts(): Promise<StackPorts> {
  const first = 20_000 + Math.floor(Math.random() * 20_000);
  const api = await freePort(first);
  const worker = await freePort(api + 1);
  const sandbox = await freePort(worker + 1);
  return { api, worker, sandbox, smtp: await freePort(sandbox + 1) };
}
