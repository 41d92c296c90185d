import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '@zikui/persistence';
import { Client } from 'pg';
import { ASKED_BY_TEST } from './by-process.builder';
import { serviceLogin } from '../../tools/local-stack/service-login';
import { openDoor, type OpenDoor } from './open-door.builder';

const MIGRATIONS = path.join(__dirname, '../../libs/persistence/src/migrations');
/** Any number, the same in every test process: whoever holds it makes the template. */
const TEMPLATE_LOCK = 4_127_001;

export type TestDatabase = Readonly<{
  url: string;
  database: OpenDoor;
  /** Every statement that `database` sent, in order. */ statements: string[];
  /** A further pool on the same database, as another process would have. */ another: (
    poolSize?: number,
  ) => Promise<OpenDoor>;
  /** The same as services sign in: by a login that owns nothing. Close it. */ asService: () => Promise<OpenDoor>;
  /** One statement outside of the product's own pool. */ query: <Row extends object>(
    sql: string,
    params?: readonly unknown[],
  ) => Promise<Row[]>;
  close: () => Promise<void>;
}>;

/** A new migrated database on the server of `DATABASE_URL`. Copied from a template: the migrations run once per server. */
export async function newDatabase(): Promise<TestDatabase> {
  const server = process.env['DATABASE_URL'];
  if (server === undefined) throw new Error('DATABASE_URL is not set; the global setup of the tests sets it');
  const name = `zikui_${String(process.pid)}_${randomBytes(4).toString('hex')}`;
  const template = await templateOn(server);
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));

  const url = urlOf(server, name);
  const statements: string[] = [];
  const onStatement = (sql: string): void => {
    if (!sql.startsWith(ASKED_BY_TEST)) statements.push(sql);
  };
  const database = await openDoor({ url, poolSize: 20, applicationName: 'test', onStatement });
  const others: OpenDoor[] = [];
  const outside = new Client({ connectionString: url });
  await outside.connect();
  return {
    url,
    database,
    statements,
    another: async (poolSize = 20) => {
      const other = await openDoor({ url, poolSize, applicationName: 'test-other' });
      others.push(other);
      return other;
    },
    asService: async () => openDoor({ url: await serviceLogin(url), poolSize: 2, applicationName: 'test-service' }),
    query: async <Row extends object>(sql: string, params: readonly unknown[] = []) =>
      (await outside.query<Row>(sql, [...params])).rows,
    close: async () => {
      await Promise.all([database.close(), outside.end(), ...others.map((other) => other.close())]);
      await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** Made by the first process that asks; named by the text of the migrations, so that a server may outlive a change of them. */
async function templateOn(server: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).sort()) hash.update(readFileSync(path.join(MIGRATIONS, file)));
  const name = `zikui_template_${hash.digest('hex').slice(0, 16)}`;
  await onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const made = await client.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (made.rowCount === 1) return;
    await client.query(`DROP DATABASE IF EXISTS ${name}`);
    await client.query(`CREATE DATABASE ${name}`);
    await migrate(urlOf(server, name));
    // The mark comes last: a template that was left half made is made anew.
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
  });
  return name;
}

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
