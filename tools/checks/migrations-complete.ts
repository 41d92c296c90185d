/**
 * Migrates a scratch database from empty, checks that entities and migrations agree, and that every migration can be
 * undone. Uses the server of DATABASE_URL, on which databases may be made and whose own database is not touched, or
 * brings a PostgreSQL of its own for the moment.
 */
import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { Client } from 'pg';
import { migrate, missingFromMigrations, undoMigrations } from '@zikui/persistence';
import { startPostgres } from '../local-stack/postgres';

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const LEFT_BEHIND = `
  SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm') AND relname <> 'migrations'
  UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`;

async function faultsOf(url: string): Promise<string[]> {
  await migrate(url);
  const missing = await missingFromMigrations(url);
  await undoMigrations(url);
  const left = await onServer(url, (client) => client.query<{ name: string }>(LEFT_BEHIND));
  return [
    ...missing.map((statement) => `no migration does: ${statement}`),
    ...left.rows.map(({ name }) => `undoing the migrations leaves: ${name}`),
  ];
}

async function check(server: string): Promise<void> {
  const name = `migrations_complete_${String(process.pid)}`;
  const scratch = new URL(server);
  scratch.pathname = `/${name}`;

  await onServer(server, (client) => client.query(`CREATE DATABASE ${name}`));
  try {
    const faults = await faultsOf(scratch.href);
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) process.exitCode = 1;
    else console.log('migrations complete: entities and migrations agree, and every migration can be undone');
  } finally {
    await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}

async function main(): Promise<void> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') return check(given);
  const server = await startPostgres({
    purpose: `check-${String(process.pid)}`,
    port: 15_300,
    password: 'check',
    durable: false,
  });
  try {
    await check(server.url);
  } finally {
    await server.stop();
    rmSync(server.folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
