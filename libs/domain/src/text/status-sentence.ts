import type { Sentence } from '../policy/policy';
import type { RefundStatus } from '../refund/refund-status';

/** Where a refund stands, for a person: one sentence without a promise that somebody else must keep. */
export const STATUS_SENTENCES: Readonly<Record<RefundStatus, Sentence>> = {
  requested: { he: 'הבקשה התקבלה.', en: 'The request was received.' },
  awaiting_approval: { he: 'ההחזר ממתין לאישור.', en: 'The refund is waiting for an approval.' },
  awaiting_return: { he: 'ההחזר ממתין לקבלת המוצרים.', en: 'The refund is waiting for the goods to come back.' },
  processing: { he: 'ההחזר מועבר לחברת הסליקה.', en: 'The refund is being handed to the payment company.' },
  awaiting_gateway: {
    he: 'חברת הסליקה קיבלה את ההחזר ועדיין לא השלימה אותו.',
    en: 'The payment company has the refund and has not finished it yet.',
  },
  in_doubt: {
    he: 'תשובת חברת הסליקה עדיין לא ידועה, והבירור נמשך.',
    en: 'The answer of the payment company is not known yet and is being looked up.',
  },
  needs_review: { he: 'ההחזר דורש טיפול של הצוות.', en: 'The refund needs a person to look at it.' },
  completed: { he: 'ההחזר בוצע.', en: 'The refund is complete.' },
  rejected: { he: 'הבקשה נדחתה.', en: 'The request was rejected.' },
  expired: { he: 'הבקשה פגה כי המועד לטיפול בה עבר.', en: 'The request expired because its time ran out.' },
  cancelled: { he: 'הבקשה בוטלה.', en: 'The request was cancelled.' },
  failed: { he: 'ההחזר נסגר ללא העברת כסף.', en: 'The refund was closed without moving money.' },
};

export const statusSentence = (status: RefundStatus): Sentence => STATUS_SENTENCES[status];
