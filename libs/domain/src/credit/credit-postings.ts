import { movement, postings, reverse, type Posting } from '../ledger/posting';
import type { Money } from '../money/money';

/** Credit for what a refund owes, or moved there by a cash-out that is taken back. */
export const postingsForCreditIssued = (amount: Money): readonly Posting[] =>
  movement('refunds_payable', 'customer_credit', amount);
/** Credit that nobody was owed: the bonus of choosing credit, or goodwill. */
export const postingsForBonusIssued = (amount: Money): readonly Posting[] =>
  movement('goodwill_expense', 'customer_credit', amount);

/** An order holds credit, lets it go again, or takes it. */
export const postingsForCreditHeld = (amount: Money): readonly Posting[] =>
  movement('customer_credit', 'customer_credit_held', amount);
export const postingsForCreditReleased = (amount: Money): readonly Posting[] => reverse(postingsForCreditHeld(amount));
export const postingsForCreditSpent = (amount: Money): readonly Posting[] =>
  movement('customer_credit_held', 'sales_clearing', amount);

export const postingsForCreditExpired = (amount: Money): readonly Posting[] =>
  movement('customer_credit', 'breakage_income', amount);
/** Money instead of credit; it then goes out as a transfer. */
export const postingsForCashOut = (amount: Money): readonly Posting[] =>
  movement('customer_credit', 'refunds_payable', amount);

/** An issue is taken back: what is still there from the credit, what was spent as a debt of the customer. Never below zero. */
export function postingsForCreditReversed(issued: Money, available: number): readonly Posting[] {
  const taken = Math.min(issued.amount, Math.max(0, available));
  return postings(
    issued.currency,
    [
      ['customer_credit', taken],
      ['customer_receivable', issued.amount - taken],
    ],
    [['refunds_payable', issued.amount]],
  );
}
