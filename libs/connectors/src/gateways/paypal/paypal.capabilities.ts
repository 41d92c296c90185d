import { currencyRules, type GatewayCapabilities } from '@zikui/domain';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CODES = 'AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD USD'.split(
  ' ',
);

export const PAYPAL_CAPABILITIES: GatewayCapabilities = {
  partialRefunds: true,
  voidsUncaptured: false,
  // PayPal keeps them for 45 days; the day less is for clocks that differ and for calls under way.
  keyLifetimeMs: 44 * DAY_MS,
  instalments: 'credit_lump_sum',
  announcesReversals: true,
  refundWindowDays: 180,
  // Only these, two of them whole although ISO 4217 gives them decimals (developer.paypal.com, "Supported currencies").
  currencies: currencyRules({ HUF: { decimals: 0 }, TWD: { decimals: 0 } }, CODES),
  // No call shows the refunds of a capture at once. A repeat under the same key is answered with the refund that it made.
  lookUp: { by: 'none' },
  // The Transaction Search shows what was carried out after three hours at the most.
  books: { by: 'list', reports: 'standard', visibleWithinMs: 3 * HOUR_MS },
  pendingLimitMs: null,
};
