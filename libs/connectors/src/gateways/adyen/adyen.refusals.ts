/**
 * Codes of errors with which Adyen says that it took no refund (docs.adyen.com/development-resources/error-codes), in our
 * words; 906 names a pspReference of another environment, or none. All of them are found before anything is carried out. A code that is not listed is unknown, above all 704: the
 * key is in use, so that an earlier call may have moved the money.
 */
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['100', 'invalid_request'], // Required object 'amount' is not provided
  ['130', 'invalid_request'], // Reference missing
  ['137', 'amount_not_supported'], // Invalid amount specified
  ['138', 'amount_not_supported'], // Unsupported currency specified
  ['167', 'payment_not_found'], // Original pspReference required for this operation
  ['906', 'payment_not_found'], // Original pspReference is invalid for this environment
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
