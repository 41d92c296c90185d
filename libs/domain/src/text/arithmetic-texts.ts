import type { Sentence } from '../policy/policy';
import type { ArithmeticRule } from '../quote/quote-calculations';

/** How each rule of arithmetic is told. The payout is told by the parts that it has. */
export const ARITHMETIC_TEXTS: Readonly<Record<Exclude<ArithmeticRule, 'payout'>, Sentence>> = {
  line_whole: {
    he: '{part}: כל הסכום ששולם, {result:money}.',
    en: '{part}: all that was paid, {result:money}.',
  },
  line_rest: {
    he: '{part}: מה שנותר מתוך {total:money} לאחר {before:money} שכבר הוחזרו, {result:money}.',
    en: '{part}: what is left of {total:money} after {before:money} refunded before, {result:money}.',
  },
  line_units: {
    he: '{part}: יחידות {from} עד {to} מתוך {quantity} ששולם עליהן {total:money}: {upTo:money} פחות {before:money} על היחידות שלפניהן, {result:money}.',
    en: '{part}: units {from} to {to} of {quantity} that cost {total:money}: {upTo:money} less {before:money} for the units before, {result:money}.',
  },
  line_amount: {
    he: '{part}: הסכום שהתבקש, {result:money} מתוך {total:money}.',
    en: '{part}: the amount that was asked for, {result:money} of {total:money}.',
  },
  shipping_whole: {
    he: 'משלוח: כל הסכום ששולם, {result:money}.',
    en: 'Shipping: all that was paid, {result:money}.',
  },
  shipping_rest: {
    he: 'משלוח: מה שנותר מתוך {total:money} לאחר {before:money} שכבר הוחזרו, {result:money}.',
    en: 'Shipping: what is left of {total:money} after {before:money} refunded before, {result:money}.',
  },
  shipping_amount: {
    he: 'משלוח: הסכום שהתבקש, {result:money} מתוך {total:money}.',
    en: 'Shipping: the amount that was asked for, {result:money} of {total:money}.',
  },
  tax: {
    he: '{partName}: המס הכלול, {upTo:money} על כל ההחזרים עד כה פחות {before:money} שכבר נספרו, {result:money}.',
    en: '{partName}: the tax inside, {upTo:money} for all refunds so far less {before:money} counted before, {result:money}.',
  },
  goodwill: { he: 'מחווה, כפי שהתבקשה: {result:money}.', en: 'Goodwill, as it was asked for: {result:money}.' },
  fee: {
    he: 'דמי ביטול: {bps:share} מתוך {base:money} הם {share:money}; לאחר המגבלות, {result:money}.',
    en: 'Fee: {bps:share} of {base:money} is {share:money}; after the limits, {result:money}.',
  },
  transfer: {
    he: 'אל {paymentName}: {result:money} מתוך {payout:money}.',
    en: 'To {paymentName}: {result:money} of {payout:money}.',
  },
};
