import type { QuoteRequest, QuoteSale } from '@zikui/domain';
import type { Chance } from './chance';
import type { Abilities, GatewayFault } from './model-gateway';

export const HOUR = 3_600_000;
export const SALE: Omit<QuoteSale, 'payments'> = {
  currency: 'ILS',
  lines: [
    { ref: 'l1', kind: 'goods', quantity: 3, total: 29_900, tax: 4_561 },
    { ref: 'l2', kind: 'goods', quantity: 7, total: 1_001, tax: 153 },
  ],
  shipping: { total: 3_000, tax: 458 },
};
export const PAYMENTS = [
  ['pay-1', 20_000],
  ['pay-2', 13_901],
] as const;
export const FAULTS: readonly GatewayFault[] = [
  'declines',
  'stays_pending',
  'never_arrives',
  'lost_after_work',
  'answers_another_amount',
  'is_too_busy',
  'declines_and_pays_later',
];
/** Gateways that keep keys for a day, keep none, or whose list proves nothing. */
export const ABILITIES: readonly Abilities[] = [
  { keyLifetimeMs: 23 * HOUR, visibleWithinMs: 5 * 60_000 },
  { keyLifetimeMs: 0, visibleWithinMs: 5 * 60_000 },
  { keyLifetimeMs: 23 * HOUR, visibleWithinMs: null },
] as const;

/** What a caller might ask for, sensible or not. */
export function anyRequest(chance: Chance): QuoteRequest {
  return {
    destination: 'original',
    lines: chance.happens(0.5)
      ? [{ ref: 'l1', quantity: chance.between(1, 2) }]
      : [{ ref: chance.happens(0.5) ? 'l1' : 'l2', amount: chance.between(1, 12_000) }],
    ...(chance.happens(0.3) && { shipping: { amount: chance.between(1, 3_000) } }),
    ...(chance.happens(0.3) && { goodwill: { amount: chance.between(1, 9_000) } }),
  };
}
