import type { Sentence } from '../policy/policy';

/** What the law and the product itself say in an explanation; a policy's rules bring their own texts. */
export const EXPLANATION_TEXTS = {
  right_until: {
    he: 'לפי החוק אפשר לבטל עד {cancelBy:day}, והבקשה התקבלה בזמן.',
    en: 'The law allows a cancellation until {cancelBy:day}, and the request came in time.',
  },
  right_open: {
    he: 'לפי החוק המועד לביטול עוד לא התחיל, והבקשה התקבלה בזמן.',
    en: 'The time in which the law allows a cancellation has not begun to run, so the request came in time.',
  },
  waiver: {
    he: 'בסיבה הזו ({reasonName}) החוק מזכה בהחזר בכל מועד וללא דמי ביטול.',
    en: 'For this reason ({reasonName}) the law gives a refund on any date and without a fee.',
  },
  law_over_policy: {
    he: 'מדיניות בית העסק לא מאפשרת את ההחזר, אבל החוק מזכה בו.',
    en: "The merchant's policy would refuse this refund, but the law gives a right to it.",
  },
  claim: {
    he: 'ההחזר מבוסס רק על הסיבה שנמסרה, ולכן אדם בודק אותה.',
    en: 'The refund rests on the given reason alone, so a person looks at it.',
  },
  fee_cap: {
    he: 'החוק מגביל את דמי הביטול ל־{cap:money}.',
    en: 'The law limits the fee to {cap:money}.',
  },
  destination_over_policy: {
    he: 'מדיניות בית העסק לא מאפשרת החזר לאמצעי התשלום המקורי, אבל החוק מזכה בו.',
    en: "The merchant's policy would not pay back to the original payment method, but the law gives a right to it.",
  },
  credit_months: {
    he: 'לפי החוק הזיכוי לקנייה עתידית יהיה בתוקף {months} חודשים לפחות.',
    en: 'The law makes the store credit valid for {months} months at least.',
  },
  proof_of_sending: {
    he: 'ההחזר נשלח כשיש הוכחה שהמוצרים נשלחו.',
    en: 'The refund is sent as soon as there is proof that the goods were sent.',
  },
  pay_by: {
    he: 'הכסף צריך לעבור עד {payBy:day}.',
    en: 'The money is due by {payBy:day}.',
  },
  instalments_cancel_plan: {
    he: 'התשלום {payment} חולק ל־{instalments} תשלומים: התשלומים שנותרו יבוטלו, ומה שכבר נגבה יזוכה, עד {amount:money}.',
    en: 'Payment {payment} runs over {instalments} instalments: those still to come are cancelled, and what was charged is credited, up to {amount:money}.',
  },
  instalments_credit_lump_sum: {
    he: 'התשלום {payment} חולק ל־{instalments} תשלומים: {amount:money} יזוכו בבת אחת, והתשלומים שנותרו ימשיכו להיגבות כרגיל.',
    en: 'Payment {payment} runs over {instalments} instalments: {amount:money} is credited at once, and those still to come are charged as before.',
  },
  instalments_credit_in_instalments: {
    he: 'התשלום {payment} חולק ל־{instalments} תשלומים: {amount:money} יזוכו באותו מספר של תשלומים חודשיים.',
    en: 'Payment {payment} runs over {instalments} instalments: {amount:money} is credited in as many monthly instalments.',
  },
  cancels_authorization: {
    he: 'התשלום {payment} עדיין לא נגבה: האישור מתבטל, ולא תהיה תנועת זיכוי.',
    en: 'Payment {payment} was not charged yet: the authorisation is cancelled, and no credit will show.',
  },
  credit_choice: {
    he: 'נבחר זיכוי לקנייה עתידית. אפשר לקבל במקומו כסף לאמצעי התשלום המקורי.',
    en: 'Store credit was chosen. Money to the original payment method is possible instead.',
  },
  credit_bonus: {
    he: 'תוספת של {amount:money} לזיכוי לקנייה עתידית.',
    en: 'A bonus of {amount:money} is added to the store credit.',
  },
  no_approval: { he: 'ההחזר מאושר אוטומטית.', en: 'The refund is approved automatically.' },
  approval: { he: 'נדרש אישור של: {roles}.', en: 'Approval is needed from: {roles}.' },
  merchantHour: {
    he: 'ההחזרים של בית העסק בשעה האחרונה מגיעים יחד עם הבקשה הזו ל־{used:money}, מעל המגבלה של {max:money} לשעה, ולכן נדרש האישור המלא.',
    en: "The merchant's refunds of the last hour come to {used:money} with this one, above the limit of {max:money} an hour, so the full approval is needed.",
  },
  merchantDay: {
    he: 'ההחזרים של בית העסק היום מגיעים יחד עם הבקשה הזו ל־{used:money}, מעל המגבלה של {max:money} ליום, ולכן נדרש האישור המלא.',
    en: "The merchant's refunds of today come to {used:money} with this one, above the limit of {max:money} a day, so the full approval is needed.",
  },
  perStaffHour: {
    he: 'ההחזרים של העובד בשעה האחרונה מגיעים יחד עם הבקשה הזו ל־{used:money}, מעל המגבלה של {max:money} לשעה, ולכן נדרש האישור המלא.',
    en: "This person's refunds of the last hour come to {used:money} with this one, above the limit of {max:money} an hour, so the full approval is needed.",
  },
  perStaffDay: {
    he: 'ההחזרים של העובד היום מגיעים יחד עם הבקשה הזו ל־{used:money}, מעל המגבלה של {max:money} ליום, ולכן נדרש האישור המלא.',
    en: "This person's refunds of today come to {used:money} with this one, above the limit of {max:money} a day, so the full approval is needed.",
  },
  perReasonHour: {
    he: 'ההחזרים מהסיבה הזו ({reasonName}) בשעה האחרונה מגיעים יחד עם הבקשה הזו ל־{used:money}, מעל המגבלה של {max:money} לשעה, ולכן נדרש האישור המלא.',
    en: 'Refunds of the last hour for this reason ({reasonName}) come to {used:money} with this one, above the limit of {max:money} an hour, so the full approval is needed.',
  },
  perReasonDay: {
    he: 'ההחזרים מהסיבה הזו ({reasonName}) היום מגיעים יחד עם הבקשה הזו ל־{used:money}, מעל המגבלה של {max:money} ליום, ולכן נדרש האישור המלא.',
    en: 'Refunds of today for this reason ({reasonName}) come to {used:money} with this one, above the limit of {max:money} a day, so the full approval is needed.',
  },
  perSale: {
    he: 'זה החזר מספר {used} של העסקה, מעל המגבלה של {max}, ולכן נדרש האישור המלא.',
    en: 'This is refund number {used} of the sale, above the limit of {max}, so the full approval is needed.',
  },
  policy_error: {
    he: 'לא ניתן היה לבדוק את הכלל {list}/{failedRule} ({error}), ולכן אדם מחליט.',
    en: 'The rule {list}/{failedRule} could not be evaluated ({error}), so a person decides.',
  },
} as const satisfies Record<string, Sentence>;
export type ExplanationText = keyof typeof EXPLANATION_TEXTS;
