import type { TimelineEntries } from './timeline-entry';

/** The timeline's sentences about goods on their way back. */
export const GOODS_ENTRIES = {
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
} as const satisfies TimelineEntries;
