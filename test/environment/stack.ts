import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { uuidOf } from '@zikui/domain';
import { ApiKeyStore, type ApiKeySpec, type PersistenceSecrets } from '@zikui/persistence';
import { Application, type ApplicationName } from '../../tools/local-stack/application';
import { applicationSpecs, type StackPlan, type StackPorts } from '../../tools/local-stack/application-specs';
import { CACHE } from '../../tools/local-stack/folders';
import { PortGiver } from '../../tools/local-stack/port';
import { registerWebhooks } from '../../tools/local-stack/sandbox-accounts';
import { serviceLogin } from '../../tools/local-stack/service-login';
import { freshSecrets, storeSecretsOf, type StackSecrets } from '../../tools/local-stack/secrets';
import { demoMerchant, labMerchant } from '../../tools/merchant/sample-merchants';
import { setUpMerchant, type MerchantKeys, type MerchantSetUp } from '../../tools/merchant/set-up-merchant';
import { openDoor, type OpenDoor } from '../builders/open-door.builder';
import { Guard } from './guard';
import { dropDatabase, newDatabase } from './test-database';
import { testNamespace } from './temporal-namespace';

export type TestStack = Readonly<{
  api: string;
  sandbox: string;
  /** Where the sandbox takes mail, `host:port`. */ smtp: string;
  databaseUrl: string;
  /** What the stores ask of, and by which tests look at everything. */ database: OpenDoor;
  temporal: Readonly<{ address: string; namespace: string }>;
  merchants: Readonly<{ demo: MerchantKeys; lab: MerchantKeys }>;
  /** A folder with one log per program. It outlives the stack, for whoever asks why a test failed. */ logs: string;
  pid: (name: ApplicationName) => number;
  /** Ends a program as a crash would. */ kill: (name: ApplicationName) => Promise<void>;
  stop: (name: ApplicationName) => Promise<void>;
  /** Starts a program that was killed or stopped, on its old address, with settings changed if given. */
  start: (name: ApplicationName, settings?: Readonly<Record<string, string>>) => Promise<void>;
  /** Adds a merchant whose webhooks reach this stack. */ addMerchant: (setUp: MerchantSetUp) => Promise<MerchantKeys>;
  /** Gives a merchant one more key, of another owner for example. */
  addKey: (merchant: MerchantKeys, key: Omit<ApiKeySpec, 'merchantId' | 'mode'>) => Promise<string>;
  /** The secrets with which the sandbox signs, and the merchants' accounts verify. */ webhookSecrets: WebhookSecrets;
  /** With which the stores of this stack seal what they keep. */ storeSecrets: PersistenceSecrets;
  close: () => Promise<void>;
}>;

export type WebhookSecrets = Pick<StackSecrets, 'gatewaySecret' | 'carrierSecret'>;
export type StackChanges = StackPlan['overrides'];

/** Look-ups, calls to webhooks and rests of gateways within seconds, no rate limit: what a test may change without changing behaviour. */
const FOR_TESTS = {
  api: {
    REFUND_LOOK_UPS_MS: '400,800,1600,3200,6400,12800',
    RATE_PER_SECOND: '100000',
    RATE_CREATES_PER_SECOND: '100000',
    FAILED_KEYS_PER_MINUTE: '1000',
  },
  // A gateway that fails on purpose in one test must not rest for half a minute in the next.
  worker: { GATEWAY_TIMEOUT_MS: '2000', WEBHOOK_RETRIES_MS: '200,400', GATEWAY_PAUSE_MS: '1000' },
  sandbox: { SANDBOX_WEBHOOK_RETRY_MS: '200,500,1000' },
} as const;

/** No test is about how soon the door by which it looks is open, and a busy machine opens it late. */
const FOR_LOOKING = { poolSize: 4, applicationName: 'zikui-test', connectWithinMs: 20_000 } as const;

/**
 * Sandbox, api and worker as real processes on a new database and namespace of the run's servers, with the demo and lab
 * merchants. `close` leaves nothing running; neither does a test run that is killed.
 */
