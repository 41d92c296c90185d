import type { Breach } from './field-rules';
import { amountBreach } from './number-rule';

/** `{ "amount": 500 }` and nothing else. */
export function amountObjectBreach(value: unknown): Breach | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { code: 'invalid_field', rule: 'object' };
  const unknown = Object.keys(value).find((name) => name !== 'amount');
  if (unknown !== undefined) return { code: 'unknown_field', rule: 'unknown' };
  if (!('amount' in value)) return { code: 'invalid_field', rule: 'missing', at: '/amount' };
  const breach = amountBreach(value.amount);
  return breach && { ...breach, at: '/amount' };
}

/** Part of the shipping, or all that is left of it. */
export const shippingAskBreach = (value: unknown): Breach | null =>
  value === 'rest'
    ? null
    : typeof value === 'string'
      ? { code: 'invalid_field', rule: 'one_of_the_listed' }
      : amountObjectBreach(value);
