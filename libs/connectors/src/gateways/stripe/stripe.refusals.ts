import { GatewayNotReached } from '@zikui/domain';
import Stripe from 'stripe';
import { neverConnected } from '../never-connected';
import { retryAfterMs } from '../retry-after';

/**
 * Refusals with which Stripe says that it made no refund (docs.stripe.com/error-codes), in our words.
 * A code that is not listed here is not a refusal but an unknown outcome.
 */
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['charge_already_refunded', 'already_refunded'],
  ['charge_disputed', 'payment_disputed'],
  ['refund_disputed_payment', 'payment_disputed'],
  ['balance_insufficient', 'insufficient_funds'],
  ['insufficient_funds', 'insufficient_funds'],
  ['resource_missing', 'payment_not_found'],
  ['payment_intent_unexpected_state', 'payment_not_captured'],
  ['charge_expired_for_capture', 'payment_not_captured'],
  ['amount_too_large', 'amount_not_supported'],
  ['amount_too_small', 'amount_not_supported'],
  ['invalid_charge_amount', 'amount_not_supported'],
  ['invalid_charge_amount_no_decimal_compatible', 'amount_not_supported'],
  ['parameter_invalid_integer', 'amount_not_supported'],
  ['parameter_invalid_empty', 'invalid_request'],
  ['parameter_missing', 'invalid_request'],
  ['parameter_unknown', 'invalid_request'],
  ['not_allowed_on_standard_account', 'not_allowed'],
  ['payment_method_unsupported_type', 'refund_not_supported'],
  ['card_declined', 'card_declined'],
  ['expired_card', 'card_expired'],
]);

/** Statuses with which Stripe answers before it carries anything out: no key or a wrong one, no permission, too many calls. */
const CHANGED_NOTHING: ReadonlySet<number | undefined> = new Set([401, 403, 429]);

/** Why Stripe surely made no refund, or `undefined` when the error does not say so. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof Stripe.errors.StripeCardError) return REFUSALS.get(error.code ?? '') ?? undefined;
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return undefined;
  if (error.code !== undefined) return REFUSALS.get(error.code);
  // "Refund amount is greater than unrefunded amount on charge" comes without a code.
  return error.statusCode === 400 && error.param === 'amount' ? 'amount_exceeds_payment' : undefined;
}

/** The error as "surely changed nothing", or `undefined`. After a second sending a refused connection proves nothing of the first. */
export function notReached(error: unknown, tries: number): GatewayNotReached | undefined {
  if (!(error instanceof Stripe.errors.StripeError) || tries > 1) return undefined;
  if (CHANGED_NOTHING.has(error.statusCode))
    return new GatewayNotReached('stripe', retryAfterMs(error.headers?.['retry-after']));
  const neverSent = error instanceof Stripe.errors.StripeConnectionError && neverConnected(error.detail);
  return neverSent ? new GatewayNotReached('stripe', null, 'no_connection') : undefined;
}
