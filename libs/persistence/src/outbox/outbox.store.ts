import type { Database } from '../database/database';
import { NEXT_TRY } from '../database/next-try';
import type { StartRefund } from './start-refund';

/** Starts that nobody has answered yet. The row goes away in the transaction that opens the refund, nowhere else. */
export class OutboxStore {
  constructor(private readonly database: Database) {}

  /** Takes up to `limit` due starts, oldest first. Each is offered again later unless its refund was opened, so a relay that dies loses nothing; two relays never get the same one at once. */
  async due(limit: number): Promise<StartRefund[]> {
    const rows = await this.database.write('relay', (tx) => tx.query<{ start: StartRefund }>(DUE, [limit]));
    return rows.map((row) => row.start);
  }

  /** The start was answered: the next offer waits longer, in case the process is lost before it opens the refund. */
  async started(refundId: string): Promise<void> {
    await this.database.write('relay', (tx) =>
      tx.query(`UPDATE outbox SET next_try_at = now() + interval '1 minute' WHERE refund_id = $1`, [refundId]),
    );
  }
}

// Taking and postponing are one statement: a second relay skips the locked rows and later sees them as not due.
const DUE = `
UPDATE outbox SET tries = tries + 1, next_try_at = ${NEXT_TRY}
WHERE refund_id IN (SELECT refund_id FROM outbox WHERE next_try_at <= now() ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED)
RETURNING start`;
