import { randomUUID } from 'node:crypto';
import type { Change, Dialect, Refusal, ToldEvent } from '../gateway/dialect';
import type { DisputeRow } from '../gateway/dispute-book';
import type { Payment, RefundRow, RefundState } from '../gateway/payment-book';
import { jsonReply, type Reply } from '../reply';

const STATUS: Readonly<Record<RefundState, 'pending' | 'settled' | 'declined'>> = {
  pending: 'pending',
  requires_action: 'pending',
  succeeded: 'settled',
  failed: 'declined',
  canceled: 'declined',
};

/** A refund as every call and notification of the contract shows it. */
export const genericView = (refund: RefundRow) => ({
  id: refund.id,
  reference: refund.metadata['reference'] ?? null,
  payment: refund.payment,
  amount: refund.amount,
  currency: refund.currency.toUpperCase(),
  status: STATUS[refund.status],
  pendingReason: refund.status === 'requires_action' ? 'customer_action' : refund.pendingReason,
  reason: refund.failureReason,
});

/** The same in the list of what moved: with the moment, and without what only the caller of that refund asks. */
export const genericMovement = (refund: RefundRow) => {
  const { id, reference, payment, amount, currency, status } = genericView(refund);
  const createdAt = new Date(refund.created * 1000).toISOString();
  return { id, reference, payment, amount, currency, status, createdAt };
};

export const genericError = (status: number, error: string, headers: Readonly<Record<string, string>> = {}): Reply =>
  jsonReply(status, { error }, headers);

const reasonOf = (refusal: Refusal): string => {
  if (refusal.why === 'exhausted') return 'already_refunded';
  return refusal.why === 'exceeds' ? 'amount_exceeds_payment' : (refusal.code ?? 'card_declined');
};

function eventsOf(refund: RefundRow, _change: Change): readonly ToldEvent[] {
  const kind = `refund.${STATUS[refund.status]}`;
  const event = { id: randomUUID(), type: kind, occurredAt: new Date().toISOString(), refund: genericView(refund) };
  return [{ kind, body: JSON.stringify(event) }];
}

function disputeEventsOf(dispute: DisputeRow): readonly ToldEvent[] {
  const { id, payment, amount, currency, status, reason } = dispute;
  const kind = `dispute.${status}`;
  const funds = status === 'won' ? 'returned' : 'withdrawn';
  const about = { id, payment, amount, currency: currency.toUpperCase(), status, funds, reason };
  return [
    {
      kind,
      body: JSON.stringify({ id: randomUUID(), type: kind, occurredAt: new Date().toISOString(), dispute: about }),
    },
  ];
}

/** The house's own contract for local acquirers, as a bridge speaks it. A refusal is a declined refund without an id. */
export const GENERIC: Dialect = {
  name: 'generic',
  refusesLater: false,
  newPaymentId: () => `pay_${randomUUID()}`,
  newRefundId: () => `rfd_${randomUUID()}`,
  newDisputeId: () => `dsp_${randomUUID()}`,
  disputedCode: 'payment_disputed',
  accepted(refund, { wrongAmount, unlistedStatus }) {
    const view = genericView(refund);
    return jsonReply(200, {
      ...view,
      ...(wrongAmount ? { amount: view.amount + 1 } : {}),
      ...(unlistedStatus ? { status: 'on_its_way' } : {}),
    });
  },
  refused: (refusal: Refusal, { id }: Payment) =>
    jsonReply(200, { id: null, payment: id, status: 'declined', reason: reasonOf(refusal) }),
  failureOf: reasonOf,
  tooBusy: (seconds) => genericError(429, 'too_many_requests', { 'retry-after': String(seconds) }),
  serverError: () => genericError(500, 'internal'),
  keyTrouble: (trouble) =>
    trouble === 'in_use' ? genericError(409, 'key_in_use') : genericError(422, 'key_used_otherwise'),
  events: eventsOf,
  disputeEvents: disputeEventsOf,
};
