import { dueOfStep } from '@zikui/domain';
import { tellApprovers } from '../../approval/tell-approvers';
import type { Tx } from '../../database/database';
import type { LoadedRefund, LoadedStep } from '../loaded-refund';
import { openStep } from '../process-view';
import type { ProjectMove } from '../refund-process.types';
import { IGNORED, stays, step, SYSTEM, type Moved, type Note } from '../step';
import { escalate, escalateIfNobody } from './escalate-step';

export type StepDueMove = Extract<ProjectMove, { kind: 'step_due' }>;

/** Nobody decided the open step by its reminder or its escalation. The refund waits on: silence approves nothing. */
export async function stepDue(tx: Tx, refund: LoadedRefund, { step: no, atMs }: StepDueMove): Promise<Moved> {
  const open = refund.steps.find((one) => one.no === no && one.status === 'open');
  if (refund.status !== 'awaiting_approval' || !open) return IGNORED;
  // The process says what it waited for: its clock and the database's may differ by a moment.
  const due = dueOfStep(open, new Date(Math.max(atMs, Date.parse(refund.now))).toISOString());
  if (due === null) return stays(refund.transfers);
  const told = due === 'escalate' ? await escalated(tx, refund, open) : await reminded(tx, refund, open);
  const [first, ...more] = told.notes;
  if (first === undefined) return stays(refund.transfers);
  return step({
    to: refund.status,
    reviewReason: null,
    dueAt: refund.dueAt,
    openStep: openStep(told.step),
    notes: [first, ...more],
    messages: [],
    transfers: refund.transfers,
  });
}

type Told = Readonly<{ step: LoadedStep; notes: readonly Note[] }>;

async function escalated(tx: Tx, refund: LoadedRefund, open: LoadedStep): Promise<Told> {
  const offered = await escalate(tx, refund.id, open, 'silence');
  const stuck = await escalateIfNobody(tx, refund.id, offered.step);
  return { step: stuck.step, notes: [...offered.notes, ...stuck.notes] };
}

async function reminded(tx: Tx, refund: LoadedRefund, open: LoadedStep): Promise<Told> {
  await tx.query(`UPDATE approval_step SET reminded_at = now() WHERE id = $1`, [open.id]);
  await tellApprovers(tx, refund.id, open, 'approval_reminder');
  const note: Note = { kind: 'approval_reminded', actor: SYSTEM, data: { step: open.no, role: open.role } };
  // Who could decide when it opened may be away by now.
  const offered = await escalateIfNobody(tx, refund.id, { ...open, remindAt: null });
  return { step: offered.step, notes: [note, ...offered.notes] };
}
