import { jsonReply, type Reply } from '../reply';
import type { Change, Dialect, Refusal, ToldEvent } from './dialect';
import type { DisputeRow, DisputeState } from './dispute-book';
import { newGatewayId } from './gateway-id';
import type { Payment, RefundRow } from './payment-book';
import {
  invalidRequest,
  keyInUse,
  keyUsedOtherwise,
  serverError,
  StripeProblem,
  tooManyRequests,
} from './stripe-problem';
import { chargeView, disputeView, refundView } from './stripe.views';

const API_VERSION = '2026-10-28.endive';

const problemReply = ({ status, body, headers }: StripeProblem): Reply => jsonReply(status, { error: body }, headers);

function problemOf(refusal: Refusal, { charge }: Payment): StripeProblem {
  if (refusal.why === 'exhausted')
    return invalidRequest(400, `Charge ${charge} has already been refunded.`, { code: 'charge_already_refunded' });
  if (refusal.why === 'exceeds')
    return invalidRequest(400, 'Refund amount is greater than unrefunded amount on charge', { param: 'amount' });
  if (refusal.code !== undefined) return invalidRequest(400, 'The refund was refused.', { code: refusal.code });
  const body = { code: 'card_declined', decline_code: 'generic_decline', message: 'The card was declined.' };
  return new StripeProblem(402, { type: 'card_error', ...body });
}

/** Each kind is an event of its own, so that the same news may come more than once. */
function eventsOf(refund: RefundRow, change: Change, payment: Payment): readonly ToldEvent[] {
  const about = refundView(refund);
  const events: Record<Change, readonly (readonly [kind: string, object: unknown])[]> = {
    created: [
      ['refund.created', about],
      ['charge.refunded', chargeView(payment)],
    ],
    updated: [
      ['refund.updated', about],
      ['charge.refund.updated', about],
    ],
    failed: [
      ['refund.updated', about],
      ['refund.failed', about],
      ['charge.refund.updated', about],
    ],
  };
  return events[change].map(([kind, object]) => ({ kind, body: bodyOf(kind, object, refund.idempotencyKey) }));
}

const DISPUTE_KINDS: Record<DisputeState, readonly string[]> = {
  open: ['charge.dispute.created', 'charge.dispute.funds_withdrawn'],
  won: ['charge.dispute.closed', 'charge.dispute.funds_reinstated'],
  lost: ['charge.dispute.closed'],
};
const disputeEventsOf = (dispute: DisputeRow, payment: Payment): readonly ToldEvent[] =>
  DISPUTE_KINDS[dispute.status].map((kind) => ({ kind, body: bodyOf(kind, disputeView(dispute, payment), null) }));

const bodyOf = (kind: string, object: unknown, idempotencyKey: string | null): string =>
  JSON.stringify({
    id: newGatewayId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: Math.floor(Date.now() / 1000),
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: newGatewayId('req'), idempotency_key: idempotencyKey },
    type: kind,
  });

export const STRIPE: Dialect = {
  name: 'stripe',
  refusesLater: false,
  newPaymentId: () => newGatewayId('pi'),
  newRefundId: () => newGatewayId('re'),
  newDisputeId: () => newGatewayId('du'),
  disputedCode: 'charge_disputed',
  accepted: (refund, { wrongAmount, unlistedStatus }) =>
    jsonReply(200, {
      ...refundView(refund),
      ...(wrongAmount ? { amount: refund.amount + 1 } : {}),
      ...(unlistedStatus ? { status: 'on_its_way' } : {}),
    }),
  refused: (refusal, payment) => problemReply(problemOf(refusal, payment)),
  failureOf: (refusal) => (refusal.why === 'ordered' ? (refusal.code ?? 'declined') : refusal.why),
  tooBusy: (seconds) => problemReply(tooManyRequests(seconds)),
  serverError: () => problemReply(serverError()),
  keyTrouble: (trouble) => problemReply(trouble === 'in_use' ? keyInUse() : keyUsedOtherwise()),
  events: eventsOf,
  disputeEvents: disputeEventsOf,
};
