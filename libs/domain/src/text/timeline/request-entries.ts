import type { TimelineEntries } from './timeline-entry';

/** The timeline's sentences about what becomes of the request itself, its dates and its messages. */
export const REQUEST_ENTRIES = {
  requested: {
    depth: 'customer',
    he: 'התקבלה בקשה להחזר של {payout:money}.',
    en: 'A refund of {payout:money} was requested.',
  },
  rejected_by_policy: {
    depth: 'customer',
    he: 'הבקשה נדחתה: היא אינה עומדת בתנאי ההחזרות.',
    en: 'The request was rejected: it does not meet the return terms.',
  },
  expired: {
    depth: 'customer',
    he: 'הבקשה פגה, כי המועד לטיפול בה עבר.',
    en: 'The request expired because its time ran out.',
    when: [
      {
        field: 'waitedFor',
        is: 'goods',
        text: {
          he: 'הבקשה פגה, כי המוצרים לא הגיעו בזמן.',
          en: 'The request expired because the goods did not come in time.',
        },
      },
    ],
  },
  cancelled: { depth: 'customer', he: 'הבקשה בוטלה.', en: 'The request was cancelled.' },
  cancel_ignored: {
    depth: 'technical',
    he: 'ביטול התהליך לא בוצע, כי העברת הכסף כבר התחילה.',
    en: 'The process was asked to stop after money began to move, and went on.',
  },
  deadline_changed: {
    depth: 'staff',
    he: 'המועד האחרון שונה ל־{dueAt:time}.',
    en: 'The time limit was moved to {dueAt:time}.',
  },
  pay_by_set: {
    depth: 'staff',
    he: 'המוצרים נשלחו חזרה: לפי החוק הכסף צריך לעבור עד {payBy:day}.',
    en: 'The goods were sent back: by law the money is due by {payBy:day}.',
  },
  pay_by_near: {
    depth: 'staff',
    he: 'הכסף עוד לא הוחזר. לפי החוק הוא צריך לעבור עד {payBy:day}: נותרו {daysLeft} ימים.',
    en: 'The money is not back yet. By law it is due by {payBy:day}: {daysLeft} days are left.',
    when: [
      {
        field: 'daysLeft',
        is: 1,
        text: {
          he: 'הכסף עוד לא הוחזר. לפי החוק הוא צריך לעבור עד מחר, {payBy:day}.',
          en: 'The money is not back yet. By law it is due by tomorrow, {payBy:day}.',
        },
      },
      {
        field: 'daysLeft',
        is: 0,
        text: {
          he: 'הכסף עוד לא הוחזר. לפי החוק הוא צריך לעבור עד סוף היום, {payBy:day}.',
          en: 'The money is not back yet. By law it is due by the end of today, {payBy:day}.',
        },
      },
    ],
  },
  pay_by_missed: {
    depth: 'staff',
    he: 'המועד שבחוק ({payBy:day}) עבר, והכסף לא הוחזר.',
    en: 'The legal date ({payBy:day}) has passed, and the money is not back.',
  },
  completed: {
    depth: 'customer',
    he: 'ההחזר בוצע. חשבונית זיכוי: {creditNote}.',
    en: 'The refund is complete. Credit note: {creditNote}.',
    when: [{ field: 'creditNote', is: null, text: { he: 'ההחזר בוצע.', en: 'The refund is complete.' } }],
  },
  message_sent: {
    depth: 'staff',
    he: 'נשלחה הודעה ללקוח: {messageName}.',
    en: 'The customer was told: {messageName}.',
  },
  message_failed: {
    depth: 'staff',
    he: 'הודעה ללקוח לא נשלחה: {messageName} ({why}).',
    en: 'The customer could not be told: {messageName} ({why}).',
  },
} as const satisfies TimelineEntries;
