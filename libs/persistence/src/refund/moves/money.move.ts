import { countsAs, statusOfMoney, type ReviewReason, type StatusOfMoney } from '@zikui/domain';
import type { Tx } from '../../database/database';
import type { LoadedRefund, RefundTransfer } from '../loaded-refund';
import { IGNORED, stays, step, SYSTEM, type Moved, type NewMessage } from '../step';
import { complete } from './complete';

/** Writes the status that the transfers give; completes the refund when all of its money is there. */
export async function followMoney(tx: Tx, refund: LoadedRefund, exhausted: boolean): Promise<Moved> {
  if (!paymentStarted(refund)) return IGNORED;
  const waitedOut = exhausted || refund.reviewReason === ('no_answer' satisfies ReviewReason);
  const { status, reviewReason } = moneyOf(refund, waitedOut);
  if (status === 'completed') return step(await complete(tx, refund));
  if (status === refund.status && reviewReason === refund.reviewReason) return stays(refund.transfers);
  return step({
    to: status,
    reviewReason,
    dueAt: null,
    openStep: null,
    notes: [{ kind: 'money_status', actor: SYSTEM, data: { status, reviewReason } }],
    messages: status === 'awaiting_gateway' ? await refundSent(tx, refund) : [],
    transfers: refund.transfers,
  });
}

/** Where the transfers put the refund. `waitedOut`: what has no answer yet will have none by waiting. */
export const moneyOf = ({ transfers, payout, shortAmount }: LoadedRefund, waitedOut: boolean): StatusOfMoney =>
  statusOfMoney(
    transfers.map((transfer) => ({
      ...transfer,
      status: countsAs(transfer.status, transfer.attempt?.status ?? null),
      reviewDue: reviewDue(transfer, waitedOut),
    })),
    payout - shortAmount,
  );

/** Also a refund that waits for a person is followed, once it was approved for paying: late news may still end it. */
const paymentStarted = ({ status, transfers, steps }: LoadedRefund): boolean =>
  ['processing', 'awaiting_gateway', 'in_doubt'].includes(status) ||
  (status === 'needs_review' &&
    // A new way of the money that nobody approved is no way yet, whatever is told of the old one.
    steps.every((one) => one.status === 'approved') &&
    transfers.some(hasBegun));
const hasBegun = ({ attempt, status }: RefundTransfer): boolean =>
  attempt !== null || !['planned', 'released'].includes(status);

/** What a dispute blocks, what nobody answered, or what could not even be sent, stays with the person who looks at it, whatever becomes of other transfers. */
const reviewDue = ({ attempt, status, holdReason }: RefundTransfer, waitedOut: boolean): ReviewReason | null => {
  if (attempt?.overtaken) return 'paid_twice';
  if (holdReason === 'dispute') return 'dispute_open';
  return attempt?.wrongAmount || (waitedOut && ['planned', 'in_doubt', 'pending'].includes(status))
    ? 'no_answer'
    : null;
};

/** Told once, however often the gateway changes its mind. */
async function refundSent(tx: Tx, refund: LoadedRefund): Promise<readonly NewMessage[]> {
  const [told] = await tx.query(`SELECT id FROM message WHERE refund_id = $1 AND kind = 'refund_sent'`, [refund.id]);
  return told ? [] : [{ kind: 'refund_sent', status: 'queued' }];
}