export async function startStack(changes: StackChanges = {}): Promise<TestStack> {
  const name = `stack_${randomBytes(5).toString('hex')}`;
  const [databaseUrl, temporal, ports] = await Promise.all([newDatabase(name), testNamespace(name), freePorts()]);
  const secrets = freshSecrets();
  const stores = storeSecretsOf(secrets);
  const logs = path.join(CACHE, 'test-logs', name);
  mkdirSync(logs, { recursive: true });
  const specs = applicationSpecs({
    ports,
    databaseUrl: await serviceLogin(databaseUrl),
    temporal: { ...temporal, ui: 'http://127.0.0.1:8233' },
    secrets,
    logs,
    sandboxData: path.join(logs, 'sandbox'),
    overrides: {
      api: { ...FOR_TESTS.api, ...changes.api },
      worker: { ...FOR_TESTS.worker, ...changes.worker },
      sandbox: { ...FOR_TESTS.sandbox, ...changes.sandbox },
    },
  });
  const guard = new Guard();
  const running: Record<ApplicationName, Application> = {
    sandbox: new Application({ ...specs.sandbox, hasSourceMaps: false }, guard.watch),
    api: new Application({ ...specs.api, hasSourceMaps: false }, guard.watch),
    worker: new Application({ ...specs.worker, hasSourceMaps: false }, guard.watch),
  };
  const database = await openDoor({ url: databaseUrl, ...FOR_LOOKING });
  const end = async (which: ApplicationName, how: 'kill' | 'stop'): Promise<void> => {
    const { pid } = running[which];
    await running[which][how]();
    guard.forget(pid);
  };
  const close = async (): Promise<void> => {
    await Promise.all([end('api', 'stop'), end('worker', 'stop')]);
    await end('sandbox', 'stop');
    await database.close();
    await dropDatabase(databaseUrl);
    await guard.end();
  };
  const api = `http://127.0.0.1:${ports.api}`;
  const sandbox = `http://127.0.0.1:${ports.sandbox}`;
  const addMerchant = async (setUp: MerchantSetUp): Promise<MerchantKeys> => {
    const keys = await setUpMerchant(database, stores, setUp);
    await registerWebhooks(sandbox, api, { slug: keys.slug, id: keys.id, ...secrets });
    return keys;
  };
  const addKey: TestStack['addKey'] = async ({ id }, key) => {
    const merchantId = uuidOf('merchant', id) ?? id;
    return (await new ApiKeyStore(database, stores).create({ ...key, merchantId, mode: 'test' })).key;
  };
  try {
    await Promise.all([running.sandbox.start(), running.api.start(), running.worker.start()]);
    const merchants = { demo: await addMerchant(demoMerchant(secrets)), lab: await addMerchant(labMerchant(secrets)) };
    return {
      api,
      sandbox,
      smtp: `127.0.0.1:${ports.smtp}`,
      databaseUrl,
      database,
      temporal,
      merchants,
      logs,
      pid: (which) => running[which].pid,
      kill: (which) => end(which, 'kill'),
      stop: (which) => end(which, 'stop'),
      start: async (which, settings = {}) => {
        const spec = { ...specs[which], hasSourceMaps: false, settings: { ...specs[which].settings, ...settings } };
        running[which] = new Application(spec, guard.watch);
        await running[which].start();
      },
      addMerchant,
      addKey,
      webhookSecrets: secrets,
      storeSecrets: stores,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Below the ports that the system lends to outgoing connections. Processes that run side by side have ranges of their own:
 * a port that was found free is taken only once its program listens, and the stack of another process might find it, too.
 */
async function freePorts(): Promise<StackPorts> {
  const first = 10_000 + (process.pid % 50) * 200 + Math.floor(Math.random() * 20) * 10;
  const ports = new PortGiver();
  const give = (part: string): Promise<number> => ports.give(part, first);
  return {
    api: await give('api'),
    worker: await give('worker'),
    sandbox: await give('sandbox'),
    smtp: await give('mail'),
    apiMetrics: await give('metrics of the api'),
    workerMetrics: await give('metrics of the worker'),
  };
}
