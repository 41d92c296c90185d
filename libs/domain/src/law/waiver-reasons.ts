import type { Reason } from '../quote/quote';

/** Reasons for which the merchant answers: no fee, and the money is due on whatever day they are told. */
export const WAIVER_REASONS: readonly Reason[] = [
  'defective',
  'not_as_described',
  'late',
  'not_delivered',
  'duplicate_charge',
  'billing_error',
];
