import type { NewsEffect, NewsResult, TimelineKind } from '@zikui/domain';
import type { Note } from '../refund/step';
import type { LoadedTransfer } from './loaded-transfer';
import type { NewsDetails } from './news-details';

const KINDS: Readonly<Record<NewsEffect, readonly TimelineKind[]>> = {
  none: [],
  settle: ['transfer_settled'],
  pending: ['transfer_pending'],
  decline: ['transfer_declined'],
  reverse: ['transfer_reversed'],
  settle_and_reverse: ['transfer_settled', 'transfer_reversed'],
  doubt: ['transfer_unknown'],
  external_refund: [],
};

/** What the timeline says of news, and what people are warned of. `uncovered` is moved money that no payment holds. */
export function notesOfNews(
  transfer: LoadedTransfer,
  { effect, alert }: NewsResult,
  { actor, gatewayRefundId, pendingReason, reason, evidence }: NewsDetails,
  uncovered: number,
): readonly Note[] {
  const base = { transfer: transfer.no, amount: transfer.amount, currency: transfer.currency };
  const data = {
    ...base,
    gatewayRefundId,
    reason: pendingReason ?? reason,
    cause: alert ?? evidence?.['cause'] ?? reason,
  };
  const told = KINDS[effect].map((kind): Note => ({ kind, actor, data }));
  if (alert === null) return told;
  return [...told, { kind: 'money_alert', actor, data: { ...base, ...evidence, alert, gatewayRefundId, uncovered } }];
}
