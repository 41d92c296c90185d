import type { Tx } from '../database/database';

/**
 * What the approvers were asked about is not there any more: nobody is to decide what is open, and who was told of it is
 * told that. The refund is locked by the caller.
 */
export async function withdrawSteps(tx: Tx, refundId: string): Promise<void> {
  await tx.query(WITHDRAW, [refundId]);
}

const WITHDRAW = `
WITH asked AS (
  SELECT id, merchant_id FROM approval_step WHERE refund_id = $1 AND status = 'open'
), ended AS (
  UPDATE approval_step SET status = 'superseded' WHERE refund_id = $1 AND status IN ('waiting', 'open')
), told AS (
  SELECT DISTINCT asked.id AS step_id, asked.merchant_id, q.person FROM asked JOIN staff_message q ON q.step_id = asked.id AND q.status = 'sent'
)
INSERT INTO staff_message (id, merchant_id, refund_id, step_id, person, kind, status, next_try_at)
SELECT gen_random_uuid(), merchant_id, $1, step_id, person, 'approval_withdrawn', 'queued', now() FROM told
ON CONFLICT ON CONSTRAINT staff_message_step_id_person_kind_key DO NOTHING`;
