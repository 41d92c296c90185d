import type { Tx } from '../database/database';
import { DISPUTE_BLOCKS } from '../sending-hold/hold-on-transfer.sql';

/**
 * Looks whether a dispute holds transfers to store credit that are due, by the payments that back them, and writes down
 * what it finds: those wait as planned, the others are held no more. The row of a dispute that holds one stays locked
 * until COMMIT, so a verdict comes either before this look or wakes what it stopped. Returns the ids of those that wait.
 */
export async function holdDisputedCredits(tx: Tx, transferIds: readonly string[]): Promise<readonly string[]> {
  const looked = await tx.query<{ id: string; held: boolean }>(HOLD, [transferIds]);
  return looked.filter(({ held }) => held).map(({ id }) => id);
}

const HOLD = `
WITH disputed AS MATERIALIZED (
  SELECT v.transfer_id FROM reservation v JOIN payment p ON p.id = v.payment_id JOIN dispute d ON d.payment_id = p.id
  WHERE v.transfer_id = ANY ($1::uuid[]) AND v.released_at IS NULL AND ${DISPUTE_BLOCKS}
  FOR SHARE OF d
), look AS (
  SELECT due.id, due.id IN (SELECT transfer_id FROM disputed) AS held FROM unnest($1::uuid[]) AS due (id)
)
UPDATE transfer SET updated_at = now(), hold_reason = CASE WHEN look.held THEN 'dispute' END,
  held_at = CASE WHEN look.held THEN coalesce(transfer.held_at, now()) END
FROM look WHERE transfer.id = look.id AND (look.held OR transfer.hold_reason IS NOT NULL)
RETURNING transfer.id, look.held`;
