import type { Sentence } from '../policy/policy';
import type { TimelineDepth, TimelineKind } from '../refund/timeline-kind';

type Entry = Sentence &
  Readonly<{
    depth: TimelineDepth;
    /** Another sentence when a field of the data has that value. */
    when?: readonly Readonly<{ field: string; is: string | number | boolean | null; text: Sentence }>[];
  }>;

/** The timeline's sentences. What the customer sees never says that money arrived, only that it was sent. */
export const TIMELINE_ENTRIES: Readonly<Record<TimelineKind, Entry>> = {
  requested: {
    depth: 'customer',
    he: 'התקבלה בקשה להחזר של {payout:money}.',
    en: 'A refund of {payout:money} was requested.',
  },
  approval_requested: {
    depth: 'staff',
    he: 'נדרש אישור {step}: {roleName}, עד {dueAt:time}.',
    en: 'Approval {step} is needed from the {roleName} by {dueAt:time}.',
    when: [
      {
        field: 'dueAt',
        is: null,
        text: { he: 'נדרש אישור {step}: {roleName}.', en: 'Approval {step} is needed from the {roleName}.' },
      },
    ],
  },
  approval_given: {
    depth: 'staff',
    he: 'אישור {step} ניתן: {roleName}.',
    en: 'Approval {step} was given by the {roleName}.',
  },
  approval_escalated: {
    depth: 'staff',
    he: 'אישור {step} לא ניתן בזמן, וגם {toRoleName} רשאי לאשר.',
    en: 'Approval {step} was not given in time; the {toRoleName} may decide it too.',
    when: [
      {
        field: 'cause',
        is: 'nobody',
        text: {
          he: 'איש מהנדרשים לאישור {step} אינו יכול לאשר, ולכן גם {toRoleName} רשאי.',
          en: 'Nobody of those asked for approval {step} may give it, so the {toRoleName} may decide it too.',
        },
      },
    ],
  },
  approval_unreachable: {
    depth: 'staff',
    he: 'אין כרגע מי שרשאי לתת את אישור {step}.',
    en: 'At present nobody may give approval {step}.',
  },
  approval_reminded: {
    depth: 'staff',
    he: 'נשלחה תזכורת על אישור {step}.',
    en: 'Those asked for approval {step} were reminded.',
  },
  approval_assigned: {
    depth: 'staff',
    he: 'אישור {step} הועבר אל {to}.',
    en: 'Approval {step} was handed to {to}.',
  },
  note_added: { depth: 'staff', he: 'נוספה הערה.', en: 'A comment was added.' },
  question_asked: {
    depth: 'staff',
    he: 'לפני אישור {step} נשאלה שאלה למבקש ההחזר.',
    en: 'Before approval {step} the requester was asked a question.',
    when: [
      {
        field: 'askedOf',
        is: 'customer',
        text: {
          he: 'לפני אישור {step} נשאלה שאלה ללקוח.',
          en: 'Before approval {step} the customer was asked a question.',
        },
      },
    ],
  },
  question_answered: { depth: 'staff', he: 'התקבלה תשובה לשאלה.', en: 'The question was answered.' },
  evidence_added: { depth: 'staff', he: 'צורפה תמונה.', en: 'A photo was enclosed.' },
  approval_refused: {
    depth: 'customer',
    he: 'הבקשה נדחתה. {rejectionText}',
    en: 'The request was rejected. {rejectionText}',
  },
  destination_refused: {
    depth: 'staff',
    he: 'היעד החדש של הכסף לא אושר ({roleName}).',
    en: 'The new destination of the money was not approved by the {roleName}.',
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
  goods_awaited: {
    depth: 'customer',
    he: 'ממתינים לקבלת המוצרים עד {dueAt:time}.',
    en: 'Waiting for the goods until {dueAt:time}.',
    when: [{ field: 'dueAt', is: null, text: { he: 'ממתינים לקבלת המוצרים.', en: 'Waiting for the goods.' } }],
  },
  label_created: {
    depth: 'customer',
    he: 'הוכנה תווית משלוח. מספר מעקב: {trackingCode}.',
    en: 'A shipping label was made. Tracking number: {trackingCode}.',
  },
  parcel_scanned: {
    depth: 'customer',
    he: 'חבילה {trackingCode}: {parcelText}.',
    en: 'Parcel {trackingCode}: {parcelText}.',
    when: [
      {
        field: 'applied',
        is: false,
        text: {
          he: 'חבילה {trackingCode}: דיווח ישן של חברת המשלוחים ({parcelText}), המצב לא השתנה.',
          en: 'Parcel {trackingCode}: an older scan of the carrier ({parcelText}), nothing changed.',
        },
      },
    ],
  },
  goods_arrived: { depth: 'customer', he: '{moneyOnText}, וההחזר ממשיך.', en: '{moneyOnText}; the refund goes on.' },
  return_closed: {
    depth: 'staff',
    he: 'ההחזרה של המוצרים נסגרה.',
    en: 'The return of the goods was closed.',
    when: [
      {
        field: 'as',
        is: 'expired',
        text: { he: 'המועד להחזרת המוצרים עבר.', en: 'The time to return the goods ran out.' },
      },
      {
        field: 'as',
        is: 'cancelled',
        text: { he: 'החזרת המוצרים בוטלה.', en: 'The return of the goods was cancelled.' },
      },
    ],
  },
  payment_started: {
    depth: 'customer',
    he: 'ההחזר אושר, והעברה של {payout:money} מתחילה.',
    en: 'The refund was approved and {payout:money} is about to be sent.',
  },
  transfer_settled: {
    depth: 'customer',
    he: 'העברה {transfer}: {amount:money} נשלחו. אסמכתא: {gatewayRefundId}.',
    en: 'Transfer {transfer}: {amount:money} was sent. Reference: {gatewayRefundId}.',
    when: [
      {
        field: 'gatewayRefundId',
        is: null,
        text: { he: 'העברה {transfer}: {amount:money} נשלחו.', en: 'Transfer {transfer}: {amount:money} was sent.' },
      },
    ],
  },
  transfer_pending: {
    depth: 'staff',
    he: 'העברה {transfer}: {amount:money} בהמתנה אצל חברת הסליקה ({pendingText}).',
    en: 'Transfer {transfer}: {amount:money} is pending at the gateway ({pendingText}).',
  },
  transfer_declined: {
    depth: 'staff',
    he: 'העברה {transfer}: {amount:money} נדחו. {declineText}',
    en: 'Transfer {transfer}: {amount:money} was declined. {declineText}',
  },
  transfer_unknown: {
    depth: 'staff',
    he: 'העברה {transfer}: לא ידוע אם {amount:money} הועברו ({cause}). הבירור נמשך.',
    en: 'Transfer {transfer}: whether {amount:money} moved is not known ({cause}). It is being looked up.',
  },
  transfer_not_sent: {
    depth: 'technical',
    he: 'העברה {transfer}: הבקשה לא יצאה לחברת הסליקה ותישלח שוב.',
    en: 'Transfer {transfer}: the call never left and will be made again.',
  },
  transfer_released: {
    depth: 'staff',
    he: 'העברה {transfer} של {amount:money} לא תישלח: הכסף של העברה {insteadOf}, שבמקומה היא באה, עבר בסוף בכל זאת.',
    en: 'Transfer {transfer} of {amount:money} will not be sent: the money of transfer {insteadOf}, in whose place it stood, has moved after all.',
  },
  transfer_held: {
    depth: 'staff',
    he: 'העברה {transfer}: {amount:money} ממתינים לשליחה ({holdText}).',
    en: 'Transfer {transfer}: {amount:money} waits to be sent ({holdText}).',
  },
  transfer_reversed: {
    depth: 'customer',
    he: 'העברה {transfer}: {amount:money} חזרו לבית העסק. ההחזר עדיין מגיע ללקוח.',
    en: 'Transfer {transfer}: {amount:money} came back to the merchant and is still owed to the customer.',
  },
  money_alert: {
    depth: 'staff',
    he: 'העברה {transfer}: יש לבדוק תנועה של {amount:money} ({alert}).',
    en: 'Transfer {transfer}: a movement of {amount:money} must be checked ({alert}).',
    when: [
      {
        field: 'alert',
        is: 'settled_after_reversal',
        text: {
          he: 'העברה {transfer} של {amount:money}: הכסף שחזר עבר בסוף בכל זאת. ייתכן שהלקוח מקבל פעמיים.',
          en: 'Transfer {transfer} of {amount:money}: the money that had come back has moved after all. The customer may be paid twice.',
        },
      },
      {
        field: 'alert',
        is: 'dispute_exceeds',
        text: {
          he: 'העברה {transfer} של {amount:money}: ההחזרים והכחשת העסקה יחד גדולים ב־{uncovered:money} ממה שנגבה. ייתכן שהלקוח מקבל פעמיים.',
          en: 'Transfer {transfer} of {amount:money}: refunds and the dispute together exceed what was captured by {uncovered:money}. The customer may be paid twice.',
        },
      },
    ],
  },
  dispute_opened: {
    depth: 'staff',
    he: 'נפתחה הכחשת עסקה על {amount:money} מהתשלום {payment} ({disputeRef}). לא שולחים ממנו החזר עד להכרעה.',
    en: 'A dispute over {amount:money} of payment {payment} was opened ({disputeRef}). Nothing of it is refunded until the verdict.',
  },
  dispute_won: {
    depth: 'staff',
    he: 'הכחשת העסקה {disputeRef} הוכרעה לטובת בית העסק: {amount:money} מהתשלום {payment} פנויים שוב.',
    en: 'The dispute {disputeRef} was won: {amount:money} of payment {payment} is free again.',
  },
  dispute_lost: {
    depth: 'staff',
    he: 'הכחשת העסקה {disputeRef} הוכרעה לטובת הלקוח: {amount:money} מהתשלום {payment} נחשבים כמשולמים לו.',
    en: 'The dispute {disputeRef} was lost: {amount:money} of payment {payment} counts as paid to the customer.',
  },
  money_status: {
    depth: 'staff',
    he: '{statusText}',
    en: '{statusText}',
    when: [
      {
        field: 'status',
        is: 'needs_review',
        text: { he: '{statusText} {reviewText}', en: '{statusText} {reviewText}' },
      },
    ],
  },
  review_needed: {
    depth: 'staff',
    he: 'ההחזר דורש טיפול. {reviewText}',
    en: 'The refund needs a person. {reviewText}',
  },
  review_assigned: { depth: 'staff', he: 'הטיפול בהחזר הועבר אל {to}.', en: 'The refund was handed to {to}.' },
  resolved: {
    depth: 'staff',
    he: 'העברה {transfer}, {amount:money}: {actionName}.',
    en: 'Transfer {transfer}, {amount:money}: {actionName}.',
    when: [{ field: 'transfer', is: null, text: { he: 'הוחלט: {actionName}.', en: 'It was decided: {actionName}.' } }],
  },
  destination_changed: {
    depth: 'staff',
    he: 'במקום העברה {transfer}: העברה {into}, {amount:money}, {destinationName}. האישורים מתבקשים שוב.',
    en: 'Instead of transfer {transfer}: transfer {into}, {amount:money}, {destinationName}. The approvers are asked again.',
  },
  looked_up: {
    depth: 'staff',
    he: 'העברה {transfer}: נעשה בירור אצל חברת הסליקה, ולא נמצאה תנועה.',
    en: 'Transfer {transfer}: the gateway was asked and found no movement.',
    when: [
      {
        field: 'finding',
        is: 'found',
        text: {
          he: 'העברה {transfer}: נעשה בירור אצל חברת הסליקה, והתקבלה תשובה.',
          en: 'Transfer {transfer}: the gateway was asked and gave an answer.',
        },
      },
      {
        field: 'finding',
        is: 'no_answer',
        text: {
          he: 'העברה {transfer}: נעשה בירור, וחברת הסליקה לא ענתה.',
          en: 'Transfer {transfer}: the gateway was asked and did not answer.',
        },
      },
      {
        field: 'finding',
        is: 'no_look_up',
        text: {
          he: 'העברה {transfer}: את חברת הסליקה הזאת אי אפשר לשאול מה נעשה, ולכן לא נעשה בירור.',
          en: 'Transfer {transfer}: this gateway cannot be asked what it holds, so it was not asked.',
        },
      },
    ],
  },
  proposal_made: {
    depth: 'staff',
    he: 'הוצע: {actionName}. נדרש אישור של אדם נוסף.',
    en: 'Proposed: {actionName}. A second person has to confirm.',
  },
  proposal_confirmed: {
    depth: 'staff',
    he: 'אדם נוסף אישר: {actionName}.',
    en: 'A second person confirmed: {actionName}.',
  },
  proposal_rejected: {
    depth: 'staff',
    he: 'ההצעה נדחתה: {actionName}.',
    en: 'The proposal was rejected: {actionName}.',
  },
  counter_note_issued: {
    depth: 'customer',
    he: 'העברה {transfer}: הונפק מסמך {counterNote}, המבטל את חשבונית הזיכוי על {amount:money} שחזרו.',
    en: 'Transfer {transfer}: document {counterNote} takes the credit note back over the {amount:money} that came back.',
    when: [
      {
        field: 'counterNote',
        is: null,
        text: {
          he: 'העברה {transfer}: מסמך המבטל את חשבונית הזיכוי על {amount:money} שחזרו ממתין לחשבונית.',
          en: 'Transfer {transfer}: the document over the {amount:money} that came back waits for the invoice.',
        },
      },
    ],
  },
  imported: {
    depth: 'staff',
    he: 'החזר של {amount:money} נעשה ישירות אצל חברת הסליקה ונרשם כאן. אסמכתא: {gatewayRefundId}.',
    en: 'A refund of {amount:money} was made at the gateway itself and is recorded here. Reference: {gatewayRefundId}.',
  },
  credit_issued: {
    depth: 'customer',
    he: 'הונפק זיכוי לקנייה עתידית: {amount:money}, ומענק של {bonus:money}. בתוקף עד {expiresOn:day}.',
    en: 'Store credit was issued: {amount:money} and a bonus of {bonus:money}, valid until {expiresOn:day}.',
    when: [
      {
        field: 'expiresOn',
        is: null,
        text: { he: 'הונפק זיכוי לקנייה עתידית: {amount:money}.', en: 'Store credit was issued: {amount:money}.' },
      },
      {
        field: 'bonus',
        is: 0,
        text: {
          he: 'הונפק זיכוי לקנייה עתידית: {amount:money}, בתוקף עד {expiresOn:day}.',
          en: 'Store credit was issued: {amount:money}, valid until {expiresOn:day}.',
        },
      },
    ],
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
};
