import { addWorkingHours, type ApprovalStepPlan } from '@zikui/domain';
import type { Tx } from '../../../database/database';
import { newId } from '../../../database/new-id';
import { policyVersion } from '../../../policy/working-calendar';
import { loadRefund, type LoadedRefund } from '../../loaded-refund';
import type { Transition } from '../../refund-process.types';
import { openApprovalStep, type OpenedStep } from '../open-step';

export type AskedLadder = OpenedStep & Readonly<{ dueAt: string }>;

/** Asks the whole ladder anew, from its first step. Who approved before has to look again, for nothing of it counts any more. */
export async function askLadder(
  tx: Tx,
  refund: LoadedRefund,
  transition: Transition,
  steps: readonly ApprovalStepPlan[],
): Promise<AskedLadder> {
  const rows = steps.map(({ slots = [], needed = 1, ...one }) => ({ ...one, slots, needed, id: newId() }));
  await tx.query(NEXT_ROUND, [refund.id, refund.merchantId, JSON.stringify(rows)]);
  const asked = (await loadRefund(tx, transition)) ?? refund;
  const [first] = asked.steps;
  if (!first) throw new Error('a ladder that is asked again has steps');
  const opened = await openApprovalStep(tx, asked, first);
  const { calendar } = await policyVersion(tx, refund.policyVersionId);
  const hours = steps.reduce((sum, one) => sum + one.hours, 0);
  return { ...opened, dueAt: addWorkingHours(refund.now, hours, calendar) };
}

const NEXT_ROUND = `
WITH last AS (
  SELECT coalesce(max(round), 0) AS round FROM approval_step WHERE refund_id = $1
), ended AS (
  UPDATE approval_step SET status = 'superseded' FROM last
  WHERE refund_id = $1 AND approval_step.round = last.round AND status IN ('waiting', 'open', 'approved')
)
INSERT INTO approval_step (id, merchant_id, refund_id, round, no, role, slots, needed, hours, escalate_to, status)
SELECT step.id, $2, $1, last.round + 1, step.no, step.role, step.slots, step.needed, step.hours, step."then", 'waiting'
FROM last, jsonb_to_recordset($3::jsonb) AS step (id uuid, no integer, role text, slots jsonb, needed integer, hours integer, "then" text)`;
