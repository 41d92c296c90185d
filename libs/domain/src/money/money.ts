import { invariant } from '../invariant';
import { isCurrency } from './currency';

/** An amount in the currency's minor unit (agorot, cents, yen). Always a safe integer. */
export type Money = Readonly<{ amount: number; currency: string }>;

/** The only maker of money. Throws on a fraction, an amount beyond 2^53-1 and an unknown currency. */
export function money(amount: number, currency: string): Money {
  invariant(Number.isSafeInteger(amount), `an amount is a safe integer, got ${amount}`);
  invariant(isCurrency(currency), `a currency is an ISO 4217 code, got ${currency}`);
  return { amount: amount === 0 ? 0 : amount, currency }; // -0 would not equal 0 once it went through JSON.
}

/** Throws when the currencies differ, or when the sum is no longer exact. */
export function add(a: Money, b: Money): Money {
  return money(a.amount + b.amount, sameCurrency(a, b));
}

/** Throws when the currencies differ. May be negative. */
export function subtract(a: Money, b: Money): Money {
  return money(a.amount - b.amount, sameCurrency(a, b));
}

/** Zero of `currency` for an empty list. Throws when one of them has another currency. */
export function sum(all: readonly Money[], currency: string): Money {
  return all.reduce(add, money(0, currency));
}

function sameCurrency(a: Money, b: Money): string {
  invariant(a.currency === b.currency, `amounts of one currency, got ${a.currency} and ${b.currency}`);
  return a.currency;
}
