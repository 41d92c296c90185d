import { addWorkingHours } from '@zikui/domain';
import { newId } from '../../../database/new-id';
import { workingCalendar } from '../../../policy/working-calendar';
import { goodsDueAt } from '../../deadlines';
import { loadRefund, type LoadedRefund } from '../../loaded-refund';
import { step, SYSTEM, type Moved } from '../../step';
import { openApprovalStep } from '../open-step';
import type { Resolution } from './resolution';

/** The goods did not come in time and are awaited anew, as many days as the policy gave at first. */
export async function awaitGoods({ tx, refund, note }: Resolution): Promise<Moved> {
  const dueAt = goodsDueAt(refund);
  await tx.query(`UPDATE goods_return SET due_at = $2, updated_at = now() WHERE id = $1`, [refund.goods?.id, dueAt]);
  return step({
    to: 'awaiting_return',
    reviewReason: null,
    dueAt,
    openStep: null,
    notes: [note, { kind: 'goods_awaited', actor: SYSTEM, data: { dueAt } }],
    messages: [],
    transfers: refund.transfers,
  });
}

/** Nobody decided in time: the whole ladder is asked anew. Who approved before has to look again, for nothing of it counts any more. */
export async function askApproval(resolution: Resolution): Promise<Moved> {
  const { tx, refund, note, transition } = resolution;
  const ids = refund.steps.map(newId);
  await tx.query(NEXT_ROUND, [refund.id, ids]);
  const asked: LoadedRefund = (await loadRefund(tx, transition)) ?? refund;
  const [first] = asked.steps;
  if (!first) throw new Error('a ladder that is asked again has steps');
  const opened = await openApprovalStep(tx, asked, first);
  const calendar = await workingCalendar(tx, refund.policyVersionId);
  const hours = asked.steps.reduce((sum, one) => sum + one.hours, 0);
  return step({
    to: 'awaiting_approval',
    reviewReason: null,
    dueAt: addWorkingHours(refund.now, hours, calendar),
    openStep: opened.openStep,
    notes: [note, opened.note],
    messages: [],
    transfers: refund.transfers,
  });
}

const NEXT_ROUND = `
WITH last AS (
  SELECT * FROM approval_step WHERE refund_id = $1 AND round = (SELECT max(round) FROM approval_step WHERE refund_id = $1)
), ended AS (
  UPDATE approval_step SET status = 'superseded' FROM last WHERE approval_step.id = last.id AND last.status IN ('waiting', 'open', 'approved')
), numbered AS (
  SELECT last.*, row_number() OVER (ORDER BY no) AS position FROM last
)
INSERT INTO approval_step (id, merchant_id, refund_id, round, no, role, hours, escalate_to, status)
SELECT ($2::uuid[])[position], merchant_id, refund_id, round + 1, no, role, hours, escalate_to, 'waiting' FROM numbered`;
