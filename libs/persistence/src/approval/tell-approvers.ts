import { reachOf, type StaffMessageKind } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { stepReach } from './step-reach';

/**
 * Queues a message to everybody who could decide the step now and can be reached; while it is handed to somebody, to him
 * alone. Once per step, person and kind, but for what may come again: a legal day that is nearer by now, and a step that is
 * handed on and back. Who wants a digest is told the next morning of the merchant.
 */
export async function tellApprovers(
  tx: Tx,
  refundId: string,
  step: Readonly<{ id: string; no: number }>,
  kind: StaffMessageKind,
): Promise<void> {
  const reach = await stepReach(tx, refundId, step.no);
  if (!reach) return;
  const persons = reachOf(reach.refund, reach.step, reach.house);
  if (persons.length === 0) return;
  await tx.query(QUEUE, [persons.map(() => newId()), persons, kind, step.id]);
}

const QUEUE = `
INSERT INTO staff_message (id, merchant_id, refund_id, step_id, person, kind, status, next_try_at)
SELECT told.id, s.merchant_id, s.refund_id, s.id, told.person, $3::text, 'queued',
  CASE WHEN a.digest THEN (date_trunc('day', now() AT TIME ZONE m.time_zone) + interval '1 day 8 hours') AT TIME ZONE m.time_zone ELSE now() END
FROM unnest($1::uuid[], $2::text[]) AS told (id, person)
JOIN approval_step s ON s.id = $4 AND (s.assigned_to IS NULL OR s.assigned_to = told.person OR $3::text = 'approval_escalated')
JOIN merchant m ON m.id = s.merchant_id
JOIN approver a ON a.merchant_id = s.merchant_id AND a.person = told.person AND a.email_hash IS NOT NULL
ON CONFLICT ON CONSTRAINT staff_message_step_id_person_kind_key DO UPDATE SET id = excluded.id, status = 'queued', tries = 0,
  next_try_at = excluded.next_try_at, created_at = now(), ended_at = NULL
WHERE staff_message.status <> 'queued' AND excluded.kind IN ('pay_by_near', 'approval_assigned')`;
