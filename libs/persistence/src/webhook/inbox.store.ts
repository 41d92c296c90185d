import type { Database } from '../database/database';
import { NEXT_TRY } from '../database/next-try';
import type { DueSignal, SignalToSend } from './inbox.types';

/** Which incoming events still have to wake a process. */
export class InboxStore {
  constructor(private readonly database: Database) {}

  /** The process was woken. */
  async signalled(inboxId: string): Promise<void> {
    await this.end(inboxId, 'signalled');
  }

  /** The process is over; the fact itself was applied when it came. */
  async late(inboxId: string): Promise<void> {
    await this.end(inboxId, 'late');
  }

  /** Takes up to `limit` signals that are due. Each is offered again later until it is `signalled` or `late`; two relays never get the same one at once. */
  async due(limit: number): Promise<DueSignal[]> {
    const rows = await this.database.write('relay', (tx) =>
      tx.query<{ id: string; signal: SignalToSend }>(DUE, [limit]),
    );
    return rows.map(({ id, signal }) => ({ inboxId: id, ...signal }));
  }

  /** The process could not be reached: the signal is due again in a moment. */
  async postpone(inboxId: string): Promise<void> {
    await this.database.write('relay', (tx) =>
      tx.query(
        `UPDATE inbox_event SET tries = tries + 1, next_try_at = ${NEXT_TRY} WHERE id = $1 AND state = 'to_signal'`,
        [inboxId],
      ),
    );
  }

  private async end(inboxId: string, state: 'signalled' | 'late'): Promise<void> {
    await this.database.write('relay', (tx) =>
      tx.query(`UPDATE inbox_event SET state = $2, next_try_at = NULL WHERE id = $1 AND state = 'to_signal'`, [
        inboxId,
        state,
      ]),
    );
  }
}

const DUE = `
UPDATE inbox_event SET tries = tries + 1, next_try_at = ${NEXT_TRY}
WHERE id IN (SELECT id FROM inbox_event WHERE next_try_at <= now() AND state = 'to_signal' ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED)
RETURNING id, signal`;
