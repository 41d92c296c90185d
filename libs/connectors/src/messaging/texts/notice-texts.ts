import type { Locale } from '@zikui/domain';

/** What people who keep a merchant's systems are told; each text is a template as those of customers' messages are. */
type NoticeText = Readonly<{
  subject: string;
  heading: string;
  greeting: string;
  paragraphs: readonly string[];
  footer: string;
  address: string;
  description: string;
}>;

export const ENDPOINT_GONE: Readonly<Record<Locale, NoticeText>> = {
  he: {
    subject: 'כתובת העדכונים של {{name merchantName}} הושבתה',
    heading: 'כתובת העדכונים הושבתה',
    greeting: 'שלום,',
    paragraphs: [
      'הכתובת {{code url}} ענתה 410, כלומר שאינה קיימת עוד. לכן היא הושבתה ולא יישלחו אליה עדכונים נוספים.',
      'ההחזרים עצמם ממשיכים כרגיל. אם הכתובת פעילה, אפשר להפעיל אותה שוב ב־API; מה שקרה בינתיים יישלח אז.',
    ],
    footer: 'ההודעה נשלחה אל מי שרשום כאיש הקשר של הכתובת.',
    address: 'כתובת',
    description: 'תיאור',
  },
  en: {
    subject: 'The webhook endpoint of {{name merchantName}} was disabled',
    heading: 'The webhook endpoint was disabled',
    greeting: 'Hello,',
    paragraphs: [
      'The address {{code url}} answered 410, which says that it is no more. It was disabled, and nothing more is sent there.',
      'Refunds go on as before. If the address is in use, enable it again by the API; what happened meanwhile is sent then.',
    ],
    footer: 'You are told because you stand as the contact of this endpoint.',
    address: 'Address',
    description: 'Description',
  },
};
