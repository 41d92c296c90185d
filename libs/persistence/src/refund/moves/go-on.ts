import type { Tx } from '../../database/database';
import { approvalDueAt, earliest, goodsDueAt, reviewAt } from '../deadlines';
import type { LoadedRefund, LoadedReturn, LoadedStep } from '../loaded-refund';
import { SYSTEM, type Note, type Step } from '../step';
import type { LedBy, MoveSecrets } from './led-by';
import { openApprovalStep } from './open-step';
import { receivedButOvertaken } from './received-message';
import { startPayment } from './start-payment';

/** Leads a refund to the next thing it waits for: the next approval, the goods, or its money. */
export async function goOn(tx: Tx, secrets: MoveSecrets, refund: LoadedRefund, by: LedBy): Promise<Step> {
  const next = refund.steps.find(({ status }) => status === 'waiting');
  if (next) return awaitApproval(tx, refund, next, by);
  const { goods } = refund;
  if (goods && awaitsGoods(refund, goods)) return awaitGoods(tx, refund, goods, by);
  return startPayment(tx, secrets, refund, by);
}

async function awaitApproval(tx: Tx, refund: LoadedRefund, next: LoadedStep, by: LedBy): Promise<Step> {
  const { openStep, notes } = await openApprovalStep(tx, refund, next);
  const isFirst = refund.status === 'requested';
  return {
    to: 'awaiting_approval',
    reviewReason: null,
    // A further step does not make the limit longer; one that a person moved stays moved.
    dueAt: isFirst ? approvalDueAt(refund) : refund.dueAt,
    openStep,
    notes: by.note ? [by.note, ...notes] : notes,
    messages: isFirst ? [{ kind: 'refund_received', status: 'queued' }] : [],
    transfers: refund.transfers,
  };
}

const awaitsGoods = ({ status }: LoadedRefund, goods: LoadedReturn): boolean =>
  goods.mode === 'required' && goods.status === 'expected' && status !== 'awaiting_return';

async function awaitGoods(tx: Tx, refund: LoadedRefund, goods: LoadedReturn, by: LedBy): Promise<Step> {
  const dueAt = goodsDueAt(refund);
  await tx.query(`UPDATE goods_return SET due_at = $2, updated_at = now() WHERE id = $1`, [goods.id, dueAt]);
  const note: Note = { kind: 'goods_awaited', actor: SYSTEM, data: { dueAt } };
  return {
    to: 'awaiting_return',
    reviewReason: null,
    dueAt: earliest(dueAt, reviewAt(refund)),
    openStep: null,
    notes: by.note ? [by.note, note] : [note],
    messages: [
      ...receivedButOvertaken(refund),
      ...(by.message ? [by.message] : []),
      // With a label the instructions are queued when it exists; before they would be of no use.
      ...(goods.label ? [] : [{ kind: 'return_instructions', status: 'queued' } as const]),
    ],
    transfers: refund.transfers,
  };
}
