import { migrate } from '@zikui/persistence';
import { Client } from 'pg';

/** A migrated database of its own on the run's server; gives its address. */
export async function newDatabase(name: string): Promise<string> {
  const server = process.env['DATABASE_URL'];
  if (server === undefined)
    throw new Error('DATABASE_URL is not set: run through the jest projects, whose setup starts a server');
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate(url.href);
  return url.href;
}

/** Drops a database that `newDatabase` gave, whoever is still connected. */
export async function dropDatabase(url: string): Promise<void> {
  const server = process.env['DATABASE_URL'];
  if (server !== undefined)
    await onServer(server, `DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
