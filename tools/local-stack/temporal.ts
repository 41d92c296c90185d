import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { REFUND_SEARCH_ATTRIBUTES } from '../../libs/workflows/src/refund/search-attributes';
import { startInBackground, type BackgroundProcess } from './background';
import { PortGiver } from './port';
import { findTemporal, type BinarySettings } from './temporal-binary';
import { ensureNamespace } from './temporal-namespace';

const WAL = ['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=1'];
const CLI_TYPE = { KEYWORD: 'Keyword', INT: 'Int', BOOL: 'Bool', DATETIME: 'Datetime' } as const;

export type LocalTemporal = Readonly<{
  address: string;
  port: number;
  ui: string;
  pid: number;
  process: BackgroundProcess;
  stop: () => Promise<void>;
}>;
export type TemporalOptions = Readonly<{
  folder: string;
  /** The first of four: for programs, for the web pages, for HTTP, for metrics. */ port: number;
  ports?: PortGiver;
  /** Undefined keeps everything in memory, for tests. */ databaseFile: string | undefined;
  namespace: string;
  settings: BinarySettings;
  onSpawn?: (pid: number) => void;
}>;

/** Starts Temporal's development server on loopback with our namespace. Two servers on one file would both start: the caller holds the lock. */
export async function startTemporal(options: TemporalOptions): Promise<LocalTemporal> {
  const { folder, databaseFile, namespace, ports = new PortGiver() } = options;
  mkdirSync(folder, { recursive: true }); // The server makes the database file, but not its folder.
  const command = await findTemporal(options.settings);
  const give = (part: string, offset: number): Promise<number> => ports.give(part, options.port + offset);
  const port = await give('Temporal', 0);
  const uiPort = await give('Temporal Web', 1);
  const args = [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--log-level', 'error', '--namespace', namespace],
    ...['--port', `${port}`, '--ui-port', `${uiPort}`],
    ...['--http-port', `${await give("Temporal's HTTP port", 2)}`],
    ...['--metrics-port', `${await give("Temporal's metrics port", 3)}`],
    // Read only when the database is new; for an older one `ensureNamespace` adds what is missing.
    ...Object.values(REFUND_SEARCH_ATTRIBUTES).flatMap(({ name, type }) => [
      '--search-attribute',
      `${name}=${CLI_TYPE[type]}`,
    ]),
    ...(databaseFile === undefined ? [] : ['--db-filename', databaseFile, ...WAL]),
  ];
  const server = startInBackground({
    name: 'The Temporal server',
    command,
    args,
    cwd: folder,
    logFile: path.join(folder, 'temporal.log'),
    onSpawn: options.onSpawn,
  });
  const address = `127.0.0.1:${port}`;
  await server.untilAnswering(() => isUp(address), 60_000);
  const connection = await Connection.connect({ address });
  try {
    // The server itself makes the namespace that its command line names, with a retention of one day.
    await ensureNamespace(connection, namespace, { retention: '30 days', change: true });
  } finally {
    await connection.close();
  }
  const stop = (): Promise<void> => server.end('SIGTERM', 20_000);
  return { address, port, ui: `http://127.0.0.1:${uiPort}`, pid: server.pid, process: server, stop };
}

async function isUp(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 1000 });
    await connection.close();
    return true;
  } catch {
    return false; // Not up yet; the caller's limit ends the waiting.
  }
}
