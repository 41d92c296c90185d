import type { Money } from '@zikui/domain';

/**
 * Stripe takes the minor units of ISO 4217, but for these (docs.stripe.com/currencies, "Special cases").
 * `scale`: Stripe's units per minor unit of ISO 4217. UGX and ISK have no minor unit, yet Stripe keeps two decimals that must be 0;
 * MGA has two decimals in ISO 4217 and none at Stripe.
 */
const SCALE: ReadonlyMap<string, number> = new Map([
  ['ISK', 100],
  ['UGX', 100],
  ['MGA', 1 / 100],
]);
/** Currencies of three decimals: card networks carry two, so the last digit must be 0. */
const LAST_DIGIT_ZERO: ReadonlySet<string> = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** The amount as Stripe counts it; `undefined` when Stripe cannot move exactly this amount. */
export function toStripeAmount({ amount, currency }: Money): number | undefined {
  if (LAST_DIGIT_ZERO.has(currency) && amount % 10 !== 0) return undefined;
  const scale = SCALE.get(currency) ?? 1;
  const scaled = scale < 1 ? amount / Math.round(1 / scale) : amount * scale;
  return Number.isSafeInteger(scaled) ? scaled : undefined;
}

/** The amount that Stripe names, in minor units of ISO 4217; `undefined` when it is none. */
export function fromStripeAmount(amount: number, stripeCurrency: string): Money | undefined {
  const currency = stripeCurrency.toUpperCase();
  const scale = SCALE.get(currency) ?? 1;
  const scaled = scale < 1 ? amount * Math.round(1 / scale) : amount / scale;
  return Number.isSafeInteger(scaled) && scaled > 0 ? { amount: scaled, currency } : undefined;
}
