import { createHash } from 'node:crypto';
import { APPLICATION, roleName, WIDER_ROLES } from '@zikui/persistence';
import { Client } from 'pg';

const LOGIN = 'zikui_service';
/** Roles are of the whole server, and so is a lock on their table; an advisory lock would be of one database alone. */
const ONE_AT_A_TIME = 'LOCK TABLE pg_catalog.pg_authid IN SHARE ROW EXCLUSIVE MODE';
/** What the services become. Switches of the house are thrown by people, and audits read as nobody of the services. */
const BECOMES = [APPLICATION, ...WIDER_ROLES.filter((role) => role !== 'house').map(roleName)];

/**
 * Gives the services of a migrated database a login that owns nothing and passes no row-level security by, as
 * docker/postgres/create-roles.sql does. Takes the address of its owner; gives theirs. Safe to repeat.
 */
export async function serviceLogin(owner: string): Promise<string> {
  const url = new URL(owner);
  const password = createHash('sha256').update(`service\n${url.password}`).digest('hex');
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(ONE_AT_A_TIME);
    const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [LOGIN]);
    if (known.rowCount === 0) await client.query(`CREATE ROLE ${LOGIN}`);
    await client.query(
      `ALTER ROLE ${LOGIN} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '${password}'`,
    );
    await client.query(`GRANT ${BECOMES.join(', ')} TO ${LOGIN} WITH INHERIT FALSE, SET TRUE`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  url.username = LOGIN;
  url.password = password;
  return url.href;
}
