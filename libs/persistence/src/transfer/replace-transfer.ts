import type { NewDestination } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { releaseHold } from './hold';

/** A payment that stands behind a transfer, and what of it could be held once the transfer holds nothing. */
export type BackingPart = Readonly<{ paymentId: string; amount: number; free: number }>;

/** What a transfer holds, or held last, in the order of the payments' ids. The payments are locked by the caller. */
export const backingOf = (tx: Tx, transferId: string): Promise<readonly BackingPart[]> =>
  tx.query<BackingPart>(BACKING, [transferId]);

/**
 * Gives a transfer up that moved nothing, and plans another one in its place, which holds the same payments; one whose
 * money came back stays as it is. Rows and payments are locked by the caller, who saw that there is enough. Returns the
 * number of the new transfer.
 */
export async function replaceTransfer(
  tx: Tx,
  { id, status }: Readonly<{ id: string; status: string }>,
  { to, payeeId }: Readonly<{ to: NewDestination; payeeId: string | null }>,
): Promise<number> {
  const backing = await backingOf(tx, id);
  if (status !== 'reversed') {
    await tx.query(GIVE_UP, [id]);
    await releaseHold(tx, id);
  }
  const parts = backing.map(({ paymentId, amount }) => ({ id: newId(), paymentId, amount }));
  const [made] = await tx.query<{ no: number; parts: number }>(PLAN, [id, newId(), to, JSON.stringify(parts), payeeId]);
  if (made?.parts !== parts.length) throw new Error('the payments of a replaced transfer had enough just now');
  return made.no;
}

const BACKING = `
WITH held AS (
  SELECT v.payment_id, v.amount, v.released_at FROM reservation v WHERE v.transfer_id = $1
    AND v.released_at IS NOT DISTINCT FROM (
      SELECT CASE WHEN bool_or(released_at IS NULL) THEN NULL ELSE max(released_at) END FROM reservation WHERE transfer_id = $1)
), backing AS (
  -- A movement that came late may have found less than it took; what it is owed is its own amount.
  SELECT payment_id, amount FROM transfer WHERE id = $1 AND payment_id IS NOT NULL
  UNION ALL SELECT held.payment_id, held.amount FROM held JOIN transfer t ON t.id = $1 AND t.payment_id IS NULL
)
SELECT p.id AS "paymentId", b.amount, p.captured - p.disputed - p.held
  + coalesce((SELECT sum(held.amount) FROM held WHERE held.payment_id = p.id AND held.released_at IS NULL), 0)::bigint AS free
FROM backing b JOIN payment p ON p.id = b.payment_id ORDER BY p.id`;

/** Gives up a transfer that moved nothing; its attempt can then never be sent. */
export const GIVE_UP = `
WITH released AS (
  UPDATE transfer SET status = 'released', hold_reason = NULL, updated_at = now() WHERE id = $1 AND status IN ('planned', 'declined') RETURNING id
)
UPDATE attempt SET status = 'not_sent' FROM released WHERE attempt.transfer_id = released.id AND attempt.status = 'prepared'`;

const PLAN = `
WITH made AS (
  INSERT INTO transfer (id, merchant_id, refund_id, no, instead_of_id, replaces_id, destination, gateway, payee_id, currency, amount, status)
  SELECT $2, merchant_id, refund_id, (SELECT max(no) + 1 FROM transfer n WHERE n.refund_id = old.refund_id),
    old.id, CASE old.status WHEN 'reversed' THEN old.id ELSE old.replaces_id END, $3::text, $3::text, $5::uuid, currency, amount, 'planned'
  FROM transfer old WHERE old.id = $1 RETURNING id, no, merchant_id
), part AS (
  SELECT * FROM jsonb_to_recordset($4::jsonb) AS row (id uuid, "paymentId" uuid, amount bigint)
), held AS (
  UPDATE payment SET held = held + part.amount FROM part
  WHERE payment.id = part."paymentId" AND held + part.amount <= captured - disputed RETURNING part.id
), taken AS (
  INSERT INTO reservation (id, merchant_id, transfer_id, payment_id, amount)
  SELECT part.id, made.merchant_id, made.id, part."paymentId", part.amount FROM made, part JOIN held ON held.id = part.id RETURNING id
)
SELECT made.no, (SELECT count(*) FROM taken)::int AS parts FROM made`;
