import { currencyRules, type GatewayCapabilities } from '@zikui/domain';

const HOUR_MS = 3_600_000;
/** Currencies of three decimals: card networks carry two, so the last digit must be 0. */
const LAST_DIGIT_ZERO = { step: 10 };

/**
 * Stripe takes the minor units of ISO 4217, but for these (docs.stripe.com/currencies, "Special cases"). UGX and ISK have
 * no minor unit, yet Stripe keeps two decimals that must be 0; MGA has two decimals in ISO 4217 and none at Stripe.
 * HUF and TWD are whole only in payouts to the merchant's bank, not in what a customer pays or gets back.
 */
const CURRENCIES = currencyRules({
  ISK: { decimals: 2 },
  UGX: { decimals: 2 },
  MGA: { decimals: 0 },
  ...Object.fromEntries(
    ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, LAST_DIGIT_ZERO] as const),
  ),
});

export const STRIPE_CAPABILITIES: GatewayCapabilities = {
  partialRefunds: true,
  voidsUncaptured: false,
  // Stripe promises 24 hours; the hour less is for clocks that differ and for calls under way.
  keyLifetimeMs: 23 * HOUR_MS,
  instalments: 'credit_lump_sum',
  announcesReversals: true,
  refundWindowDays: null,
  currencies: CURRENCIES,
  lookUp: { by: 'reference', isComplete: true, visibleWithinMs: 5 * 60_000 },
  books: { by: 'list', reports: 'stripe_itemized', visibleWithinMs: 5 * 60_000 },
  pendingLimitMs: null,
};
