import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { migrate, type PersistenceSecrets } from '@zikui/persistence';
import { Application } from '../../../tools/local-stack/application';
import { applicationSpecs, type StackPlan } from '../../../tools/local-stack/application-specs';
import type { BackgroundProcess } from '../../../tools/local-stack/background';
import { buildIfChanged, buildWithFailpoints, WITH_FAILPOINTS } from '../../../tools/local-stack/build';
import { CACHE } from '../../../tools/local-stack/folders';
import { PortGiver } from '../../../tools/local-stack/port';
import { postgresFolder, startPostgres } from '../../../tools/local-stack/postgres';
import { freshSecrets, storeSecretsOf, type StackSecrets } from '../../../tools/local-stack/secrets';
import { startTemporal } from '../../../tools/local-stack/temporal';
import { openDoor, type OpenDoor } from '../../builders/open-door.builder';
import { Guard } from '../../environment/guard';
import { EDGES, healEdge, openEdges, type Edge, type Edges } from './edges';
import { FailpointFolder } from './failpoint-folder';
import { Member } from './member';

const MEMBERS = ['postgres', 'temporal', 'sandbox', 'api1', 'api2', 'worker1', 'worker2'] as const;
export type MemberName = (typeof MEMBERS)[number];

export type StormStack = Readonly<{
  apis: readonly string[];
  sandbox: string;
  /** Where merchants' webhooks are to be sent: through the proxy before both apis. */ webhooks: string;
  databaseUrl: string;
  database: OpenDoor;
  temporal: Readonly<{ address: string; namespace: string }>;
  secrets: StackSecrets;
  storeSecrets: PersistenceSecrets;
  members: Readonly<Record<MemberName, Member>>;
  edges: Edges;
  failpoints: FailpointFolder;
  logs: string;
  /** Ends every fault of the stack, but for the parts that stay away, and waits until all programs are healthy. */
  heal: (away?: readonly (Edge | MemberName)[]) => Promise<void>;
  close: (keep?: boolean) => Promise<void>;
}>;

/** Below the ports that the system lends, and apart from those of the other tests. */
const FIRST_PORT = 6_100;
/** Acknowledged is written, though a power cut may lose it: only programs die in these storms. */
const NO_FLUSH = ['fsync=off'];
const NAMESPACE = 'refunds';
const SHORT_WAITS = {
  api: {
    REFUND_LOOK_UPS_MS: '400,800,1600,3200,6400,12800',
    RATE_PER_SECOND: '100000',
    RATE_CREATES_PER_SECOND: '100000',
    FAILED_KEYS_PER_MINUTE: '1000',
  },
  worker: {
    GATEWAY_TIMEOUT_MS: '2000',
    // A gateway that was away and fails its first probe rests twice as long: all must be quiet within a minute.
    GATEWAY_PAUSE_MS: '2000',
    RELAY_EVERY_MS: '500',
    UNMATCHED_FOR_MS: '3000',
    WEBHOOK_RETRIES_MS: '200,400,800,1600,3200,3200,3200,3200,3200',
  },
  sandbox: { SANDBOX_WEBHOOK_RETRY_MS: '200,500,1000' },
} as const;

