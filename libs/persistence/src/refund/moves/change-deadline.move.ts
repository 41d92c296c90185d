import { auditCommand } from '../../command/audit-command';
import type { Tx } from '../../database/database';
import type { LoadedRefund } from '../loaded-refund';
import { openStep, openStepOf } from '../process-view';
import type { ProjectMove } from '../refund-process.types';
import { refused, step, type Moved } from '../step';

export type DeadlineMove = Extract<ProjectMove, { kind: 'deadline' }>;

/** Moves the limit of what the refund waits for. The status stays. */
export async function changeDeadline(tx: Tx, refund: LoadedRefund, move: DeadlineMove): Promise<Moved> {
  const { actor, dueAtMs, step: no = null, command } = move;
  if (refund.status !== 'awaiting_approval' && refund.status !== 'awaiting_return') return refused('invalid_state');
  if (dueAtMs <= Date.parse(refund.now)) return refused('invalid_request');
  const dueAt = new Date(dueAtMs).toISOString();
  if (no !== null) return changeStep(tx, refund, { no, actor, command, dueAt });
  if (refund.status === 'awaiting_return') {
    await tx.query(`UPDATE goods_return SET due_at = $2, updated_at = now() WHERE id = $1`, [refund.goods?.id, dueAt]);
  }
  await writeDown(tx, refund, { no, actor, command, dueAt });
  return step({
    to: refund.status,
    reviewReason: null,
    dueAt,
    openStep: openStepOf(refund),
    notes: [{ kind: 'deadline_changed', actor, data: { dueAt } }],
    messages: [],
    transfers: refund.transfers,
  });
}

type Deadline<No> = Readonly<{ no: No; actor: string; command: string; dueAt: string }>;

/** Moves when the open step is offered to the role above it; what was escalated already stays so. Its reminder never comes later. */
async function changeStep(tx: Tx, refund: LoadedRefund, deadline: Deadline<number>): Promise<Moved> {
  const { no, actor, dueAt } = deadline;
  const open = refund.steps.find((one) => one.no === no && one.status === 'open');
  if (!open) return refused('step_not_open');
  if (open.escalatedAt !== null || open.escalateTo === null) return refused('invalid_state');
  const keepsReminder = open.remindAt !== null && Date.parse(open.remindAt) < Date.parse(dueAt);
  const remindAt = keepsReminder ? open.remindAt : null;
  await tx.query(`UPDATE approval_step SET due_at = $2, remind_at = $3 WHERE id = $1`, [open.id, dueAt, remindAt]);
  await writeDown(tx, refund, deadline);
  return step({
    to: refund.status,
    reviewReason: null,
    dueAt: refund.dueAt,
    openStep: openStep({ ...open, dueAt, remindAt }),
    notes: [{ kind: 'deadline_changed', actor, data: { dueAt, step: no } }],
    messages: [],
    transfers: refund.transfers,
  });
}

const writeDown = (tx: Tx, refund: LoadedRefund, deadline: Deadline<number | null>): Promise<void> =>
  auditCommand(tx, {
    ...{ merchantId: refund.merchantId, refundId: refund.id, command: deadline.command, actor: deadline.actor },
    ...{ action: 'deadline.changed', data: { dueAt: deadline.dueAt, step: deadline.no } },
  });
