import { spawn } from 'node:child_process';
import { openSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { databaseFolder, serverUser } from './folders';
import { freePort } from './port';
import { createData, serverFiles } from './postgres-files';
import { clearLeftover } from './postmaster';
import { isAlive, waitUntil } from './process';

export type LocalPostgres = Readonly<{
  url: string;
  port: number;
  pid: number;
  folder: string;
  stop: () => Promise<void>;
}>;
export type PostgresOptions = Readonly<{
  /** A folder of its own per use, so that tests and `npm start` never meet. */ purpose: string;
  port: number;
  password: string;
  /** False for tests: no flush to disk, so a power cut may lose everything. */ durable: boolean;
}>;

const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts the embedded PostgreSQL on loopback, making its data folder the first time. The server is detached: it stops by `stop`, not by a Ctrl-C in the terminal. */
export async function startPostgres({
  purpose,
  port: preferred,
  password,
  durable,
}: PostgresOptions): Promise<LocalPostgres> {
  const user = serverUser();
  const folder = databaseFolder(undefined, purpose);
  mkdirSync(folder, { recursive: true });
  const native = serverFiles(folder, user);
  const data = createData(native, folder, user, password);
  await clearLeftover(data);
  const port = await freePort(preferred);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=300',
    ...(durable ? [] : NOT_DURABLE),
  ];
  const log = openSync(path.join(folder, 'postgres.log'), 'a');
  const server = spawn(
    path.join(native, 'bin', 'postgres'),
    ['-D', data, '-p', `${port}`, ...settings.flatMap((setting) => ['-c', setting])],
    {
      cwd: folder,
      detached: true,
      stdio: ['ignore', log, log],
      ...user,
    },
  );
  server.unref();
  const pid = server.pid ?? 0;
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  await waitUntil(
    async () => {
      if (!isAlive(pid))
        throw new Error(`PostgreSQL ended at once; its reason stands in ${path.join(folder, 'postgres.log')}`);
      return answers(url);
    },
    30_000,
    'PostgreSQL to answer',
  );
  const stop = async (): Promise<void> => {
    if (isAlive(pid)) process.kill(pid, 'SIGINT');
    await waitUntil(
      () => server.exitCode !== null || server.signalCode !== null || !isAlive(pid),
      20_000,
      'PostgreSQL to stop',
    );
  };
  return { url, port, pid, folder, stop };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined); // A server that goes away while we look is answered by the next look.
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
