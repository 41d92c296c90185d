import type { Sentence } from '../policy/policy';
import type { RefundStatus } from '../refund/refund-status';

/** How the customer gets what is owed: back the way he paid, to a bank account, as credit, or in parts by several of these. */
export const PAY_WAYS = ['original', 'manual', 'store_credit', 'mixed'] as const;
export type PayWay = (typeof PAY_WAYS)[number];

/** Where a refund stands, for its customer: a headline, and what it means for him. `{amount}` and `{method}` are filled in. */
export type CustomerStatus = Readonly<{ headline: Sentence; meaning: Sentence }>;
type Statuses = Readonly<Record<RefundStatus, CustomerStatus>>;

/** Money. Nothing here says that money was sent, but for `completed`: all of it has settled then. */
const MONEY: Statuses = {
  requested: {
    headline: { he: 'קיבלנו את הבקשה', en: 'We have your request' },
    meaning: {
      he: 'הבקשה נקלטה ותיבדק. אין צורך לעשות דבר.',
      en: 'It is recorded and will be checked. You need not do anything.',
    },
  },
  awaiting_approval: {
    headline: { he: 'הבקשה בבדיקה', en: 'Your request is being checked' },
    meaning: { he: 'נכתוב לך מיד כשתתקבל החלטה.', en: 'We will write to you as soon as it is decided.' },
  },
  awaiting_return: {
    headline: { he: 'מחכים למוצר', en: 'Waiting for the item' },
    meaning: {
      he: 'הבקשה אושרה. הטיפול בכסף יתחיל כשהמוצר יגיע אלינו.',
      en: 'The request is approved. We begin with the money when the item reaches us.',
    },
  },
  processing: {
    headline: { he: 'ההחזר בביצוע', en: 'Refund in progress' },
    meaning: {
      he: 'אנחנו מעבירים את {amount} אל {method}. הכסף עדיין לא נשלח.',
      en: 'We are handing {amount} over to {method}. The money has not been sent yet.',
    },
  },
  awaiting_gateway: {
    headline: { he: 'הבקשה הועברה אל חברת הסליקה', en: 'Passed on to the payment company' },
    meaning: {
      he: 'חברת הסליקה קיבלה את הבקשה להעביר {amount} אל {method}, ועדיין לא אישרה שהעבירה אותם.',
      en: 'The payment company was asked to send {amount} to {method}, and has not confirmed yet that it did.',
    },
  },
  in_doubt: {
    headline: { he: 'מוודאים שהכסף נשלח', en: 'Confirming the payment' },
    meaning: {
      he: 'עדיין לא קיבלנו תשובה ברורה על {amount}, ואנחנו מבררים. לא צריך לעשות דבר, והסכום לא ילך לאיבוד.',
      en: 'We do not have a clear answer about {amount} yet and are finding out. You need not do anything, and the amount cannot get lost.',
    },
  },
  needs_review: {
    headline: { he: 'אנחנו מטפלים בזה', en: 'We are working on it' },
    meaning: {
      he: 'אדם מהצוות מטפל בבקשה. נכתוב לך כשיהיה חדש.',
      en: 'A person of our team is looking after it. We will write to you when there is news.',
    },
  },
  completed: {
    headline: { he: 'הכסף נשלח', en: 'Money sent' },
    meaning: {
      he: '{amount} נשלחו אל {method}. היום שבו הסכום יופיע בחשבון תלוי בבנק או בחברת האשראי.',
      en: '{amount} was sent to {method}. Your bank decides on which day it shows.',
    },
  },
  rejected: {
    headline: { he: 'הבקשה לא אושרה', en: 'Not approved' },
    meaning: {
      he: 'הבקשה נבדקה ולא אושרה. לא הועבר כסף. הזכויות שלך לפי החוק נשמרות.',
      en: 'The request was checked and not approved. No money was moved. The rights that the law gives you stay as they are.',
    },
  },
  expired: {
    headline: { he: 'הבקשה נסגרה', en: 'Request closed' },
    meaning: {
      he: 'המועד לטיפול בבקשה חלף, והיא נסגרה. לא הועבר כסף. אפשר להגיש בקשה חדשה.',
      en: 'Its time ran out, so it was closed. No money was moved. You can ask again.',
    },
  },
  cancelled: {
    headline: { he: 'הבקשה בוטלה', en: 'Cancelled' },
    meaning: { he: 'הבקשה בוטלה. לא הועבר כסף.', en: 'The request was cancelled. No money was moved.' },
  },
  failed: {
    headline: { he: 'ההחזר לא בוצע', en: 'Not paid' },
    meaning: {
      he: 'לא הועבר כסף. נחזור אליך, ואפשר גם לפנות אלינו.',
      en: 'No money was moved. We will contact you, and you can contact us.',
    },
  },
};

