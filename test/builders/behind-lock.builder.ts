import { Client } from 'pg';
import type { TestDatabase } from './database.builder';
import { eventually } from './eventually';
import { insist } from './insist';

/** How often each race on the database runs. A race that was won once proves nothing. */
export const RACES = Number(process.env['RACES'] ?? 50);
/** How often each race of whole processes runs: they cost seconds. */
export const PROCESS_RACES = Number(process.env['PROCESS_RACES'] ?? 5);

const WAITING = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/**
 * Locks rows, lets all calls begin, waits until so many stand in front of the lock, and lets them go: nobody can have been
 * through before the others were there. Gives what each call gave.
 */
export async function behindLock<T>(
  { url, query }: TestDatabase,
  [lock, id]: readonly [sql: string, id: string],
  calls: readonly (() => Promise<T>)[],
  waiting = calls.length,
): Promise<T[]> {
  const holder = new Client({ connectionString: url });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(lock, [id]);
    const going = calls.map((call) => insist(call));
    for (const one of going) one.catch(() => undefined); // Told by whoever waits for all of them.
    await eventually(
      () => query<{ count: number }>(WAITING),
      ([row]) => (row?.count ?? 0) >= waiting,
    );
    await holder.query('COMMIT');
    return await Promise.all(going);
  } finally {
    await holder.end();
  }
}
