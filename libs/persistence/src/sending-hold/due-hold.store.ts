import type { Database, Tx } from '../database/database';
import { endHold } from './end-hold';
import { wakeTransfers } from './wake-held';

export type DueHold = Readonly<{ id: string; merchantId: string; reason: 'breaker' | 'gateway_paused' }>;

/** How long one transfer may take to try whether its gateway works again; then another one tries. */
const PROBE_MS = 60_000;

/** Holds that end by time: somebody has to notice. */
export class DueHoldStore {
  constructor(private readonly database: Database) {}

  /** Up to `limit` holds whose time has come. Writes nothing: looking is cheap while there are none. */
  async due(limit: number): Promise<readonly DueHold[]> {
    return this.database.read('relay', (tx) => tx.query<DueHold>(DUE, [limit]));
  }

  /** A breaker's time is over: what waits is woken. A gateway has rested: the oldest of what waits tries it, and nothing else yet. Safe to repeat. */
  async pass({ id, merchantId, reason }: DueHold): Promise<void> {
    await this.database.write({ merchantId }, async (tx) => {
      // Locked against a transfer that is just being held, which would else be overlooked.
      const [due] = await tx.query(LOCK, [id]);
      if (!due) return;
      const probed = reason === 'gateway_paused' && (await probe(tx, id));
      if (!probed) await endHold(tx, id, 'system');
    });
  }
}

/** False when nothing waits: then there is nothing to protect the gateway from. */
async function probe(tx: Tx, holdId: string): Promise<boolean> {
  const [oldest] = await tx.query<{ transferId: string }>(PROBE, [holdId, PROBE_MS]);
  if (oldest) await wakeTransfers(tx, [oldest.transferId]);
  return oldest !== undefined;
}

const IS_DUE = `ended_at IS NULL AND until <= now()`;
// Holds of the house end by no time.
const DUE = `
SELECT id, merchant_id AS "merchantId", reason FROM sending_hold WHERE ${IS_DUE} AND merchant_id IS NOT NULL ORDER BY until LIMIT $1`;
const LOCK = `SELECT id FROM sending_hold WHERE id = $1 AND ${IS_DUE} FOR UPDATE`;

const PROBE = `
UPDATE sending_hold SET probe_transfer_id = oldest.id, until = now() + $2 * interval '1 millisecond'
FROM (
  SELECT t.id FROM sending_hold h JOIN transfer t ON t.merchant_id = h.merchant_id AND t.gateway = h.gateway AND t.hold_reason = h.reason
  WHERE h.id = $1 ORDER BY t.held_at LIMIT 1
) oldest
WHERE sending_hold.id = $1 RETURNING oldest.id AS "transferId"`;
