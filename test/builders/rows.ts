import type { TestDatabase } from './database';

/** What stands in the database, read outside of any transaction. */
export const rowsOf = <Row>(
  { database }: Pick<TestDatabase, 'database'>,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Row[]> => database.read((tx) => tx.query<Row>(sql, params));
