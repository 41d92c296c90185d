import type { Database } from '../database/database';
import { NEXT_TRY } from '../database/next-try';

export type DueMessage = Readonly<{
  messageId: string;
  merchantId: string;
  /** Nobody tries again. */ isLastTry: boolean;
}>;

/** Tried for about an hour, then given up: the customer's page shows what it would have said. */
const MOST_TRIES = 240;

/** Messages that no process sends, on their way. */
export class OwnMessageStore {
  constructor(private readonly database: Database) {}

  /** Takes up to `limit` that are due. Each is offered again, later each time, until it has an end. */
  async due(limit: number): Promise<readonly DueMessage[]> {
    return this.database.write('relay', (tx) => tx.query<DueMessage>(TAKE, [limit, MOST_TRIES]));
  }
}

const TAKE = `
UPDATE message SET tries = tries + 1, next_try_at = ${NEXT_TRY}
WHERE id IN (SELECT id FROM message WHERE status = 'queued' AND next_try_at <= now() ORDER BY next_try_at, id LIMIT $1 FOR UPDATE SKIP LOCKED)
RETURNING id AS "messageId", merchant_id AS "merchantId", tries >= $2 AS "isLastTry"`;
