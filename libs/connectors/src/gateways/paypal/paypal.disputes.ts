import { fromWireText, type DisputeFunds, type DisputeNews, type DisputeStatus, type Money } from '@zikui/domain';
import { isObject, objectIn, parseObject, textIn, type JsonObject } from '../../json-object';
import { PAYPAL_CAPABILITIES } from './paypal.capabilities';

type Means = Readonly<{ status: DisputeStatus; funds: DisputeFunds | null }>;
const EVENTS: ReadonlySet<string> = new Set([
  'CUSTOMER.DISPUTE.CREATED',
  'CUSTOMER.DISPUTE.UPDATED',
  'CUSTOMER.DISPUTE.RESOLVED',
]);
/** While a case is open PayPal takes no refund of the payment, also while buyer and seller only talk. */
const OPEN: ReadonlySet<string> = new Set([
  'OPEN',
  'WAITING_FOR_BUYER_RESPONSE',
  'WAITING_FOR_SELLER_RESPONSE',
  'UNDER_REVIEW',
  'APPEALABLE',
]);
/** How a case ended. Where PayPal itself paid the buyer, he has his money: nothing may be refunded again, but nothing was lost. */
const OUTCOMES: ReadonlyMap<string, Means> = new Map<string, Means>([
  ['RESOLVED_BUYER_FAVOUR', { status: 'lost', funds: 'withdrawn' }],
  ['ACCEPTED', { status: 'lost', funds: 'withdrawn' }],
  ['RESOLVED_WITH_PAYOUT', { status: 'lost', funds: 'returned' }],
  ['RESOLVED_SELLER_FAVOUR', { status: 'won', funds: 'returned' }],
  ['CANCELED_BY_BUYER', { status: 'won', funds: 'returned' }],
  ['DENIED', { status: 'won', funds: 'returned' }],
]);

function meaningOf(dispute: JsonObject): Means | undefined {
  const status = textIn(dispute, 'status') ?? '';
  if (OPEN.has(status)) return { status: 'open', funds: null };
  if (status !== 'RESOLVED') return undefined;
  return OUTCOMES.get(textIn(objectIn(dispute, 'dispute_outcome'), 'outcome_code') ?? '');
}

const moneyIn = (named: JsonObject): Money | undefined =>
  fromWireText(PAYPAL_CAPABILITIES.currencies, textIn(named, 'value') ?? '', textIn(named, 'currency_code') ?? '');

/** What was refunded to the buyer where it is named, for it may be less than what he disputed. */
function amountIn(dispute: JsonObject, { status }: Means): Money | undefined {
  const refunded = moneyIn(objectIn(objectIn(dispute, 'dispute_outcome'), 'amount_refunded'));
  return (status === 'lost' ? refunded : undefined) ?? moneyIn(objectIn(dispute, 'dispute_amount'));
}

function capturesIn({ disputed_transactions: all }: JsonObject): readonly string[] {
  const transactions: readonly unknown[] = Array.isArray(all) ? all.slice(0, 10) : [];
  return transactions.flatMap((one) => (isObject(one) ? (textIn(one, 'seller_transaction_id') ?? []) : []));
}

/** What a verified event tells of a dispute; `undefined` when that is nothing certain. */
export function disputeNewsOf(text: string): DisputeNews | undefined {
  const event = parseObject(text) ?? {};
  const type = textIn(event, 'event_type') ?? '';
  const occurredAtMs = Date.parse(textIn(event, 'create_time') ?? '');
  const dispute = objectIn(event, 'resource');
  const eventId = textIn(event, 'id');
  const disputeRef = textIn(dispute, 'dispute_id');
  const means = EVENTS.has(type) ? meaningOf(dispute) : undefined;
  const amount = means && amountIn(dispute, means);
  if (eventId === undefined || disputeRef === undefined || means === undefined || amount === undefined)
    return undefined;
  if (Number.isNaN(occurredAtMs)) return undefined;
  const reason = textIn(dispute, 'reason') ?? '';
  return {
    eventId,
    type,
    occurredAt: new Date(occurredAtMs).toISOString(),
    disputeRef,
    gatewayRefs: capturesIn(dispute),
    amount,
    reason: /^[A-Z_]{1,64}$/.test(reason) ? reason.toLowerCase() : null,
    ...means,
  };
}
