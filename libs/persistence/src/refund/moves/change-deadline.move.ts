import type { Tx } from '../../database/database';
import type { LoadedRefund } from '../loaded-refund';
import { openStepOf } from '../process-view';
import type { ProjectMove } from '../refund-process.types';
import { refused, step, type Moved } from '../step';

export type DeadlineMove = Extract<ProjectMove, { kind: 'deadline' }>;

/** Moves the limit of what the refund waits for. The status stays. */
export async function changeDeadline(tx: Tx, refund: LoadedRefund, { actor, dueAtMs }: DeadlineMove): Promise<Moved> {
  if (refund.status !== 'awaiting_approval' && refund.status !== 'awaiting_return') return refused('invalid_state');
  if (dueAtMs <= Date.parse(refund.now)) return refused('invalid_request');
  const dueAt = new Date(dueAtMs).toISOString();
  if (refund.status === 'awaiting_return') {
    await tx.query(`UPDATE goods_return SET due_at = $2, updated_at = now() WHERE id = $1`, [refund.goods?.id, dueAt]);
  }
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
