import type { DisputeRow } from './dispute-book';
import type { Payment, RefundRow } from './payment-book';

/** A payment as `GET /v1/payment_intents/{id}` shows it. */
export const paymentIntentView = (payment: Payment) => ({
  id: payment.id,
  object: 'payment_intent',
  amount: payment.amount,
  amount_capturable: 0,
  amount_received: payment.amount,
  capture_method: 'automatic',
  created: payment.created,
  currency: payment.currency,
  latest_charge: payment.charge,
  livemode: false,
  metadata: payment.metadata,
  status: 'succeeded',
});

/** The charge inside `charge.refunded`; newer versions of the API name no refunds in it. */
export const chargeView = (payment: Payment) => ({
  id: payment.charge,
  object: 'charge',
  amount: payment.amount,
  amount_captured: payment.amount,
  amount_refunded: payment.refunded,
  captured: true,
  created: payment.created,
  currency: payment.currency,
  livemode: false,
  metadata: payment.metadata,
  paid: true,
  payment_intent: payment.id,
  refunded: payment.refunded >= payment.amount,
  status: 'succeeded',
});

/** A refund as every call and event shows it. */
export const refundView = (refund: RefundRow) => ({
  id: refund.id,
  object: 'refund',
  amount: refund.amount,
  balance_transaction: null,
  charge: refund.charge,
  created: refund.created,
  currency: refund.currency,
  ...(refund.failureReason === null ? {} : { failure_reason: refund.failureReason }),
  metadata: refund.metadata,
  payment_intent: refund.payment,
  ...(refund.pendingReason === null ? {} : { pending_reason: refund.pendingReason }),
  reason: refund.reason,
  receipt_number: null,
  status: refund.status,
});

/** A dispute as every event shows it. */
export const disputeView = (dispute: DisputeRow, payment: Payment) => ({
  id: dispute.id,
  object: 'dispute',
  amount: dispute.amount,
  balance_transactions: [],
  charge: payment.charge,
  created: dispute.created,
  currency: dispute.currency,
  is_charge_refundable: false,
  livemode: false,
  metadata: {},
  payment_intent: payment.id,
  reason: dispute.reason,
  status: dispute.status === 'open' ? 'needs_response' : dispute.status,
});
