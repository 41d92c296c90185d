/** Issues with which PayPal says that it made no refund (developer.paypal.com, Payments v2, "Errors"), in our words. */
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['RESOURCE_NOT_FOUND', 'payment_not_found'],
  ['INVALID_RESOURCE_ID', 'payment_not_found'],
  ['CAPTURE_FULLY_REFUNDED', 'already_refunded'],
  ['REFUND_AMOUNT_EXCEEDED', 'amount_exceeds_payment'],
  ['REFUND_TIME_LIMIT_EXCEEDED', 'payment_too_old'],
  ['TRANSACTION_DISPUTED', 'payment_disputed'],
  ['CAPTURE_DISPUTED_PARTIAL_REFUND_NOT_ALLOWED', 'payment_disputed'],
  ['REFUND_FAILED_INSUFFICIENT_FUNDS', 'insufficient_funds'],
  ['REFUND_NOT_ALLOWED', 'refund_not_supported'],
  ['MAX_NUMBER_OF_REFUNDS_EXCEEDED', 'refund_not_supported'],
  ['PARTIAL_REFUND_NOT_ALLOWED', 'partial_refund_not_supported'],
  ['DECIMAL_PRECISION', 'amount_not_supported'],
  ['DECIMALS_NOT_SUPPORTED', 'amount_not_supported'],
  ['INVALID_CURRENCY_CODE', 'amount_not_supported'],
  ['CURRENCY_MISMATCH', 'amount_not_supported'],
  ['REFUND_CAPTURE_CURRENCY_MISMATCH', 'amount_not_supported'],
]);

/** Why PayPal surely made no refund, or `undefined` when the issue does not say so. */
export const refusalOf = (issue: string | null): string | undefined => REFUSALS.get(issue ?? '');
