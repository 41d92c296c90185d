import { randomBytes } from 'node:crypto';
import { migrate, openDatabase, type Database } from '@zikui/persistence';
import { Client } from 'pg';

/** A database of one test file: migrated, empty, and gone when it is closed. */
export type TestDatabase = Readonly<{
  url: string;
  database: Database;
  /** Every statement sent since the last call, `START TRANSACTION` and `COMMIT` too. */ statements: () => string[];
  close: () => Promise<void>;
}>;

/** Makes a new database on the run's PostgreSQL server. */
export async function testDatabase(options: Readonly<{ poolSize?: number }> = {}): Promise<TestDatabase> {
  const server = process.env['DATABASE_URL'];
  if (server === undefined) throw new Error('DATABASE_URL is not set: run through the jest projects');
  const url = new URL(server);
  const name = `${url.pathname.slice(1) || 'test'}_${randomBytes(5).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  await migrate(url.href);
  let told: string[] = [];
  const database = await openDatabase({
    url: url.href,
    poolSize: options.poolSize ?? 10,
    applicationName: 'test',
    onStatement: (sql) => told.push(sql),
  });
  return {
    url: url.href,
    database,
    statements: () => {
      const since = told;
      told = [];
      return since;
    },
    close: async () => {
      await database.close();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
