import { invariant } from '../invariant';
import { isCurrency } from './currency';

/**
 * An amount in the currency's minor unit (agorot, cents, yen). Always a safe integer. Where the code names the currency
 * (`Money<'ILS'>`), adding another one does not compile; where it is read from data, it throws.
 */
export type Money<Currency extends string = string> = Readonly<{ amount: number; currency: Currency }>;

/** The only maker of money. Throws on a fraction, an amount beyond 2^53-1 and an unknown currency. */
export function money<Currency extends string>(amount: number, currency: Currency): Money<Currency> {
  invariant(Number.isSafeInteger(amount), `an amount is a safe integer, got ${amount}`);
  invariant(isCurrency(currency), `a currency is an ISO 4217 code, got ${currency}`);
  return { amount: amount === 0 ? 0 : amount, currency }; // -0 would not equal 0 once it went through JSON.
}

/** Throws when the currencies differ, or when the sum is no longer exact. */
export function add<Currency extends string>(a: Money<Currency>, b: Money<NoInfer<Currency>>): Money<Currency> {
  return money(a.amount + b.amount, sameCurrency(a, b));
}

/** Throws when the currencies differ. May be negative. */
export function subtract<Currency extends string>(a: Money<Currency>, b: Money<NoInfer<Currency>>): Money<Currency> {
  return money(a.amount - b.amount, sameCurrency(a, b));
}

/** Zero of `currency` for an empty list. Throws when one of them has another currency. */
export function sum<Currency extends string>(
  all: readonly Money<Currency>[],
  currency: NoInfer<Currency>,
): Money<Currency> {
  return all.reduce<Money<Currency>>((total, one) => add(total, one), money<Currency>(0, currency));
}

function sameCurrency<Currency extends string>(a: Money<Currency>, b: Money): Currency {
  invariant(a.currency === b.currency, `amounts of one currency, got ${a.currency} and ${b.currency}`);
  return a.currency;
}
