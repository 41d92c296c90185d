import type { OpenDoor } from '../../test/builders/open-door.builder';

/**
 * Transactions that wrote since the database was made. PostgreSQL gives a number only to a transaction that writes, so the difference of two readings
 * on a quiet server is the count of commits that cost a flush. Reading it takes no number itself.
 */
export async function writeTransactions(database: OpenDoor): Promise<number> {
  const [row] = await database.read((tx) =>
    tx.query<{ next: string }>('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next'),
  );
  return Number(row?.next);
}
