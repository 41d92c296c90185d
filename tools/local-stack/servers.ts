import path from 'node:path';
import { Connection } from '@temporalio/client';
import { migrate } from '@zikui/persistence';
import { Client } from 'pg';
import type { BackgroundProcess } from './background';
import { claimData, setForeignDataAside } from './claim-data';
import { LOCAL, makeServerFolder, serverUser } from './folders';
import type { PortGiver } from './port';
import { postgresFolder, startPostgres } from './postgres';
import { TEMPORAL_PORT } from './preferred-ports';
import { progress } from './progress';
import type { StackSecrets } from './secrets';
import { serviceLogin } from './service-login';
import { startTemporal } from './temporal';
import { ensureNamespace } from './temporal-namespace';

const POSTGRES_PORT = 5433;
const DATABASE = 'zikui';
/** The purpose under which the stack's own database keeps its files. */
export const STACK_DATA = 'stack';

/** Who starts parts, keeps them running and remembers them for a later stop. */
export type Keeper = Readonly<{
  ports: PortGiver;
  remember: (name: string) => (pid: number) => void;
  keep: (name: string, begin: () => Promise<BackgroundProcess>) => Promise<void>;
}>;
export type RunningDatabase = Readonly<{
  /** As whom tools work. */ url: string;
  /** As whom the services sign in: where the server is ours, a login that owns nothing. */ serviceUrl: string;
  own: boolean;
}>;
export type RunningTemporal = Readonly<{ address: string; namespace: string; ui: string | undefined }>;

/** DATABASE_URL if set, else the PostgreSQL that we bring along; migrated either way. */
export async function bringDatabase(keeper: Keeper, secrets: StackSecrets): Promise<RunningDatabase> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') {
    await migrated(given).catch((error: unknown) => {
      throw new Error(`The PostgreSQL that DATABASE_URL names cannot be used: ${reasonOf(error)}`);
    });
    return { url: given, serviceUrl: given, own: false };
  }
  const folder = postgresFolder(STACK_DATA, true);
  const aside = await setForeignDataAside(folder, secrets.MASTER_KEY);
  if (aside !== undefined) progress(`the data found were sealed with secrets that are gone; they are now in ${aside}`);
  makeServerFolder(folder, serverUser());
  claimData(folder, secrets.MASTER_KEY);
  const server = await keptOnItsPort(keeper, 'PostgreSQL', (port, ports) =>
    startPostgres({
      purpose: STACK_DATA,
      port: port ?? POSTGRES_PORT,
      ...(ports === undefined ? {} : { ports }),
      password: secrets.databasePassword,
      durable: true,
      onSpawn: keeper.remember('postgres'),
    }),
  );
  progress(`PostgreSQL answers on port ${server.port}; its data are in ${folder}`);
  await createDatabase(server.url);
  const url = new URL(server.url);
  url.pathname = `/${DATABASE}`;
  await migrated(url.href);
  return { url: url.href, serviceUrl: await serviceLogin(url.href), own: true };
}

/** TEMPORAL_ADDRESS if set, else a development server with its data in `.local/`; with our namespace either way. */
export async function bringTemporal(keeper: Keeper): Promise<RunningTemporal> {
  const given = process.env['TEMPORAL_ADDRESS'];
  const namespace = process.env['TEMPORAL_NAMESPACE'] ?? 'refunds';
  if (given !== undefined && given !== '') {
    await withNamespace(given, namespace).catch((error: unknown) => {
      throw new Error(`The Temporal server that TEMPORAL_ADDRESS names cannot be used: ${reasonOf(error)}`);
    });
    return { address: given, namespace, ui: process.env['TEMPORAL_UI_URL'] };
  }
  const folder = path.join(LOCAL, 'temporal');
  const server = await keptOnItsPort(keeper, 'Temporal', (port, ports) =>
    startTemporal({
      folder,
      port: port ?? TEMPORAL_PORT,
      ...(ports === undefined ? {} : { ports }),
      databaseFile: path.join(folder, 'temporal.db'),
      namespace,
      settings: process.env,
      onSpawn: keeper.remember('temporal'),
    }),
  );
  progress(`Temporal answers on ${server.address}, Temporal Web on ${server.ui}`);
  return { address: server.address, namespace, ui: server.ui };
}

type Server = Readonly<{ port: number; process: BackgroundProcess; stop: () => Promise<void> }>;

/** A server that comes back on the port that everybody knows it by, or not at all. */
async function keptOnItsPort<S extends Server>(
  keeper: Keeper,
  name: string,
  start: (port: number | undefined, ports: PortGiver | undefined) => Promise<S>,
): Promise<S> {
  let first: S | undefined;
  await keeper.keep(name, async () => {
    const server = await (first === undefined ? start(undefined, keeper.ports) : start(first.port, undefined));
    first ??= server;
    if (server.port === first.port) return server.process;
    await server.stop();
    throw new Error(`${name} cannot come back: port ${first.port} was taken meanwhile`);
  });
  if (first === undefined) throw new Error(`${name} did not start`);
  return first;
}

async function migrated(url: string): Promise<void> {
  const ran = await migrate(url);
  progress(ran.length === 0 ? 'the schema is up to date' : `migrated: ${ran.join(', ')}`);
}

async function createDatabase(server: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function withNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 10_000 });
  try {
    await ensureNamespace(connection, namespace, { retention: '30 days', change: false });
  } finally {
    await connection.close();
  }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
};
