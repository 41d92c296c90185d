import { REFUND_STATUSES, type MessageKind, type RefundStatus } from '@zikui/domain';
import type { MessageFacts } from './message-facts';

const PAID_OUT: readonly RefundStatus[] = ['processing', 'awaiting_gateway', 'in_doubt', 'needs_review', 'completed'];
const MONEY_ON_ITS_WAY: readonly RefundStatus[] = ['awaiting_gateway', 'in_doubt', 'needs_review'];

/** In which states of the refund a message still says what is true; in any other a newer one overtook it. */
const TRUE_WHILE: Readonly<Record<MessageKind, readonly RefundStatus[]>> = {
  refund_received: ['requested', 'awaiting_approval'],
  refund_approved: ['awaiting_return', ...PAID_OUT],
  refund_rejected: ['rejected'],
  refund_expired: ['expired'],
  // A refund that ends unpaid is told as one that was called off: nothing was paid, and nothing will be.
  refund_cancelled: ['cancelled', 'failed'],
  return_instructions: ['awaiting_return', ...PAID_OUT],
  goods_received: PAID_OUT,
  refund_sent: MONEY_ON_ITS_WAY,
  refund_completed: ['completed'],
  refund_delayed: ['processing', ...MONEY_ON_ITS_WAY],
  refund_returned: ['needs_review', 'awaiting_approval'],
  credit_issued: ['completed'],
  // Once it is decided nobody has to answer any more.
  question_asked: ['awaiting_approval'],
  link_asked: REFUND_STATUSES,
};

/** Whether a newer state made the message untrue. */
export function isOvertaken({ kind, refundStatus, goods, transfers }: MessageFacts): boolean {
  if (!TRUE_WHILE[kind].includes(refundStatus)) return true;
  // Goods that are on their way, or will not come any more, need no instructions.
  if (kind === 'return_instructions') return goods?.status !== 'expected';
  if (kind === 'refund_sent') return !transfers.some(({ status }) => status === 'pending' || status === 'settled');
  return false;
}
