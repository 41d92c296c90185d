import { feeTaxOf, postingsForApproved, type PayableParts } from '@zikui/domain';
import type { Tx } from '../../database/database';
import { postTransactions } from '../../ledger/post-transactions';
import { prepareAttempts, type ToSend } from '../../transfer/prepare-attempts';
import type { LoadedRefund, RefundTransfer } from '../loaded-refund';
import { SYSTEM, type Note, type Step } from '../step';
import type { LedBy, MoveSecrets } from './led-by';
import { moneyOf } from './money.move';
import { receivedButOvertaken } from './received-message';

/** The refund is approved for paying: what is owed is posted, and each transfer gets the attempt under which it will be sent. */
export async function startPayment(tx: Tx, secrets: MoveSecrets, refund: LoadedRefund, by: LedBy): Promise<Step> {
  await Promise.all([
    prepareAttempts(tx, secrets.gatewayKeySecret, refund, refund.transfers.flatMap(firstAttempt)),
    postTransactions(tx, refund, [
      { kind: 'approved', key: approvalKey(refund.id), postings: postingsForApproved(payableParts(refund)) },
    ]),
  ]);
  const { payout, currency, transfers } = refund;
  // After a change of destination other transfers may stand elsewhere already; at first all of them are planned.
  const { status, reviewReason } = moneyOf(refund, false);
  const note: Note = {
    kind: 'payment_started',
    actor: SYSTEM,
    data: { payout, currency, transfers: transfers.filter((one) => one.status !== 'released').length },
  };
  return {
    to: status,
    reviewReason,
    dueAt: null,
    openStep: null,
    notes: by.note ? [by.note, note] : [note],
    messages: [...receivedButOvertaken(refund), ...(by.message ? [by.message] : [])],
    transfers,
  };
}

/** One approval is posted once, also when the refund comes back to its money from a review. */
export const approvalKey = (refundId: string): string => `refund:${refundId}:approved:1`;

export function payableParts({ decided, lines, currency }: LoadedRefund): PayableParts {
  const { shipping, goodwill, fee } = decided.quote;
  return { currency, goods: [...lines, shipping], goodwill, fee, feeTax: feeTaxOf(fee, lines) };
}

const firstAttempt = ({ id, no, attempt, status, gateway, gatewayRef, amount }: RefundTransfer): ToSend[] =>
  gatewayRef === null || attempt !== null || status !== 'planned'
    ? []
    : [{ transferId: id, transferNo: no, attemptNo: 1, gateway, gatewayRef, amount }];
