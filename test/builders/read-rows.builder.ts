import type { TestDatabase } from './database.builder';

/** What stands in the database, with column types as the product reads them: amounts are numbers, times RFC 3339. */
export const readRows = <Row>(
  { database }: TestDatabase,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Row[]> => database.read((tx) => tx.query<Row>(sql, params));

/** The statements that were sent since they were read last. */
export const sentStatements = ({ statements }: TestDatabase): readonly string[] => statements.splice(0);
/** Those that are none of the transaction's own. */
export const workOf = (statements: readonly string[]): readonly string[] =>
  statements.filter((sql) => !['START TRANSACTION', 'COMMIT'].includes(sql));
export const commitsOf = (statements: readonly string[]): number => statements.filter((sql) => sql === 'COMMIT').length;
