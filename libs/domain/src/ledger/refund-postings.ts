import type { Money } from '../money/money';
import { movement, postings, reverse, type Posting, type Side } from './posting';

/** The parts of a refund, or of what of it was given back: lines and shipping with their tax, goodwill, fee and its tax. */
export type PayableParts = Readonly<{
  currency: string;
  goods: readonly Readonly<{ gross: number; tax: number }>[];
  goodwill: number;
  fee: number;
  feeTax: number;
}>;

/** What the customer is owed for these parts. */
export const payableOf = ({ goods, goodwill, fee }: PayableParts): number =>
  goods.reduce((total, { gross }) => total + gross, goodwill) - fee;

/** A refund enters `processing` the first time, or with changed amounts (the old set countered by `reverse`). */
export function postingsForApproved(parts: PayableParts): readonly Posting[] {
  const { currency, goods, goodwill, fee, feeTax } = parts;
  const tax = goods.reduce((total, part) => total + part.tax, 0);
  const net = goods.reduce((total, part) => total + part.gross - part.tax, 0);
  const debits: Side[] = [
    ['sales_returns', net],
    ['tax_payable', tax],
    ['goodwill_expense', goodwill],
  ];
  const credits: Side[] = [
    ['refunds_payable', payableOf(parts)],
    ['fee_income', fee - feeTax],
    ['tax_payable', feeTax],
  ];
  return postings(currency, debits, credits);
}

/** A refund closes after `processing`: failed or cancelled with all its parts, short with the parts it gave back. */
export const postingsForClosed = (parts: PayableParts): readonly Posting[] => reverse(postingsForApproved(parts));

export const postingsForSettled = (amount: Money): readonly Posting[] =>
  movement('refunds_payable', 'gateway_clearing', amount);
export const postingsForReversed = (amount: Money): readonly Posting[] => reverse(postingsForSettled(amount));

/** A refund that the merchant made at the gateway, or that a given-up transfer turned out to have made. Nothing was owed before it. */
export const postingsForExternalRefund = (amount: Money): readonly Posting[] =>
  movement('external_refunds', 'gateway_clearing', amount);
export const postingsForExternalReversed = (amount: Money): readonly Posting[] =>
  reverse(postingsForExternalRefund(amount));

/** The gateway withdrew a disputed amount, gave it back, or lost it for good. */
export const postingsForDisputeOpened = (amount: Money): readonly Posting[] =>
  movement('dispute_receivable', 'gateway_clearing', amount);
export const postingsForDisputeWon = (amount: Money): readonly Posting[] => reverse(postingsForDisputeOpened(amount));
export const postingsForDisputeLost = (amount: Money): readonly Posting[] =>
  movement('dispute_loss', 'dispute_receivable', amount);

/** A partner gives back commission on what was refunded; a reversal gives it to him again. */
export const postingsForClawback = (amount: Money): readonly Posting[] =>
  movement('partner_receivable', 'commission_expense', amount);
