import type { Sentence } from '../policy/policy';
import { REVIEW_REASONS, type ReviewReason } from '../refund/status-of-money';

/** Why a refund waits for a person, in words for staff. */
const SENTENCES: Readonly<Record<ReviewReason, Sentence>> = {
  transfer_declined: {
    he: 'העברה נדחתה ואין צעד אוטומטי נוסף.',
    en: 'A transfer was declined and nothing follows by itself.',
  },
  transfer_reversed: {
    he: 'כסף שכבר עבר חזר לבית העסק, והלקוח עדיין זכאי לו.',
    en: 'Money that had moved came back to the merchant and is owed to the customer again.',
  },
  payout_uncovered: {
    he: 'ההעברות שנותרו אינן מכסות את סכום ההחזר.',
    en: 'The transfers that are left do not cover the payout.',
  },
  paid_twice: {
    he: 'העברה קודמת העבירה את הכסף בכל זאת, לצד העברה חדשה. ייתכן שהלקוח קיבל פעמיים.',
    en: 'An earlier attempt or transfer moved the money after all, beside a newer one. The customer may have it twice.',
  },
  no_answer: {
    he: 'תוצאת ההעברה לא ידועה גם אחרי כל הבירורים.',
    en: 'What became of a transfer is still unknown after every look-up.',
  },
  dispute_open: { he: 'התשלום נמצא בהכחשת עסקה.', en: 'A dispute of the payment is open.' },
  approval_overdue: {
    he: 'הלקוח זכאי להחזר על פי דין, ואיש לא החליט בזמן.',
    en: 'The customer has a legal right and nobody decided in time.',
  },
  goods_overdue: {
    he: 'המוצרים לא הגיעו בזמן, והלקוח זכאי להחזר על פי דין.',
    en: 'The goods did not come in time and the customer has a legal right.',
  },
  destination_rejected: {
    he: 'היעד החדש של הכסף לא אושר, והלקוח עדיין זכאי לו.',
    en: 'The new destination of the money was not approved, and it is still owed to the customer.',
  },
  process_lost: {
    he: 'תהליך ההחזר נעצר ויש להפעילו מחדש.',
    en: 'The process of this refund was lost and must be started again.',
  },
};
const UNNAMED: Sentence = { he: 'נדרשת החלטה של אדם.', en: 'A person must choose how to go on.' };

/** The sentence of a refund's `reviewReason`; rows may hold one that is not known any more. */
export function reviewSentence(reason: string | null): Sentence {
  const known = REVIEW_REASONS.find((one) => one === reason);
  return known === undefined ? UNNAMED : SENTENCES[known];
}
