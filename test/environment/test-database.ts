import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '@zikui/persistence';
import { Client } from 'pg';

const MIGRATIONS = path.join(__dirname, '../../libs/persistence/src/migrations');
/** Any number, the same in every test process: whoever holds it makes the template. */
const TEMPLATE_LOCK = 4_127_001;

/** A migrated database of its own on the run's server; gives its address. Copied from a template: the migrations run once per server. */
export async function newDatabase(name: string): Promise<string> {
  const server = process.env['DATABASE_URL'];
  if (server === undefined)
    throw new Error('DATABASE_URL is not set: run through the jest projects, whose setup starts a server');
  const template = await templateOn(server);
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return urlOf(server, name);
}

/** Drops a database that `newDatabase` gave, whoever is still connected. */
export async function dropDatabase(url: string): Promise<void> {
  const server = process.env['DATABASE_URL'];
  const name = new URL(url).pathname.slice(1);
  if (server !== undefined)
    await onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
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
