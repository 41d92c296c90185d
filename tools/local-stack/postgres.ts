import path from 'node:path';
import { Client } from 'pg';
import { startInBackground, type BackgroundProcess } from './background';
import { databaseHome, makeServerFolder, serverUser } from './folders';
import { createData, serverFiles } from './postgres-files';
import { PortGiver } from './port';
import { clearLeftover } from './postmaster';

export type LocalPostgres = Readonly<{
  url: string;
  port: number;
  pid: number;
  folder: string;
  process: BackgroundProcess;
  stop: () => Promise<void>;
}>;
export type PostgresOptions = Readonly<{
  /** A folder of its own per use, so that tests and `npm start` never meet. */ purpose: string;
  port: number;
  ports?: PortGiver;
  password: string;
  /** False for tests: no flush to disk, so a power cut may lose everything; the files lie among what can be made again. */
  durable: boolean;
  /** What a server that is not durable does without; all of it unless said. */ settings?: readonly string[];
  onSpawn?: (pid: number) => void;
}>;

const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300'];

/** Where the server's files for this use lie. */
export const postgresFolder = (purpose: string, durable: boolean): string =>
  path.join(databaseHome(serverUser(), durable), purpose);

/** Starts the embedded PostgreSQL on loopback, making its data the first time, and waits until it answers. */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const user = serverUser();
  const folder = postgresFolder(options.purpose, options.durable);
  makeServerFolder(folder, user);
  const native = await serverFiles(path.dirname(folder), user);
  const data = await createData(native, folder, user, options.password);
  await clearLeftover(data);
  const port = await (options.ports ?? new PortGiver()).give('PostgreSQL', options.port);
  const settings = options.durable ? SETTINGS : [...SETTINGS, ...(options.settings ?? NOT_DURABLE)];
  const server = startInBackground({
    name: 'PostgreSQL',
    command: path.join(native, 'bin', 'postgres'),
    args: ['-D', data, '-p', `${port}`, ...settings.flatMap((setting) => ['-c', setting])],
    cwd: folder,
    logFile: path.join(folder, 'postgres.log'),
    user,
    onSpawn: options.onSpawn,
  });
  const url = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  await server.untilAnswering(() => answers(url), 30_000);
  // SIGINT is PostgreSQL's fast stop; SIGTERM would wait for every client to leave.
  return { url, port, pid: server.pid, folder, process: server, stop: () => server.end('SIGINT', 20_000) };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined); // A server that goes away while we look is answered by the next look.
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false; // Not up yet; the caller's limit ends the waiting.
  } finally {
    await client.end().catch(() => undefined); // A connection that never stood cannot be ended, and need not.
  }
}
