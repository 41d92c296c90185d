import type { Sentence } from '../policy/policy';

/** Why a gateway declined a transfer, in words for the customer: no blame, no card details, and no gateway's own text. */
const SENTENCES: ReadonlyMap<string, Sentence> = new Map([
  [
    'card_expired',
    { he: 'הכרטיס ששולם בו כבר אינו בתוקף.', en: 'The card that was used for the payment is no longer valid.' },
  ],
  ['card_lost', { he: 'הכרטיס ששולם בו דווח כאבוד.', en: 'The card that was used for the payment was reported lost.' }],
  ['card_declined', { he: 'הבנק לא קיבל את ההחזר לכרטיס.', en: 'The bank did not accept the refund to the card.' }],
  [
    'payment_disputed',
    { he: 'התשלום נמצא בבירור מול חברת האשראי.', en: 'The payment is being looked into by the card company.' },
  ],
  ['already_refunded', { he: 'התשלום כבר הוחזר במלואו.', en: 'The payment was already paid back in full.' }],
  [
    'payment_too_old',
    {
      he: 'עבר זמן רב מדי מהתשלום, ואי אפשר להחזיר אליו כסף.',
      en: 'Too much time has passed since the payment to pay money back to it.',
    },
  ],
  ['insufficient_funds', { he: 'ההחזר מתעכב אצל בית העסק.', en: 'The refund is held up at the merchant.' }],
  [
    'refund_not_supported',
    {
      he: 'אי אפשר להחזיר כסף לאמצעי התשלום הזה.',
      en: 'Money cannot be paid back to this payment method.',
    },
  ],
]);
/** Other gateways' codes for the same facts. */
const SAME_AS: ReadonlyMap<string, string> = new Map([
  ['expired_or_canceled_card', 'card_expired'],
  ['expired_card', 'card_expired'],
  ['lost_or_stolen_card', 'card_lost'],
  ['declined', 'card_declined'],
  ['charge_for_pending_refund_disputed', 'payment_disputed'],
  ['amount_exceeds_payment', 'already_refunded'],
  ['payment_method_unsupported_type', 'refund_not_supported'],
]);
const UNNAMED: Sentence = {
  he: 'חברת הסליקה לא ביצעה את ההחזר.',
  en: 'The payment company did not carry out the refund.',
};

/** The sentence of a transfer's `declineReason`; a code that is not listed says only that nothing was paid. */
export const declineSentence = (reason: string | null): Sentence =>
  SENTENCES.get(SAME_AS.get(reason ?? '') ?? reason ?? '') ?? UNNAMED;
