import type { TransferAnswer } from '@zikui/domain';
import type { LoadedAttempt, LoadedTransfer } from './loaded-transfer';
import { comparable } from './transfer-state';
import type { GatewayAnswer } from './transfer.types';
import type { NewsDetails } from './news-details';

/** A gateway's answer as the event table takes it. */
export const answerOf = (transfer: LoadedTransfer, { no }: LoadedAttempt, answer: GatewayAnswer): TransferAnswer => ({
  attemptNo: no,
  status: answer.kind,
  amount: 'amount' in answer ? comparable(transfer, answer.amount) : null,
});

/** What is stored of an answer beside the statuses it leads to. */
export function detailsOf(transfer: LoadedTransfer, answer: GatewayAnswer): NewsDetails {
  const actor = `gateway:${transfer.gateway}`;
  const none = { actor, gatewayRefundId: null, pendingReason: null, reason: null, evidence: null };
  switch (answer.kind) {
    case 'settled':
      return {
        ...none,
        gatewayRefundId: answer.gatewayRefundId,
        moved: { gatewayRefundId: answer.gatewayRefundId, ...answer.amount, at: null },
        evidence: wrongAmount(transfer, answer.amount),
      };
    case 'pending':
      return {
        ...none,
        gatewayRefundId: answer.gatewayRefundId,
        pendingReason: answer.reason,
        evidence: wrongAmount(transfer, answer.amount),
      };
    case 'declined':
      return { ...none, gatewayRefundId: answer.gatewayRefundId, reason: answer.reason };
    case 'unknown':
      return { ...none, actor: 'system', evidence: answer.evidence };
  }
}

/** Kept with the attempt, so that the refund waits for a person until somebody looked at it. */
export const wrongAmount = (
  transfer: LoadedTransfer,
  told: Readonly<{ amount: number; currency: string }>,
): NewsDetails['evidence'] =>
  comparable(transfer, told) === transfer.amount
    ? null
    : { alert: 'wrong_amount', toldAmount: told.amount, toldCurrency: told.currency };
