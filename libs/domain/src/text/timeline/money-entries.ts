import type { TimelineEntries } from './timeline-entry';

/** The timeline's sentences about money: transfers, disputes, store credit and documents. */
export const MONEY_ENTRIES = {
  payment_started: {
    depth: 'customer',
    he: 'ההחזר אושר, והעברה של {payout:money} מתחילה.',
    en: 'The refund was approved and {payout:money} is about to be sent.',
  },
  transfer_sent: {
    depth: 'technical',
    he: 'העברה {transfer}: בקשה להחזר של {amount:money} יצאה לחברת הסליקה.',
    en: 'Transfer {transfer}: the gateway is asked to refund {amount:money}.',
    when: [
      {
        field: 'again',
        is: true,
        text: {
          he: 'העברה {transfer}: הבקשה להחזר של {amount:money} יצאה שוב לחברת הסליקה, באותו מפתח.',
          en: 'Transfer {transfer}: the gateway is asked once more, under the same key, to refund {amount:money}.',
        },
      },
    ],
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
} as const satisfies TimelineEntries;
