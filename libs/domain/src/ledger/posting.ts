import { invariant } from '../invariant';
import { money, type Money } from '../money/money';
import type { LedgerAccount } from './account';

/** One signed amount on one account: debit positive, credit negative, never zero. */
export type Posting = Readonly<{ account: LedgerAccount; amount: number; currency: string }>;
/** What is put on an account before zeros are left out. */
export type Side = readonly [account: LedgerAccount, amount: number];

/**
 * The postings of one transaction. Amounts are natural numbers on the side they stand on; zeros are left out. Throws when
 * debits and credits differ: an unbalanced transaction is a defect and must never reach the database.
 */
export function postings(currency: string, debits: readonly Side[], credits: readonly Side[]): readonly Posting[] {
  invariant(
    [...debits, ...credits].every(([, amount]) => amount >= 0),
    'amounts of a transaction are natural numbers',
  );
  const all = [...debits, ...credits.map(([account, amount]) => [account, -amount] as const)]
    .filter(([, amount]) => amount !== 0)
    .map(([account, amount]) => ({ account, ...money(amount, currency) }));
  invariant(isBalanced(all), `debits and credits are equal, got ${JSON.stringify(all)}`);
  return all;
}

/** One amount from the credited to the debited account; nothing when it is zero. */
export const movement = (
  debit: LedgerAccount,
  credit: LedgerAccount,
  { amount, currency }: Money,
): readonly Posting[] => postings(currency, [[debit, amount]], [[credit, amount]]);

/** Undoes postings with new ones: signs turned, order reversed. History is never edited. */
export const reverse = (all: readonly Posting[]): readonly Posting[] =>
  all.map((posting) => ({ ...posting, amount: -posting.amount })).reverse();

/** True when the postings sum to zero in every currency. BigInt, for a sum of safe integers need not be safe. */
export function isBalanced(all: readonly Posting[]): boolean {
  const sums = new Map<string, bigint>();
  for (const { amount, currency } of all) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amount));
  return [...sums.values()].every((sum) => sum === 0n);
}
