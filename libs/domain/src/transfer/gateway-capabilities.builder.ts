import type { GatewayCapabilities } from './gateway-capabilities';
import { currencyRules } from './wire-amount';

const HOUR_MS = 3_600_000;

/** A gateway that can do everything, for tests. */
export const capabilities = (overrides: Partial<GatewayCapabilities> = {}): GatewayCapabilities => ({
  partialRefunds: true,
  voidsUncaptured: false,
  keyLifetimeMs: 24 * HOUR_MS,
  instalments: 'credit_lump_sum',
  announcesReversals: true,
  refundWindowDays: null,
  currencies: currencyRules(),
  lookUp: { by: 'reference', isComplete: false, visibleWithinMs: HOUR_MS },
  books: { by: 'list', reports: 'standard', visibleWithinMs: HOUR_MS },
  pendingLimitMs: null,
  ...overrides,
});
