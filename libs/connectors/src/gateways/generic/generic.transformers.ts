import {
  fromWireAmount,
  type GatewayAsk,
  type GatewayNews,
  type GatewayOutcome,
  type Money,
  type PendingReason,
} from '@zikui/domain';
import { objectIn, parseObject, textIn, type JsonObject } from '../../json-object';
import { UnclearAnswer } from '../unclear-answer';
import { GENERIC_CAPABILITIES } from './generic.capabilities';

type Status = 'settled' | 'pending' | 'declined';
const STATUSES: readonly string[] = ['settled', 'pending', 'declined'] satisfies Status[];
const PENDING_REASONS: readonly string[] = [
  'processing',
  'insufficient_funds',
  'charge_pending',
  'customer_action',
] satisfies PendingReason[];
const isStatus = (text: string | undefined): text is Status => text !== undefined && STATUSES.includes(text);
const isPendingReason = (text: string | undefined): text is PendingReason =>
  text !== undefined && PENDING_REASONS.includes(text);
/** What a bridge says of a refund; `undefined` for a status that the contract does not list. */
export function statusIn(refund: JsonObject): Status | undefined {
  const status = textIn(refund, 'status');
  return isStatus(status) ? status : undefined;
}
/** Codes of a bridge are kept as they are, as long as they are codes: texts of acquirers may name people. */
const reasonIn = (refund: JsonObject): string => {
  const reason = textIn(refund, 'reason') ?? '';
  return /^[a-z][a-z0-9_]{0,63}$/.test(reason) ? reason : 'declined';
};

/** The amount that a bridge names, in minor units of ISO 4217; `undefined` when it is none. */
export function amountIn(refund: JsonObject): Money | undefined {
  const { amount } = refund;
  return typeof amount === 'number'
    ? fromWireAmount(GENERIC_CAPABILITIES.currencies, amount, textIn(refund, 'currency') ?? '')
    : undefined;
}

/** What a bridge's refund means for what was asked. Throws `UnclearAnswer` for all that is not exactly ours. */
export function outcomeOf(refund: JsonObject, ask: GatewayAsk): GatewayOutcome {
  const id = textIn(refund, 'id') ?? null;
  const status = textIn(refund, 'status');
  const amount = amountIn(refund);
  const reference = textIn(refund, 'reference') ?? null;
  const evidence = {
    gatewayRefundId: id,
    status: status ?? 'missing',
    amount: amount?.amount ?? null,
    currency: amount?.currency ?? null,
    reference,
  };
  if (!isStatus(status)) throw new UnclearAnswer('unlisted_status', evidence);
  // A refusal without a refund names nothing but its reason.
  if (id === null && status === 'declined')
    return { kind: 'declined', gatewayRefundId: null, reason: reasonIn(refund) };
  if (id === null) throw new UnclearAnswer('unreadable_answer', evidence);
  if (amount?.amount !== ask.amount.amount || amount.currency !== ask.amount.currency)
    throw new UnclearAnswer('wrong_amount', evidence);
  if (reference !== ask.reference) throw new UnclearAnswer('wrong_reference', evidence);

  const pendingReason = textIn(refund, 'pendingReason');
  const answers: Record<Status, GatewayOutcome> = {
    settled: { kind: 'settled', gatewayRefundId: id, amount },
    pending: {
      kind: 'pending',
      gatewayRefundId: id,
      amount,
      reason: isPendingReason(pendingReason) ? pendingReason : 'processing',
    },
    declined: { kind: 'declined', gatewayRefundId: id, reason: reasonIn(refund) },
  };
  return answers[status];
}

/** Reads a notification that was verified; `undefined` when it tells nothing certain of a refund. */
export function newsOf(text: string): GatewayNews | undefined {
  const event = parseObject(text) ?? {};
  const refund = objectIn(event, 'refund');
  const eventId = textIn(event, 'id');
  const occurredAtMs = Date.parse(textIn(event, 'occurredAt') ?? '');
  const gatewayRefundId = textIn(refund, 'id');
  const status = textIn(refund, 'status');
  const amount = amountIn(refund);
  if (eventId === undefined || gatewayRefundId === undefined || amount === undefined) return undefined;
  if (!isStatus(status) || Number.isNaN(occurredAtMs)) return undefined;
  const pendingReason = textIn(refund, 'pendingReason');
  return {
    eventId,
    type: textIn(event, 'type') ?? `refund.${status}`,
    occurredAt: new Date(occurredAtMs).toISOString(),
    reference: textIn(refund, 'reference') ?? null,
    gatewayRefundId,
    gatewayRef: textIn(refund, 'payment') ?? '',
    outcome: {
      status,
      amount,
      pendingReason: status === 'pending' ? (isPendingReason(pendingReason) ? pendingReason : 'processing') : null,
      reason: status === 'declined' ? reasonIn(refund) : null,
    },
  };
}
