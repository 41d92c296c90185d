import { timesOfStep } from '@zikui/domain';
import { tellApprovers } from '../../approval/tell-approvers';
import type { Tx } from '../../database/database';
import { workingCalendar } from '../../policy/working-calendar';
import type { LoadedRefund, LoadedStep } from '../loaded-refund';
import { openStep } from '../process-view';
import type { OpenStep } from '../refund-process.types';
import { SYSTEM, type Note } from '../step';
import { escalateIfNobody } from './escalate-step';

export type OpenedStep = Readonly<{ openStep: OpenStep; notes: readonly [Note, ...Note[]] }>;

/**
 * Opens a step that was waiting. Its hours count as the calendar of the refund's own policy version does. One that nobody
 * of those it asks for may decide is offered to the higher role at once.
 */
export async function openApprovalStep(tx: Tx, refund: LoadedRefund, step: LoadedStep): Promise<OpenedStep> {
  const calendar = await workingCalendar(tx, refund.policyVersionId);
  const { dueAt, remindAt } = timesOfStep(refund.now, step.hours, calendar);
  await tx.query(
    `UPDATE approval_step SET status = 'open', opened_at = now(), due_at = $2, remind_at = $3 WHERE id = $1 AND status = 'waiting'`,
    [step.id, dueAt, remindAt],
  );
  const opened = await escalateIfNobody(tx, refund.id, { ...step, dueAt, remindAt });
  // Who was offered it at once is told so already.
  if (opened.step.escalatedAt === null) await tellApprovers(tx, refund.id, step, 'approval_open');
  const data = { step: step.no, role: step.role, dueAt };
  return {
    openStep: openStep(opened.step),
    notes: [{ kind: 'approval_requested', actor: SYSTEM, data }, ...opened.notes],
  };
}

/** Ends what is left of the ladder once nobody is to decide any more. */
export async function closeApprovalSteps(tx: Tx, refundId: string, open: 'expired' | 'superseded'): Promise<void> {
  await tx.query(
    `UPDATE approval_step SET status = CASE status WHEN 'open' THEN $2::text ELSE 'superseded' END
     WHERE refund_id = $1 AND status IN ('waiting', 'open')`,
    [refundId, open],
  );
}
