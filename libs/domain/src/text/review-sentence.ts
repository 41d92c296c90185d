import type { Sentence } from '../policy/policy';

/** Why a refund waits for a person (`reviewReason`), in words for staff. */
const SENTENCES: ReadonlyMap<string, Sentence> = new Map([
  [
    'transfer_declined',
    { he: 'העברה נדחתה ואין צעד אוטומטי נוסף.', en: 'A transfer was declined and nothing follows by itself.' },
  ],
  [
    'transfer_reversed',
    {
      he: 'כסף שכבר עבר חזר לבית העסק, והלקוח עדיין זכאי לו.',
      en: 'Money that had moved came back to the merchant and is owed to the customer again.',
    },
  ],
  [
    'unknown_too_long',
    {
      he: 'תוצאת ההעברה לא ידועה גם אחרי כל הבירורים.',
      en: 'What became of a transfer is still unknown after every look-up.',
    },
  ],
  [
    'wrong_amount',
    { he: 'חברת הסליקה מדווחת על סכום אחר מזה שהתבקש.', en: 'The gateway reports another amount than was asked for.' },
  ],
  [
    'pending_too_long',
    {
      he: 'העברה ממתינה אצל חברת הסליקה מעבר לזמן המותר.',
      en: 'A transfer is pending at the gateway for longer than allowed.',
    },
  ],
  ['dispute_open', { he: 'התשלום נמצא בהכחשת עסקה.', en: 'A dispute of the payment is open.' }],
  [
    'silent_statutory',
    {
      he: 'הלקוח זכאי להחזר על פי דין, ואיש לא החליט בזמן.',
      en: 'The customer has a legal right and nobody decided in time.',
    },
  ],
  ['pay_by_near', { he: 'המועד החוקי להחזר קרוב.', en: 'The legal date of payment is near.' }],
  [
    'goods_expired',
    {
      he: 'המוצרים לא הגיעו בזמן, והלקוח זכאי להחזר על פי דין.',
      en: 'The goods did not come in time and the customer has a legal right.',
    },
  ],
  [
    'process_lost',
    { he: 'תהליך ההחזר נעצר ויש להפעילו מחדש.', en: 'The process of this refund was lost and must be started again.' },
  ],
]);
const UNNAMED: Sentence = { he: 'נדרשת החלטה של אדם.', en: 'A person must choose how to go on.' };

export const reviewSentence = (reason: string | null): Sentence => SENTENCES.get(reason ?? '') ?? UNNAMED;