/** PostgreSQL, Temporal with its file, the sandbox, two apis and two workers as real programs of builds with failpoints, each behind proxies. */
export async function startStormStack(tell: (text: string) => void): Promise<StormStack> {
  await buildIfChanged();
  await buildWithFailpoints();
  const guard = new Guard();
  const ports = new PortGiver();
  const port = (part: string): Promise<number> => ports.give(part, FIRST_PORT + (process.pid % 300) * 10);
  const purpose = `chaos-${process.pid}`;
  const logs = path.join(CACHE, 'chaos', purpose);
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  guard.remove(postgresFolder(purpose, false));
  const secrets = freshSecrets();
  const care = { watch: guard.watch, tell };
  const [pgPort, temporalPort] = [await port('PostgreSQL'), await port('Temporal')];
  const postgres = new Member(
    'postgres',
    async (onSpawn) => {
      const own = { purpose, password: 'chaos', durable: false, settings: NO_FLUSH, onSpawn };
      return onItsPort(pgPort, await startPostgres({ ...own, port: pgPort }));
    },
    care,
  );
  const temporal = new Member(
    'temporal',
    async (onSpawn) => {
      const folder = path.join(logs, 'temporal');
      const databaseFile = path.join(folder, 'temporal.db');
      const own = { folder, databaseFile, namespace: NAMESPACE, settings: process.env, onSpawn };
      return onItsPort(temporalPort, await startTemporal({ ...own, port: temporalPort }));
    },
    care,
  );
  await Promise.all([postgres.start(), temporal.start()]);
  const databaseUrl = `postgres://postgres:chaos@127.0.0.1:${pgPort}/postgres`;
  await migrate(databaseUrl);
  const own = { sandbox: await port('sandbox'), smtp: await port('mail') };
  const apiPorts = [await port('api1'), await port('api2')] as const;
  const workerPorts = [await port('worker1'), await port('worker2')] as const;
  const place = (number: number): string => `127.0.0.1:${number}`;
  const edges = await openEdges({
    pg: place(pgPort),
    temporal: place(temporalPort),
    sandbox: place(own.sandbox),
    smtp: place(own.smtp),
    apis: apiPorts.map(place),
  });
  const failpoints = new FailpointFolder(path.join(logs, 'failpoints'));
  const through = (edge: 'api-pg' | 'worker-pg'): string => databaseUrl.replace(place(pgPort), edges[edge].address);
  const armed = { ZIKUI_FAILPOINTS: failpoints.setting };
  const plan = (no: 0 | 1): StackPlan => ({
    ports: { ...own, api: apiPorts[no], worker: workerPorts[no], apiMetrics: 0, workerMetrics: 0 },
    databaseUrl,
    temporal: { address: place(temporalPort), namespace: NAMESPACE, ui: undefined },
    secrets,
    logs,
    sandboxData: path.join(logs, 'sandbox'),
    overrides: {
      api: {
        ...SHORT_WAITS.api,
        ...armed,
        DATABASE_URL: through('api-pg'),
        TEMPORAL_ADDRESS: edges['api-temporal'].address,
      },
      worker: {
        ...SHORT_WAITS.worker,
        ...armed,
        DATABASE_URL: through('worker-pg'),
        TEMPORAL_ADDRESS: edges['worker-temporal'].address,
        STRIPE_API_BASE: `http://${edges['worker-gateway'].address}`,
        EASYPOST_API_BASE: `http://${edges['worker-carrier'].address}/carrier`,
        SMTP_URL: `smtp://${edges['worker-smtp'].address}`,
      },
      sandbox: SHORT_WAITS.sandbox,
    },
  });
  const member = (name: MemberName, which: 'sandbox' | 'api' | 'worker', no: 0 | 1): Member => {
    const spec = applicationSpecs(plan(no))[which];
    const build = which === 'sandbox' ? {} : { build: WITH_FAILPOINTS };
    const logFile = path.join(logs, `${name}.log`);
    return new Member(
      name,
      (onSpawn) => new Application({ ...spec, ...build, logFile, hasSourceMaps: false }, onSpawn).start(),
      care,
    );
  };
  const members = {
    postgres,
    temporal,
    sandbox: member('sandbox', 'sandbox', 0),
    api1: member('api1', 'api', 0),
    api2: member('api2', 'api', 1),
    worker1: member('worker1', 'worker', 0),
    worker2: member('worker2', 'worker', 1),
  };
  await members.sandbox.start();
  await Promise.all([members.api1, members.api2, members.worker1, members.worker2].map((one) => one.start()));
  const database = await openDoor({
    url: databaseUrl,
    poolSize: 4,
    applicationName: 'zikui-chaos',
    connectWithinMs: 20_000,
  });
  return {
    apis: apiPorts.map((number) => `http://${place(number)}`),
    sandbox: `http://${place(own.sandbox)}`,
    webhooks: `http://${edges['gateway-api'].address}`,
    databaseUrl,
    database,
    temporal: { address: place(temporalPort), namespace: NAMESPACE },
    secrets,
    storeSecrets: storeSecretsOf(secrets),
    members,
    edges,
    failpoints,
    logs,
    heal: async (away = []) => {
      failpoints.heal();
      const back = MEMBERS.filter((name) => !away.includes(name)).map((name) => members[name]);
      await Promise.all(EDGES.filter((edge) => !away.includes(edge)).map((edge) => healEdge(edges[edge])));
      for (const one of back) one.goOn();
      await Promise.all(back.map((one) => one.untilBack()));
    },
    close: async (keep = false) => {
      failpoints.heal();
      await Promise.all(Object.values(edges).map(healEdge));
      const { api1, api2, worker1, worker2, sandbox } = members;
      await Promise.all([api1, api2, worker1, worker2].map((one) => one.leave()));
      await sandbox.leave();
      await database.close();
      await Promise.all([postgres.leave('SIGINT'), temporal.leave()]);
      await Promise.all(Object.values(edges).map((edge) => edge.close()));
      await guard.end();
      if (!keep) rmSync(logs, { recursive: true, force: true });
    },
  };
}

type Server = Readonly<{ port: number; process: BackgroundProcess; stop: () => Promise<void> }>;

/** A server that comes back elsewhere would be found by nobody: it is tried again. */
async function onItsPort(port: number, server: Server): Promise<BackgroundProcess> {
  if (server.port === port) return server.process;
  await server.stop();
  throw new Error(`port ${port} is not free yet`);
}
