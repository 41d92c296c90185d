import { goodsDueAt } from '../../deadlines';
import { step, SYSTEM, type Moved } from '../../step';
import { askLadder } from './ask-ladder';
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

/** Nobody decided in time: the whole ladder is asked anew. */
export async function askApproval({ tx, refund, note, transition }: Resolution): Promise<Moved> {
  const steps = refund.steps.map(({ no, role, slots, needed, hours, escalateTo }) => ({
    ...{ no, role, slots, needed, hours },
    then: escalateTo,
  }));
  const asked = await askLadder(tx, refund, transition, steps);
  return step({
    to: 'awaiting_approval',
    reviewReason: null,
    dueAt: asked.dueAt,
    openStep: asked.openStep,
    notes: [note, ...asked.notes],
    messages: [],
    transfers: refund.transfers,
  });
}
