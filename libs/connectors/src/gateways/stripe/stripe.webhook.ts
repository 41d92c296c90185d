import { RefundError, type DisputeNews, type GatewayAccount, type GatewayNews } from '@zikui/domain';
import Stripe from 'stripe';
import { webhookSecretsOf } from '../webhook-secrets';
import { disputeNewsOf } from './stripe.disputes';
import { readRefund } from './stripe.transformers';

const TOLERANCE_SECONDS = 300;
const REFUND_EVENTS: ReadonlySet<string> = new Set([
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.refund.updated',
]);

/** The package bounds an event's age only towards the past; one dated ahead could be repeated for longer. */
function isAhead(header: string): boolean {
  const stamped = Number(/(?:^|,)t=(\d+)/.exec(header)?.[1]);
  return stamped - Date.now() / 1000 > TOLERANCE_SECONDS;
}

function verified(account: GatewayAccount, rawBody: Buffer, header: string | undefined): Stripe.Event {
  if (header !== undefined && !isAhead(header)) {
    for (const secret of webhookSecretsOf(account)) {
      try {
        return Stripe.webhooks.constructEvent(rawBody, header, secret, TOLERANCE_SECONDS);
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) break;
      }
    }
  }
  throw new RefundError('bad_signature', { gateway: 'stripe' });
}

/** The refund an event is about. `charge.refunded` carries a charge, with its refunds (newest first) only in older API versions. */
function subjectOf(event: Stripe.Event): unknown {
  if (REFUND_EVENTS.has(event.type)) return event.data.object;
  return event.type === 'charge.refunded' ? event.data.object.refunds?.data[0] : undefined;
}

/** Verifies the signature over the raw body and reads the event. Throws `bad_signature`; `undefined` when it tells nothing certain of a refund. */
export function readStripeWebhook(
  account: GatewayAccount,
  rawBody: Buffer,
  headers: Readonly<Record<string, string | undefined>>,
): GatewayNews | undefined {
  const event = verified(account, rawBody, headers['stripe-signature']);
  const refund = readRefund(subjectOf(event));
  // An unlisted status is no news: a later event or a look-up tells what became of it.
  if (refund?.amount === undefined || refund.sureness === 'unknown') return undefined;
  return {
    eventId: event.id,
    type: event.type,
    occurredAt: new Date(event.created * 1000).toISOString(),
    reference: refund.reference,
    gatewayRefundId: refund.id,
    gatewayRef: refund.gatewayRef ?? '',
    outcome: {
      status: refund.sureness,
      amount: refund.amount,
      pendingReason: refund.sureness === 'pending' ? refund.pendingReason : null,
      reason: refund.sureness === 'declined' ? refund.failureReason : null,
    },
  };
}

/** Verifies the signature over the raw body and reads the event. Throws `bad_signature`; `undefined` when it tells nothing certain of a dispute. */
export const readStripeDispute = (
  account: GatewayAccount,
  rawBody: Buffer,
  headers: Readonly<Record<string, string | undefined>>,
): DisputeNews | undefined => disputeNewsOf(verified(account, rawBody, headers['stripe-signature']));
