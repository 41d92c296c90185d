import type { Sentence } from '../policy/policy';

/**
 * Why a person may reject a refund. `legal` ones are grounds that the law knows: only they reject a statutory refund
 * (domain.md section 2), for a customer's right does not end with a merchant's wish.
 */
type RejectionReason = Sentence & Readonly<{ legal: boolean }>;
export const REJECTION_REASONS = {
  right_ended: {
    legal: true,
    he: 'המועד לביטול העסקה לפי החוק חלף לפני קבלת הבקשה.',
    en: 'The time in which the law allows a cancellation had ended before the request came.',
  },
  no_right_for_item: {
    legal: true,
    he: 'לפי החוק אין זכות ביטול לפריט מסוג זה.',
    en: 'The law gives no right to cancel for an item of this kind.',
  },
  claim_not_confirmed: {
    legal: true,
    he: 'בבדיקה לא נמצאה התקלה שעליה דווח.',
    en: 'The problem that was reported could not be found when we checked.',
  },
  already_refunded: {
    legal: true,
    he: 'הסכום הזה כבר הוחזר.',
    en: 'This amount was already paid back.',
  },
  goods_not_returned: {
    legal: true,
    he: 'המוצרים לא הוחזרו.',
    en: 'The goods were not sent back.',
  },
  outside_policy: {
    legal: false,
    he: 'הבקשה אינה עומדת בתנאי ההחזרות של בית העסק.',
    en: "The request does not meet the merchant's return terms.",
  },
  used_or_damaged: {
    legal: false,
    he: 'המוצר הוחזר במצב שאינו מאפשר החזר.',
    en: 'The item came back in a state for which no refund is given.',
  },
  information_missing: {
    legal: false,
    he: 'חסר מידע שנדרש כדי לאשר את הבקשה.',
    en: 'Information that is needed to approve the request is missing.',
  },
  duplicate_request: {
    legal: false,
    he: 'כבר קיימת בקשה זהה שנמצאת בטיפול.',
    en: 'The same request is already being handled.',
  },
  withdrawn: {
    legal: false,
    he: 'הבקשה נמשכה לפי בקשת הלקוח.',
    en: 'The request was withdrawn at the wish of the customer.',
  },
  other: {
    legal: false,
    he: 'הבקשה נבדקה ולא אושרה.',
    en: 'The request was looked at and not approved.',
  },
} as const satisfies Record<string, RejectionReason>;
export type RejectionCode = keyof typeof REJECTION_REASONS;
export const REJECTION_CODES = Object.keys(REJECTION_REASONS) as readonly RejectionCode[];

export const isRejectionCode = (code: string): code is RejectionCode => Object.hasOwn(REJECTION_REASONS, code);
/** True for a ground on which also a statutory refund may be rejected. */
export const isLegalRejection = (code: string): boolean => isRejectionCode(code) && REJECTION_REASONS[code].legal;
/** In the order of the list. */
export const LEGAL_REJECTION_CODES = REJECTION_CODES.filter(isLegalRejection);
/** The customer's sentence of a rejection; an unlisted code gives the general one, never the bare code. */
export function rejectionSentence(code: string | null): Sentence {
  const { he, en } = REJECTION_REASONS[code !== null && isRejectionCode(code) ? code : 'other'];
  return { he, en };
}
