import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { serviceLogin } from '../../tools/local-stack/service-login';
import { dropDatabase, newDatabase as newEmptyDatabase } from '../environment/test-database';
import { ASKED_BY_TEST } from './by-process.builder';
import { openDoor, type OpenDoor } from './open-door.builder';

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

/** A new migrated database on the server of `DATABASE_URL`, with the doors that a test needs. */
export async function newDatabase(): Promise<TestDatabase> {
  const url = await newEmptyDatabase(`zikui_${String(process.pid)}_${randomBytes(4).toString('hex')}`);
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
      await dropDatabase(url);
    },
  };
}
