import { isCurrency, type ErrorCode } from '@zikui/domain';
import type { Breach } from './field-rules';

/** Money that is asked for: 1 .. 2^53-1. Another form of number became NaN when the body was read. */
export const amountBreach = (value: unknown): Breach | null =>
  isExactInteger(value) && value >= 1 ? null : { code: 'invalid_amount', rule: 'amount' };

/** Money in a sale, where a line may be free and tax may be none. */
export const amountOrZeroBreach = (value: unknown): Breach | null =>
  isExactInteger(value) && value >= 0 ? null : { code: 'invalid_amount', rule: 'amount_or_zero' };

export const signedAmountBreach = (value: unknown): Breach | null =>
  isExactInteger(value) ? null : { code: 'invalid_amount', rule: 'signed_amount' };

export const wholeNumberBreach = (value: unknown, max: number, code: ErrorCode = 'invalid_field'): Breach | null =>
  isExactInteger(value) && value >= 1 && value <= max ? null : { code, rule: 'whole_number', limit: max };

export const currencyBreach = (value: unknown): Breach | null =>
  typeof value === 'string' && isCurrency(value) ? null : { code: 'invalid_field', rule: 'currency' };

const isExactInteger = (value: unknown): value is number => Number.isSafeInteger(value);
