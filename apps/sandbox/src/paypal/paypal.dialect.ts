import { randomInt, randomUUID } from 'node:crypto';
import type { Change, Dialect, Refusal, ToldEvent } from '../gateway/dialect';
import type { DisputeRow } from '../gateway/dispute-book';
import type { Payment, RefundRow, RefundState } from '../gateway/payment-book';
import { jsonReply, type Reply } from '../reply';

const SIGNS = '0123456789ABCDEFGHJKLMNPRSTUVWXY';
const newPayPalId = (): string => Array.from({ length: 17 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
/** Currencies that PayPal takes whole; all others have two decimals here. */
const WHOLE: ReadonlySet<string> = new Set(['HUF', 'JPY', 'TWD']);

const STATUS: Readonly<Record<RefundState, string>> = {
  pending: 'PENDING',
  requires_action: 'PENDING',
  succeeded: 'COMPLETED',
  failed: 'FAILED',
  canceled: 'CANCELLED',
};
const KINDS: Readonly<Record<string, string>> = {
  COMPLETED: 'PAYMENT.CAPTURE.REFUNDED',
  PENDING: 'PAYMENT.REFUND.PENDING',
  FAILED: 'PAYMENT.REFUND.FAILED',
};

/** The number of its smallest coins in that text; undefined when it is none. */
export function unitsIn(value: unknown, currency: string): number | undefined {
  const [, whole, cents] = /^(\d{1,12})(?:\.(\d{2}))?$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (whole === undefined || (WHOLE.has(currency) && cents !== undefined)) return undefined;
  return WHOLE.has(currency) ? Number(whole) : Number(whole) * 100 + Number(cents ?? '0');
}
const textOf = (units: number, currency: string): string =>
  WHOLE.has(currency) ? String(units) : `${String(Math.floor(units / 100))}.${String(units % 100).padStart(2, '0')}`;

const viewOf = (refund: RefundRow, more = 0) => {
  const currency = refund.currency.toUpperCase();
  return {
    id: refund.id,
    status: STATUS[refund.status],
    amount: { currency_code: currency, value: textOf(refund.amount + more, currency) },
    custom_id: refund.metadata['reference'] ?? '',
    links: [
      { rel: 'self', method: 'GET', href: `https://api-m.sandbox.paypal.com/v2/payments/refunds/${refund.id}` },
      { rel: 'up', method: 'GET', href: `https://api-m.sandbox.paypal.com/v2/payments/captures/${refund.payment}` },
    ],
  };
};

const TRANSACTION: Readonly<Record<RefundState, string>> = {
  pending: 'P',
  requires_action: 'P',
  succeeded: 'S',
  failed: 'V',
  canceled: 'D',
};

/** A refund as the search for transactions shows it: money that went out is below zero. */
export const transactionView = (refund: RefundRow) => {
  const currency = refund.currency.toUpperCase();
  const at = new Date(refund.created * 1000).toISOString().replace('.000Z', '+0000');
  return {
    transaction_id: refund.id,
    paypal_reference_id: refund.payment,
    paypal_reference_id_type: 'TXN',
    transaction_event_code: 'T1107',
    transaction_initiation_date: at,
    transaction_updated_date: at,
    transaction_amount: { currency_code: currency, value: `-${textOf(refund.amount, currency)}` },
    transaction_status: TRANSACTION[refund.status],
    custom_field: refund.metadata['reference'] ?? '',
  };
};

export const payPalError = (status: number, issue: string, headers: Readonly<Record<string, string>> = {}): Reply => {
  const name = status === 422 ? 'UNPROCESSABLE_ENTITY' : issue;
  return jsonReply(status, { name, message: 'Refused.', debug_id: randomUUID(), details: [{ issue }] }, headers);
};

function eventsOf(refund: RefundRow, _change: Change): readonly ToldEvent[] {
  const kind = KINDS[STATUS[refund.status]] ?? 'PAYMENT.REFUND.FAILED';
  const event = {
    id: `WH-${randomUUID().toUpperCase()}`,
    create_time: new Date().toISOString(),
    event_type: kind,
    resource_type: 'refund',
    resource: viewOf(refund),
  };
  return [{ kind, body: JSON.stringify(event) }];
}

const DISPUTE_ENDS: Readonly<Record<'won' | 'lost', string>> = {
  won: 'RESOLVED_SELLER_FAVOUR',
  lost: 'RESOLVED_BUYER_FAVOUR',
};

function disputeEventsOf(dispute: DisputeRow): readonly ToldEvent[] {
  const { id, status } = dispute;
  const currency = dispute.currency.toUpperCase();
  const kind = status === 'open' ? 'CUSTOMER.DISPUTE.CREATED' : 'CUSTOMER.DISPUTE.RESOLVED';
  const resource = {
    dispute_id: id,
    create_time: new Date(dispute.created * 1000).toISOString(),
    disputed_transactions: [{ seller_transaction_id: dispute.payment }],
    reason: dispute.reason.toUpperCase(),
    status: status === 'open' ? 'WAITING_FOR_SELLER_RESPONSE' : 'RESOLVED',
    dispute_amount: { currency_code: currency, value: textOf(dispute.amount, currency) },
    dispute_life_cycle_stage: 'CHARGEBACK',
    ...(status === 'open' ? {} : { dispute_outcome: { outcome_code: DISPUTE_ENDS[status] } }),
  };
  const event = {
    id: `WH-${randomUUID().toUpperCase()}`,
    create_time: new Date().toISOString(),
    event_type: kind,
    resource_type: 'dispute',
    resource,
  };
  return [{ kind, body: JSON.stringify(event) }];
}

const issueOf = (refusal: Refusal): string => {
  if (refusal.why === 'exhausted') return 'CAPTURE_FULLY_REFUNDED';
  return refusal.why === 'exceeds' ? 'REFUND_AMOUNT_EXCEEDED' : (refusal.code ?? 'REFUND_NOT_ALLOWED');
};

/** PayPal's Payments v2. */
export const PAYPAL: Dialect = {
  name: 'paypal',
  refusesLater: false,
  newPaymentId: newPayPalId,
  newRefundId: newPayPalId,
  newDisputeId: () => `PP-D-${String(randomInt(10_000, 1_000_000_000))}`,
  disputedCode: 'TRANSACTION_DISPUTED',
  accepted: (refund, { wrongAmount, unlistedStatus }) =>
    jsonReply(201, { ...viewOf(refund, wrongAmount ? 1 : 0), ...(unlistedStatus ? { status: 'ON_ITS_WAY' } : {}) }),
  refused: (refusal: Refusal, _payment: Payment) => payPalError(422, issueOf(refusal)),
  failureOf: issueOf,
  tooBusy: (seconds) => payPalError(429, 'RATE_LIMIT_REACHED', { 'retry-after': String(seconds) }),
  serverError: () => payPalError(500, 'INTERNAL_SERVER_ERROR'),
  keyTrouble: (trouble) =>
    trouble === 'in_use' ? payPalError(409, 'PREVIOUS_REQUEST_IN_PROGRESS') : payPalError(422, 'DUPLICATE_REQUEST_ID'),
  events: eventsOf,
  disputeEvents: disputeEventsOf,
};
