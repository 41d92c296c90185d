import { currencyRules, type GatewayCapabilities } from '@zikui/domain';

const DAY_MS = 86_400_000;

/** What the contract demands of every bridge (docs/generic-gateway.md). What its acquirer cannot do, it declines. */
export const GENERIC_CAPABILITIES: GatewayCapabilities = {
  partialRefunds: true,
  voidsUncaptured: true,
  // A bridge keeps keys for 30 days; the day less is for clocks that differ and for calls under way.
  keyLifetimeMs: 29 * DAY_MS,
  instalments: 'credit_lump_sum',
  announcesReversals: true,
  refundWindowDays: null,
  currencies: currencyRules(),
  // A bridge writes an ask down before it carries it out, so that a look-up shows it from then on.
  lookUp: { by: 'reference', isComplete: true, visibleWithinMs: 60_000 },
  // The same writing down is what its list shows.
  books: { by: 'list', reports: 'standard', visibleWithinMs: 60_000 },
  pendingLimitMs: null,
};
