import { fromWireAmount, type DisputeFunds, type DisputeNews, type DisputeStatus } from '@zikui/domain';
import type Stripe from 'stripe';
import { isObject, textIn, type JsonObject } from '../../json-object';
import { STRIPE_CAPABILITIES } from './stripe.capabilities';

/**
 * Stripe's dispute statuses. Inquiries (`warning_...`) take no money and are ended by a refund, so they are no disputes here;
 * one that is not listed tells nothing.
 */
const STATUS: ReadonlyMap<string, DisputeStatus> = new Map([
  ['needs_response', 'open'],
  ['under_review', 'open'],
  ['won', 'won'],
  ['lost', 'lost'],
]);
const FUNDS: ReadonlyMap<string, DisputeFunds | null> = new Map([
  ['charge.dispute.created', null],
  ['charge.dispute.updated', null],
  ['charge.dispute.closed', null],
  ['charge.dispute.funds_withdrawn', 'withdrawn'],
  ['charge.dispute.funds_reinstated', 'returned'],
]);
const REASON = /^[a-z_]{1,64}$/;

const idIn = (dispute: JsonObject, name: string): readonly string[] => {
  const value = dispute[name];
  const id = isObject(value) ? textIn(value, 'id') : textIn(dispute, name);
  return id === undefined ? [] : [id];
};

/** What a verified event tells of a dispute; `undefined` when that is nothing certain. */
export function disputeNewsOf(event: Stripe.Event): DisputeNews | undefined {
  const dispute: unknown = event.data.object;
  const funds = FUNDS.get(event.type);
  if (!isObject(dispute) || dispute['object'] !== 'dispute' || funds === undefined) return undefined;
  const disputeRef = textIn(dispute, 'id');
  const status = STATUS.get(textIn(dispute, 'status') ?? '');
  const wire = typeof dispute['amount'] === 'number' ? dispute['amount'] : Number.NaN;
  const currency = (textIn(dispute, 'currency') ?? '').toUpperCase();
  const amount = fromWireAmount(STRIPE_CAPABILITIES.currencies, wire, currency);
  if (disputeRef === undefined || status === undefined || amount === undefined) return undefined;
  const reason = textIn(dispute, 'reason') ?? '';
  return {
    eventId: event.id,
    type: event.type,
    occurredAt: new Date(event.created * 1000).toISOString(),
    disputeRef,
    gatewayRefs: [...idIn(dispute, 'payment_intent'), ...idIn(dispute, 'charge')],
    amount,
    reason: REASON.test(reason) ? reason : null,
    status,
    funds,
  };
}
