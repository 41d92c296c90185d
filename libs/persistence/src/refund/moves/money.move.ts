import { countsAs, statusOfMoney, type MessageKind, type ReviewReason, type StatusOfMoney } from '@zikui/domain';
import type { Tx } from '../../database/database';
import type { LoadedRefund, RefundTransfer } from '../loaded-refund';
import { IGNORED, stays, step, SYSTEM, type Moved, type NewMessage } from '../step';
import { complete } from './complete';
import { moneyReturned } from './money-returned';

/** Writes the status that the transfers give; completes the refund when all of its money is there. */
export async function followMoney(tx: Tx, refund: LoadedRefund, exhausted: boolean): Promise<Moved> {
  return paymentStarted(refund) ? follow(tx, refund, exhausted) : IGNORED;
}

/** Money of a completed refund came back: it waits for a person again. Stays when another process has seen to it. */
export const followReversal = (tx: Tx, refund: LoadedRefund): Promise<Moved> => follow(tx, refund, false);

async function follow(tx: Tx, refund: LoadedRefund, exhausted: boolean): Promise<Moved> {
  const waitedOut = exhausted || refund.reviewReason === ('no_answer' satisfies ReviewReason);
  const { status, reviewReason } = moneyOf(refund, waitedOut);
  if (status === 'completed') {
    return refund.status === 'completed' ? stays(refund.transfers) : step(await complete(tx, refund));
  }
  const changed = status !== refund.status || reviewReason !== refund.reviewReason;
  const returned = await moneyReturned(tx, refund);
  const [first, ...more] = [
    ...(changed ? [{ kind: 'money_status', actor: SYSTEM, data: { status, reviewReason } } as const] : []),
    ...returned.notes,
  ];
  if (first === undefined) return stays(refund.transfers);
  return step({
    to: status,
    reviewReason,
    dueAt: null,
    openStep: null,
    notes: [first, ...more],
    messages: [...(status === 'awaiting_gateway' ? await onItsWay(tx, refund) : []), ...returned.messages],
    transfers: refund.transfers,
  });
}

/** Where the transfers put the refund. `waitedOut`: what has no answer yet will have none by waiting. */
export const moneyOf = ({ transfers, payout, shortAmount, surplus }: LoadedRefund, waitedOut: boolean): StatusOfMoney =>
  statusOfMoney(
    transfers.map((transfer) => ({
      ...transfer,
      status: countsAs(transfer.status, transfer.attempt?.status ?? null),
      reviewDue: reviewDue(transfer, waitedOut),
    })),
    payout - shortAmount,
    surplus,
  );

/** Also a refund that waits for a person is followed, once it was approved for paying: late news may still end it. */
const paymentStarted = ({ status, transfers, steps }: LoadedRefund): boolean =>
  ['processing', 'awaiting_gateway', 'in_doubt'].includes(status) ||
  isWithdrawn(status, steps) ||
  (status === 'needs_review' &&
    // A new way of the money that nobody approved is no way yet, whatever is told of the old one.
    steps.every((one) => one.status === 'approved') &&
    transfers.some(hasBegun));
/** What the approvers were asked about was given up, because the money had gone its first way after all. */
const isWithdrawn = (status: LoadedRefund['status'], steps: LoadedRefund['steps']): boolean =>
  status === 'awaiting_approval' && steps.every((one) => one.status !== 'open' && one.status !== 'waiting');
/** Only what was due to be paid is held. */
const hasBegun = ({ attempt, status, holdReason }: RefundTransfer): boolean =>
  attempt !== null || holdReason !== null || !['planned', 'released'].includes(status);

/** What a dispute blocks, what nobody answered, or what could not even be sent, stays with the person who looks at it, whatever becomes of other transfers. */
const reviewDue = ({ attempt, status, holdReason }: RefundTransfer, waitedOut: boolean): ReviewReason | null => {
  if (attempt?.overtaken) return 'paid_twice';
  if (holdReason === 'dispute') return 'dispute_open';
  return attempt?.wrongAmount || (waitedOut && ['planned', 'in_doubt', 'pending'].includes(status))
    ? 'no_answer'
    : null;
};

/** Told once, however often the gateway changes its mind. What waits for the merchant's money was not sent: it is delayed. */
async function onItsWay(tx: Tx, refund: LoadedRefund): Promise<readonly NewMessage[]> {
  type Row = Readonly<{ told: readonly MessageKind[]; waitsForFunds: boolean }>;
  const [row] = await tx.query<Row>(ON_ITS_WAY, [refund.id]);
  const kind: MessageKind = row?.waitsForFunds ? 'refund_delayed' : 'refund_sent';
  return row?.told.includes(kind) ? [] : [{ kind, status: 'queued' }];
}

const ON_ITS_WAY = `
SELECT coalesce((SELECT jsonb_agg(kind) FROM message WHERE refund_id = $1 AND kind IN ('refund_sent', 'refund_delayed')), '[]') AS told,
  EXISTS (SELECT FROM transfer WHERE refund_id = $1 AND status = 'pending' AND pending_reason = 'insufficient_funds') AS "waitsForFunds"`;
