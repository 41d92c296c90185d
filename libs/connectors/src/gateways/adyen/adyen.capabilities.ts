import { currencyRules, type GatewayCapabilities } from '@zikui/domain';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const ADYEN_CAPABILITIES: GatewayCapabilities = {
  partialRefunds: true,
  voidsUncaptured: false,
  // Adyen has promised seven days and more; the hour less is for clocks that differ and for calls under way.
  keyLifetimeMs: 7 * DAY_MS - HOUR_MS,
  instalments: 'credit_lump_sum',
  announcesReversals: true,
  refundWindowDays: null,
  // Counted unlike ISO 4217 (docs.adyen.com/development-resources/currency-codes).
  currencies: currencyRules({
    CLP: { decimals: 2 },
    CVE: { decimals: 0 },
    IDR: { decimals: 0 },
    ISK: { decimals: 2 },
  }),
  // No call shows the refunds of a payment. A repeat under the same key is answered as the first call was.
  lookUp: { by: 'none' },
  // A refund stands in the settlement details report of the batch that takes it up: at the latest the one after a week.
  books: { by: 'report', reports: 'adyen_settlement_details', visibleWithinMs: 7 * DAY_MS },
  pendingLimitMs: null,
};
