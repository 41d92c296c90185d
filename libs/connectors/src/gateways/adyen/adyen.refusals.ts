/** Codes of errors with which Adyen says that it took no refund (docs.adyen.com, "API error codes"), in our words. */
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['100', 'amount_not_supported'],
  ['137', 'amount_not_supported'],
  ['138', 'amount_not_supported'],
  ['167', 'payment_not_found'],
  ['168', 'payment_not_found'],
  ['130', 'invalid_request'],
]);
/** Reasons with which Adyen announces that a refund failed. They are sentences; those that are not listed stay unnamed. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['insufficient balance on payment', 'amount_exceeds_payment'],
  ['transaction already refunded', 'already_refunded'],
  ["transaction hasn't been captured, refund not possible", 'payment_not_captured'],
  ['not enough balance', 'insufficient_funds'],
  ['insufficient funds', 'insufficient_funds'],
  ['refund not supported', 'refund_not_supported'],
  ['payment is disputed', 'payment_disputed'],
  ['card expired', 'card_expired'],
]);

/** Why Adyen surely took no refund, or `undefined` when the code does not say so. */
export const refusalOf = (errorCode: string | undefined): string | undefined => REFUSALS.get(errorCode ?? '');
/** A failure that was announced, in our words. */
export const failureOf = (reason: string | undefined): string =>
  REASONS.get((reason ?? '').toLowerCase()) ?? 'declined';
