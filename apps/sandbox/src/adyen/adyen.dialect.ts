import { randomInt } from 'node:crypto';
import type { Change, Dialect, Refusal, ToldEvent } from '../gateway/dialect';
import type { DisputeRow, DisputeState } from '../gateway/dispute-book';
import type { Payment, RefundRow } from '../gateway/payment-book';
import { jsonReply, type Reply } from '../reply';

const SIGNS = '0123456789BCDFGHJKLMNPQRSTVWXZ';
/** A reference as Adyen makes them: sixteen capital letters and digits. */
const newPspReference = (): string => Array.from({ length: 16 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');

export const adyenError = (
  status: number,
  errorCode: string,
  errorType: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => jsonReply(status, { status, errorCode, errorType, message: 'The request was refused.' }, headers);

const failureOf = (refusal: Refusal): string =>
  refusal.why === 'ordered' ? (refusal.code ?? 'Refused') : 'Insufficient balance on payment';

/** A refund is told when it settled or failed; one that came back has an event of its own. */
function eventsOf(refund: RefundRow, change: Change, payment: Payment): readonly ToldEvent[] {
  if (refund.status === 'pending' || refund.status === 'requires_action') return [];
  const isReversal = change === 'failed' && refund.failureReason === 'refunded_reversed';
  const kind = isReversal ? 'REFUNDED_REVERSED' : change === 'failed' ? 'REFUND_FAILED' : 'REFUND';
  const item = {
    additionalData: { hmacSignature: '' },
    amount: { currency: refund.currency.toUpperCase(), value: refund.amount },
    eventCode: kind,
    eventDate: new Date().toISOString(),
    merchantAccountCode: refund.account,
    merchantReference: refund.metadata['reference'] ?? '',
    originalReference: payment.id,
    paymentMethod: 'visa',
    pspReference: refund.id,
    reason: refund.failureReason ?? '',
    success: kind === 'REFUND' && refund.status === 'failed' ? 'false' : 'true',
  };
  const body = JSON.stringify({ live: 'false', notificationItems: [{ NotificationRequestItem: item }] });
  return [{ kind, body }];
}

const DISPUTE_KINDS: Readonly<Record<DisputeState, readonly string[]>> = {
  open: ['NOTIFICATION_OF_CHARGEBACK', 'CHARGEBACK'],
  won: ['CHARGEBACK_REVERSED'],
  lost: ['SECOND_CHARGEBACK'],
};

const disputeEventsOf = (dispute: DisputeRow): readonly ToldEvent[] =>
  DISPUTE_KINDS[dispute.status].map((kind) => {
    const item = {
      additionalData: { hmacSignature: '' },
      amount: { currency: dispute.currency.toUpperCase(), value: dispute.amount },
      eventCode: kind,
      eventDate: new Date().toISOString(),
      merchantAccountCode: dispute.account,
      merchantReference: '',
      originalReference: dispute.payment,
      paymentMethod: 'visa',
      pspReference: dispute.id,
      reason: dispute.reason,
      success: 'true',
    };
    return { kind, body: JSON.stringify({ live: 'false', notificationItems: [{ NotificationRequestItem: item }] }) };
  });

/** Adyen confirms every ask and announces what came of it. */
export const ADYEN: Dialect = {
  name: 'adyen',
  refusesLater: true,
  newPaymentId: newPspReference,
  newRefundId: newPspReference,
  newDisputeId: newPspReference,
  disputedCode: 'Payment is disputed',
  accepted: (refund, { wrongAmount, unlistedStatus }) =>
    jsonReply(201, {
      merchantAccount: refund.account,
      paymentPspReference: refund.payment,
      pspReference: refund.id,
      reference: refund.metadata['reference'] ?? '',
      status: unlistedStatus ? 'on_its_way' : 'received',
      amount: { currency: refund.currency.toUpperCase(), value: refund.amount + (wrongAmount ? 1 : 0) },
    }),
  refused: () => adyenError(422, '167', 'validation'),
  failureOf,
  tooBusy: (seconds) => adyenError(429, '029', 'security', { 'retry-after': String(seconds) }),
  serverError: () => adyenError(500, '000', 'internal'),
  keyTrouble: () => adyenError(422, '704', 'validation'),
  events: eventsOf,
  disputeEvents: disputeEventsOf,
};
