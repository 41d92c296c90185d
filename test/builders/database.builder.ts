import { randomBytes } from 'node:crypto';
import { openDatabase, type Database } from '@zikui/persistence';
import { Client } from 'pg';
import { dropDatabase, newDatabase as newEmptyDatabase } from '../environment/test-database';

export type TestDatabase = Readonly<{
  url: string;
  database: Database;
  /** Every statement that `database` sent, in order. */ statements: string[];
  /** A further pool on the same database, as another process would have. */ another: (
    poolSize?: number,
  ) => Promise<Database>;
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
  const onStatement = (sql: string): void => void statements.push(sql);
  const database = await openDatabase({ url, poolSize: 20, applicationName: 'test', onStatement });
  const others: Database[] = [];
  const outside = new Client({ connectionString: url });
  await outside.connect();
  return {
    url,
    database,
    statements,
    another: async (poolSize = 20) => {
      const other = await openDatabase({ url, poolSize, applicationName: 'test-other' });
      others.push(other);
      return other;
    },
    query: async <Row extends object>(sql: string, params: readonly unknown[] = []) =>
      (await outside.query<Row>(sql, [...params])).rows,
    close: async () => {
      await Promise.all([database.close(), outside.end(), ...others.map((other) => other.close())]);
      await dropDatabase(url);
    },
  };
}
