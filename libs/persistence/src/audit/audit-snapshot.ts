import { Client } from 'pg';
import type { Reading } from './reading';
import { toRefundError } from '../database/database-failure';
import { AUDITOR } from '../database/row-scope';
import { ROW_TYPES } from '../database/row-types';

const MINUTE_MS = 60_000;

/** One moment of the whole database, as the role that reads every merchant's rows, which nothing that is written meanwhile can change, and in which nothing can be written. */
export type AuditSnapshot = Reading & Readonly<{ close: () => Promise<void> }>;

/** Opens it on a connection of its own. Throws `unavailable` when PostgreSQL can't be reached. Close it soon: while it is open, old versions of rows are kept. */
export async function openAuditSnapshot(url: string): Promise<AuditSnapshot> {
  const client = new Client({
    connectionString: url,
    application_name: 'zikui-audit',
    options: `-c role=${AUDITOR}`,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 5 * MINUTE_MS,
    types: ROW_TYPES,
  });
  // A connection that breaks between two statements is told by the next one.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  } catch (error) {
    throw toRefundError(error);
  }
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) => {
      try {
        return (await client.query(sql, [...params])).rows as Row[];
      } catch (error) {
        throw toRefundError(error);
      }
    },
    close: () => client.end(),
  };
}
