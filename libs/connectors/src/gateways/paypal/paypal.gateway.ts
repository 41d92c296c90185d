import { toWireText, type GatewayAsk, type GatewayNews, type GatewayOutcome } from '@zikui/domain';
import { objectIn, parseObject, textIn } from '../../json-object';
import type { GatewayAdapter } from '../gateway-adapter';
import { UnclearAnswer } from '../unclear-answer';
import { PAYPAL_CAPABILITIES } from './paypal.capabilities';
import { PayPalClient, type PayPalSettings } from './paypal.client';
import { searchPayPal } from './paypal.movements';
import { disputeNewsOf } from './paypal.disputes';
import { refusalOf } from './paypal.refusals';
import { PayPalSignatures } from './paypal.signature';
import { outcomeOf, readRefund } from './paypal.transformers';

const REFUND_EVENTS: ReadonlySet<string> = new Set([
  'PAYMENT.CAPTURE.REFUNDED',
  'PAYMENT.REFUND.PENDING',
  'PAYMENT.REFUND.FAILED',
]);
const declined = (reason: string): GatewayOutcome => ({ kind: 'declined', gatewayRefundId: null, reason });

async function ask(client: PayPalClient, request: GatewayAsk): Promise<GatewayOutcome> {
  const { account, gatewayRef, reference, idempotencyKey: requestId, amount } = request;
  const value = toWireText(PAYPAL_CAPABILITIES.currencies, amount);
  if (value === undefined) return declined('amount_not_supported');
  // Capital letters and digits: anything else would be another place of the API.
  if (!/^[A-Z0-9]{10,36}$/.test(gatewayRef)) return declined('payment_not_found');
  const body = { amount: { value, currency_code: amount.currency }, custom_id: reference };
  const answer = await client.post(account, { path: `/v2/payments/captures/${gatewayRef}/refund`, requestId, body });
  if (answer.kind === 'done') return outcomeOf(answer.body, request);
  const reason = refusalOf(answer.issue);
  if (reason === undefined)
    throw new UnclearAnswer('unlisted_refusal', { httpStatus: answer.httpStatus, code: answer.issue });
  return declined(reason);
}

/** Reads an announcement that was verified; `undefined` when it tells nothing certain of a refund. */
function newsOf(text: string): GatewayNews | undefined {
  const event = parseObject(text) ?? {};
  const eventId = textIn(event, 'id');
  const type = textIn(event, 'event_type') ?? '';
  const occurredAtMs = Date.parse(textIn(event, 'create_time') ?? '');
  const refund = REFUND_EVENTS.has(type) ? readRefund(objectIn(event, 'resource')) : undefined;
  if (eventId === undefined || refund?.amount === undefined || refund.sureness === undefined) return undefined;
  if (Number.isNaN(occurredAtMs)) return undefined;
  return {
    eventId,
    type,
    occurredAt: new Date(occurredAtMs).toISOString(),
    reference: refund.reference,
    gatewayRefundId: refund.id,
    gatewayRef: refund.gatewayRef ?? '',
    outcome: {
      status: refund.sureness,
      amount: refund.amount,
      pendingReason: refund.sureness === 'pending' ? 'processing' : null,
      reason: refund.sureness === 'declined' ? refund.status.toLowerCase() : null,
    },
  };
}

/** PayPal by the calls of its REST API that refunds and their books need. Every call that moves money carries the attempt's own key. */
export function createPayPalGateway(settings: PayPalSettings): Required<GatewayAdapter> {
  const client = new PayPalClient(settings);
  const signatures = new PayPalSignatures(settings);
  return {
    name: 'paypal',
    capabilities: PAYPAL_CAPABILITIES,
    refund: (request) => ask(client, request),
    // There is nothing to ask by our reference: a repeat under the same key tells what PayPal has.
    findRefund: () => Promise.resolve(undefined),
    async readWebhook(account, rawBody, headers) {
      await signatures.verify(account, rawBody, headers);
      return newsOf(rawBody.toString('utf8'));
    },
    listMovements: (ask) => searchPayPal(client, ask),
    async readDispute(account, rawBody, headers) {
      await signatures.verify(account, rawBody, headers);
      return disputeNewsOf(rawBody.toString('utf8'));
    },
  };
}