/** Credit: no money is sent at any time, so no sentence speaks of money that moves. */
const CREDIT: Statuses = {
  ...MONEY,
  awaiting_return: {
    headline: MONEY.awaiting_return.headline,
    meaning: {
      he: 'הבקשה אושרה. הזיכוי לקנייה יוכן כשהמוצר יגיע אלינו.',
      en: 'The request is approved. Your store credit is prepared when the item reaches us.',
    },
  },
  processing: {
    headline: { he: 'מכינים את הזיכוי לקנייה', en: 'Preparing your store credit' },
    meaning: { he: 'זיכוי לקנייה בסך {amount} נרשם עכשיו.', en: 'Store credit of {amount} is being recorded.' },
  },
  awaiting_gateway: {
    headline: { he: 'מכינים את הזיכוי לקנייה', en: 'Preparing your store credit' },
    meaning: { he: 'זיכוי לקנייה בסך {amount} נרשם עכשיו.', en: 'Store credit of {amount} is being recorded.' },
  },
  in_doubt: {
    headline: { he: 'מוודאים שהזיכוי לקנייה נרשם', en: 'Confirming your store credit' },
    meaning: {
      he: 'אנחנו מוודאים שזיכוי לקנייה בסך {amount} נרשם. לא צריך לעשות דבר.',
      en: 'We are making sure that store credit of {amount} is recorded. You need not do anything.',
    },
  },
  completed: {
    headline: { he: 'הזיכוי לקנייה מוכן לשימוש', en: 'Store credit ready to use' },
    meaning: {
      he: 'זיכוי לקנייה בסך {amount} עומד לרשותך ויקוזז בתשלום הבא.',
      en: 'Store credit of {amount} is yours and is taken off your next payment.',
    },
  },
  rejected: {
    headline: MONEY.rejected.headline,
    meaning: {
      he: 'הבקשה נבדקה ולא אושרה. הזכויות שלך לפי החוק נשמרות.',
      en: 'The request was checked and not approved. The rights that the law gives you stay as they are.',
    },
  },
  expired: {
    headline: MONEY.expired.headline,
    meaning: {
      he: 'המועד לטיפול בבקשה חלף, והיא נסגרה. אפשר להגיש בקשה חדשה.',
      en: 'Its time ran out, so it was closed. You can ask again.',
    },
  },
  cancelled: {
    headline: MONEY.cancelled.headline,
    meaning: { he: 'הבקשה בוטלה.', en: 'The request was cancelled.' },
  },
  failed: {
    headline: { he: 'הזיכוי לקנייה לא נרשם', en: 'No store credit was recorded' },
    meaning: {
      he: 'נחזור אליך, ואפשר גם לפנות אלינו.',
      en: 'We will contact you, and you can contact us.',
    },
  },
};

/** A bank account: people hand the order to a bank, and no payment company takes part. */
const BY_HAND: Statuses = {
  ...MONEY,
  awaiting_gateway: {
    headline: { he: 'ההעברה נמסרה לבנק', en: 'Handed to the bank' },
    meaning: {
      he: 'הבנק קיבל הוראה להעביר {amount}, ועדיין לא אישר שהעביר אותם.',
      en: 'The bank was told to transfer {amount}, and has not confirmed yet that it did.',
    },
  },
  completed: {
    headline: MONEY.completed.headline,
    meaning: {
      he: '{amount} נשלחו אל {method}. היום שבו הסכום יופיע בחשבון תלוי בבנק.',
      en: '{amount} was sent to {method}. Your bank decides on which day it shows.',
    },
  },
};

/** Parts that take several ways: each has a line of its own below. */
const IN_PARTS: CustomerStatus = {
  headline: MONEY.processing.headline,
  meaning: {
    he: 'ההחזר של {amount} נעשה בכמה חלקים. המצב של כל חלק מופיע למטה.',
    en: 'The refund of {amount} is made in several parts. Where each of them stands is listed below.',
  },
};
const MIXED: Statuses = {
  ...MONEY,
  processing: IN_PARTS,
  awaiting_gateway: IN_PARTS,
  completed: {
    headline: { he: 'הכול בוצע', en: 'All done' },
    meaning: {
      he: 'כל החלקים של {amount} הגיעו לביצוע. הפירוט מופיע למטה.',
      en: 'Every part of {amount} was carried out. Each is listed below.',
    },
  },
};

const BY_WAY: Readonly<Record<PayWay, Statuses>> = {
  original: MONEY,
  manual: BY_HAND,
  store_credit: CREDIT,
  mixed: MIXED,
};

/** Where nobody can be written to, because the personal data was erased: what is true then instead of "we will write". */
const UNWRITTEN: Partial<Record<RefundStatus, Sentence>> = {
  awaiting_approval: { he: 'ההחלטה תופיע בדף הזה.', en: 'The decision will show on this page.' },
  needs_review: {
    he: 'אדם מהצוות מטפל בבקשה. מה שיתחדש יופיע בדף הזה.',
    en: 'A person of our team is looking after it. Any news will show on this page.',
  },
  failed: { he: 'לא הועבר כסף. יש לפנות אלינו.', en: 'No money was moved. Please contact us.' },
};
const UNWRITTEN_CREDIT: Partial<Record<RefundStatus, Sentence>> = {
  ...UNWRITTEN,
  failed: { he: 'יש לפנות אלינו.', en: 'Please contact us.' },
};

/** `canWrite`: there is an address to which news can go. */
export function customerStatus(status: RefundStatus, way: PayWay, canWrite = true): CustomerStatus {
  const known = BY_WAY[way][status];
  const instead = canWrite ? undefined : (way === 'store_credit' ? UNWRITTEN_CREDIT : UNWRITTEN)[status];
  return instead ? { ...known, meaning: instead } : known;
}
