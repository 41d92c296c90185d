import path from 'node:path';
import { Client } from 'pg';
import { migrate } from '@zikui/persistence';
import { databaseFolder } from './folders';
import { remember } from './leftovers';
import { startPostgres } from './postgres';
import { progress } from './progress';
import type { StackSecrets } from './secrets';
import { LOCAL } from './state';
import { startTemporal } from './temporal';

const POSTGRES_PORT = 5433;
const TEMPORAL_PORT = 7233;
const DATABASE = 'zikui';

export type RunningServer = Readonly<{ stop: () => Promise<void>; pid: number | undefined }>;
export type RunningDatabase = RunningServer & Readonly<{ url: string }>;
export type RunningTemporal = RunningServer & Readonly<{ address: string; namespace: string; ui: string | undefined }>;

const leaveAlone = async (): Promise<void> => undefined;

/** DATABASE_URL if set, else the PostgreSQL that we bring along; migrated either way. */
export async function database(secrets: StackSecrets): Promise<RunningDatabase> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') {
    await migrated(given);
    return { url: given, stop: leaveAlone, pid: undefined };
  }
  const server = await startPostgres({
    purpose: 'stack',
    port: POSTGRES_PORT,
    password: secrets.databasePassword,
    durable: true,
  });
  remember({ name: 'postgres', pid: server.pid, mark: 'postgres' });
  if (server.port !== POSTGRES_PORT) progress(`port ${POSTGRES_PORT} is taken: PostgreSQL listens on ${server.port}`);
  progress(`PostgreSQL answers on port ${server.port}; its data lie in ${databaseFolder(undefined, 'stack')}`);
  await createDatabase(server.url);
  const url = new URL(server.url);
  url.pathname = `/${DATABASE}`;
  await migrated(url.href);
  return { url: url.href, stop: server.stop, pid: server.pid };
}

/** TEMPORAL_ADDRESS if set, else a development server with its data in `.local/`. */
export async function temporal(): Promise<RunningTemporal> {
  const given = process.env['TEMPORAL_ADDRESS'];
  const namespace = process.env['TEMPORAL_NAMESPACE'] ?? 'refunds';
  if (given !== undefined && given !== '') {
    return { address: given, namespace, ui: process.env['TEMPORAL_UI_URL'], stop: leaveAlone, pid: undefined };
  }
  const databaseFile = path.join(LOCAL, 'temporal', 'temporal.db');
  const server = await startTemporal({
    folder: path.dirname(databaseFile),
    port: TEMPORAL_PORT,
    databaseFile,
    namespace,
    settings: process.env,
  });
  remember({ name: 'temporal', pid: server.pid, mark: databaseFile });
  if (!server.address.endsWith(`:${TEMPORAL_PORT}`))
    progress(`port ${TEMPORAL_PORT} is taken: Temporal listens on ${server.address}`);
  progress(`Temporal answers on ${server.address}`);
  return { address: server.address, namespace, ui: server.ui, stop: server.stop, pid: server.pid };
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
