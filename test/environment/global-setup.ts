import path from 'node:path';
import { CACHE } from '../../tools/local-stack/folders';
import { PortGiver } from '../../tools/local-stack/port';
import { postgresFolder, startPostgres } from '../../tools/local-stack/postgres';
import { startTemporal } from '../../tools/local-stack/temporal';
import { Guard } from './guard';

/** What the run started and its teardown stops. A server that the environment names is used, and left alone. */
export type TestServers = Readonly<{ guard: Guard; stops: (() => Promise<void>)[] }>;
declare global {
  var zikuiTestServers: TestServers | undefined;
}

/** Below the ports that the system lends to outgoing connections, and a range of its own for each of many runs at once. */
const rangeOf = (run: number): number => 21_000 + (run % 500) * 20;

/** One PostgreSQL and one Temporal server for the whole run, both with nothing to keep. Two runs at once do not meet: folders and ports are the run's own. */
export default async function globalSetup(): Promise<void> {
  if (globalThis.zikuiTestServers !== undefined) return; // Integration and e2e share them.
  const servers: TestServers = { guard: new Guard(), stops: [] };
  globalThis.zikuiTestServers = servers;
  const ports = new PortGiver();
  const started = await Promise.allSettled([postgres(servers, ports), temporal(servers, ports)]);
  for (const one of started) if (one.status === 'rejected') throw one.reason;
}

async function postgres({ guard, stops }: TestServers, ports: PortGiver): Promise<void> {
  if (isSet('DATABASE_URL')) return;
  const purpose = `test-${process.pid}`;
  guard.remove(postgresFolder(purpose, false));
  const port = rangeOf(process.pid);
  const server = await startPostgres({ purpose, port, ports, password: 'test', durable: false, onSpawn: guard.watch });
  stops.push(server.stop);
  process.env['DATABASE_URL'] = server.url;
}

async function temporal({ guard, stops }: TestServers, ports: PortGiver): Promise<void> {
  if (isSet('TEMPORAL_ADDRESS')) return;
  const folder = path.join(CACHE, `test-temporal-${process.pid}`);
  guard.remove(folder);
  const server = await startTemporal({
    folder,
    port: rangeOf(process.pid) + 10,
    ports,
    databaseFile: undefined,
    namespace: 'refunds',
    settings: process.env,
    onSpawn: guard.watch,
  });
  stops.push(server.stop);
  process.env['TEMPORAL_ADDRESS'] = server.address;
}

const isSet = (name: 'DATABASE_URL' | 'TEMPORAL_ADDRESS'): boolean => (process.env[name] ?? '') !== '';
