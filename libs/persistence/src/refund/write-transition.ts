import { canMove, RefundError, timelineDepth } from '@zikui/domain';
import { failpoint } from '@zikui/failpoint';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { STATUS_CHANGED, type StatusEventBody } from '../webhook/status-event';
import type { LoadedRefund } from './loaded-refund';
import type { QueuedMessage, Transition } from './refund-process.types';
import type { Step } from './step';

/**
 * Writes what every transition writes, in one statement: status, timeline, the event for the merchant's backend, messages
 * to the customer; the first transition also takes the refund out of the outbox. Throws `invalid_state` for a move that
 * the status table does not know. Commits, and returns the messages that are to be sent.
 */
export async function writeTransition(
  tx: Tx,
  refund: LoadedRefund,
  at: Transition,
  step: Step,
): Promise<QueuedMessage[]> {
  const changed = step.to !== refund.status;
  if (changed && !canMove(refund.status, step.to)) {
    throw new RefundError('invalid_state', { status: refund.status, to: step.to });
  }
  const messages = step.messages.map((message) => ({ id: newId(), ...message }));
  const body: StatusEventBody = { from: refund.status, to: step.to };
  await failpoint('project.before_commit');
  await tx.last(WRITE, [
    refund.id,
    refund.merchantId,
    at.version,
    at.runId,
    at.seq,
    step.to,
    step.reviewReason,
    step.dueAt,
    changed ? refund.status : null,
    JSON.stringify(step.notes.map((note, no) => ({ ...note, no, depth: timelineDepth(note.kind) }))),
    JSON.stringify(body),
    JSON.stringify(messages),
    STATUS_CHANGED,
  ]);
  return messages.filter(({ status }) => status === 'queued').map(({ id, kind }) => ({ id, kind }));
}

// The legal clock is judged where the money is back, or comes back after its date: then nobody has to look at it any more.
// The row was locked and its version compared before: only a defect makes it fail. `sequence` counts the status changes of the refund; it also tells messages of one kind apart.
const WRITE = `
WITH moved AS (
  UPDATE refund SET status = $6::text, review_reason = $7, due_at = $8, version = $3::bigint, run_id = $4::text, seq = $5::integer, updated_at = now(),
    completed_at = CASE WHEN $6::text = 'completed' THEN now() ELSE completed_at END,
    pay_missed = pay_missed OR (clock_at IS NOT NULL AND status <> 'completed' AND $6::text = 'completed' AND pay_ends_at <= now()),
    clock_at = CASE WHEN (status = 'completed') <> ($6::text = 'completed') AND pay_ends_at <= now() THEN NULL ELSE clock_at END
  WHERE id = $1 AND version < $3::bigint RETURNING id
), next AS (
  SELECT coalesce(max(sequence), 0) + 1 AS sequence FROM outgoing_event WHERE refund_id = $1
), noted AS (
  INSERT INTO refund_event (merchant_id, refund_id, run_id, seq, kind, depth, from_status, to_status, actor, data)
  SELECT $2, moved.id, CASE WHEN note.no = 0 THEN $4::text END, CASE WHEN note.no = 0 THEN $5::integer END, note.kind, note.depth,
    CASE WHEN note.no = 0 THEN $9::text END, CASE WHEN note.no = 0 AND $9::text IS NOT NULL THEN $6::text END, note.actor, note.data
  FROM moved, jsonb_to_recordset($10::jsonb) AS note (no integer, kind text, depth text, actor text, data jsonb) ORDER BY note.no
  ON CONFLICT (refund_id, run_id, seq) DO NOTHING
), told AS (
  INSERT INTO outgoing_event (merchant_id, refund_id, sequence, type, body)
  SELECT $2, moved.id, next.sequence, $13::text, $11::jsonb FROM moved, next WHERE $9::text IS NOT NULL
), queued AS (
  INSERT INTO message (id, merchant_id, refund_id, kind, no, status)
  SELECT message.id, $2, moved.id, message.kind, next.sequence, message.status
  FROM moved, next, jsonb_to_recordset($12::jsonb) AS message (id uuid, kind text, status text)
), opened AS (
  DELETE FROM outbox WHERE refund_id = $1
)
SELECT insist(count(*) = 1, 'moved_by_another') FROM moved`;
