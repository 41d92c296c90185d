import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { freePort } from './port';
import { isAlive, waitUntil } from './process';
import { findTemporal } from './temporal-binary';

/** Name and type of each search attribute, as the server's command line wants them. */
export const SEARCH_ATTRIBUTES = {
  RefundMerchant: 'Keyword',
  RefundSaleRef: 'Keyword',
  RefundGateway: 'Keyword',
  RefundReason: 'Keyword',
  RefundStatus: 'Keyword',
  RefundDueAt: 'Datetime',
  RefundAmountMinor: 'Int',
  RefundNeedsAttention: 'Bool',
} as const;
/** Closed workflows are kept this long, as in production. */
const RETENTION = '720h';

export type LocalTemporal = Readonly<{ address: string; ui: string; pid: number; stop: () => Promise<void> }>;
export type TemporalOptions = Readonly<{
  folder: string;
  port: number;
  /** Undefined keeps everything in memory, for tests. */ databaseFile: string | undefined;
  namespace: string;
  settings: Readonly<{ TEMPORAL_CLI_PATH?: string | undefined; PATH?: string | undefined }>;
}>;

/** Starts Temporal's development server on loopback with our namespace and search attributes. Two servers on one file would both start: the caller holds the lock. */
export async function startTemporal({
  folder,
  port: preferred,
  databaseFile,
  namespace,
  settings,
}: TemporalOptions): Promise<LocalTemporal> {
  const binary = findTemporal(settings);
  mkdirSync(folder, { recursive: true });
  const promised = new Set<number>();
  const ports: number[] = [];
  for (let n = 0; n < 4; n++) {
    const port = await freePort(preferred + n, promised);
    promised.add(port);
    ports.push(port);
  }
  const [port = 0, uiPort = 0, httpPort = 0, metricsPort = 0] = ports;
  const file =
    databaseFile === undefined
      ? []
      : ['--db-filename', databaseFile, '--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=1'];
  const attributes = Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => [
    '--search-attribute',
    `${name}=${type}`,
  ]);
  const log = openSync(path.join(folder, 'temporal.log'), 'a');
  const args = [
    'server',
    'start-dev',
    '--ip',
    '127.0.0.1',
    '--port',
    `${port}`,
    '--ui-port',
    `${uiPort}`,
    '--http-port',
    `${httpPort}`,
  ];
  const server = spawn(
    binary,
    [
      ...args,
      '--metrics-port',
      `${metricsPort}`,
      '--namespace',
      namespace,
      '--log-level',
      'error',
      ...attributes,
      ...file,
    ],
    {
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  server.unref();
  const pid = server.pid ?? 0;
  const address = `127.0.0.1:${port}`;
  await waitUntil(
    async () => {
      if (!isAlive(pid))
        throw new Error(`The Temporal server ended at once; its reason stands in ${path.join(folder, 'temporal.log')}`);
      return answers(address, namespace);
    },
    60_000,
    'the Temporal server to answer',
  );
  // The server makes namespaces that forget closed workflows after a day, and reads `--search-attribute` only when the file is new.
  operator(binary, address, ['namespace', 'update', '-n', namespace, '--retention', RETENTION]);
  if (databaseFile !== undefined) {
    const all = Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => ['--name', name, '--type', type]);
    operator(binary, address, ['search-attribute', 'create', '-n', namespace, ...all]);
  }
  const stop = async (): Promise<void> => {
    if (isAlive(pid)) process.kill(pid, 'SIGTERM');
    await waitUntil(
      () => server.exitCode !== null || server.signalCode !== null || !isAlive(pid),
      20_000,
      'the Temporal server to stop',
    );
  };
  return { address, ui: `http://127.0.0.1:${uiPort}`, pid, stop };
}

function operator(binary: string, address: string, args: readonly string[]): void {
  const run = spawnSync(binary, ['operator', ...args, '--address', address], { encoding: 'utf8', timeout: 30_000 });
  if (run.status !== 0) throw new Error(`temporal operator ${args.slice(0, 2).join(' ')} failed: ${run.stderr}`);
}

async function answers(address: string, namespace: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 1000 });
    try {
      await connection.workflowService.describeNamespace({ namespace });
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false; // Not up yet; the caller's limit ends the waiting.
  }
}
