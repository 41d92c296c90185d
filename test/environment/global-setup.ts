import { spawn } from 'node:child_process';
import path from 'node:path';
import { startPostgres, type LocalPostgres } from '../../tools/local-stack/postgres';
import { startTemporal, type LocalTemporal } from '../../tools/local-stack/temporal';
import { REPOSITORY } from '../../tools/local-stack/folders';

/** What the run started and its teardown stops. A server that the environment names is used, and left alone. */
export type TestServers = { postgres: LocalPostgres | undefined; temporal: LocalTemporal | undefined };
declare global {
  var zikuiTestServers: TestServers | undefined;
}

/** One PostgreSQL and one Temporal server for the whole run. Two runs at once do not meet: folder and ports are the run's own. Integration and e2e share them. */
export default async function globalSetup(): Promise<void> {
  if (globalThis.zikuiTestServers !== undefined) return;
  const purpose = `test-${process.pid}`;
  const servers: TestServers = { postgres: undefined, temporal: undefined };
  globalThis.zikuiTestServers = servers;
  const postgres = async (): Promise<void> => {
    if (process.env['DATABASE_URL'] !== undefined) return;
    servers.postgres = await startPostgres({
      purpose,
      port: 15_400 + (process.pid % 500),
      password: 'test',
      durable: false,
    });
    process.env['DATABASE_URL'] = servers.postgres.url;
  };
  const temporal = async (): Promise<void> => {
    if (process.env['TEMPORAL_ADDRESS'] !== undefined) return;
    const folder = path.join(REPOSITORY, '.local', purpose);
    servers.temporal = await startTemporal({
      folder,
      port: 17_200 + (process.pid % 500) * 4,
      databaseFile: undefined,
      namespace: 'refunds',
      settings: process.env,
    });
    process.env['TEMPORAL_ADDRESS'] = servers.temporal.address;
  };
  await Promise.all([postgres(), temporal()]);
  guard([servers.postgres?.pid, servers.temporal?.pid].filter((pid) => pid !== undefined));
}

/** A small watcher that outlives a killed test run by half a second and takes the servers with it. */
function guard(pids: readonly number[]): void {
  const watcher = spawn(
    process.execPath,
    [path.join(__dirname, 'server-guard.cjs'), String(process.pid), ...pids.map(String)],
    { detached: true, stdio: 'ignore' },
  );
  watcher.unref();
}
