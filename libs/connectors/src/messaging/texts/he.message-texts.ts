import type { LayoutText, MessageTexts } from './message-text';

export const HE_LAYOUT: LayoutText = {
  greeting: 'שלום{{#if to.name}} {{name to.name}}{{/if}},',
  labelLink: 'לפתיחת תווית המשלוח',
  portalLink: 'לצפייה במצב ההחזר',
  linkNotKept: '[הקישור האישי של הלקוח, שאינו נשמר]',
  testMark: 'TEST: הודעה מחשבון ניסיון, לא הועבר כסף אמיתי.',
  footer:
    'ההודעה נשלחה מטעם {{name merchantName}} בעניין הזמנה {{code saleRef}}. לעולם לא נבקש מספר כרטיס אשראי בדואר.',
  facts: {
    sale: 'הזמנה',
    refund: 'מספר החזר',
    amount: 'סכום',
    creditNote: 'חשבונית זיכוי',
    counterNote: 'ביטול חשבונית הזיכוי',
    tracking: 'מספר מעקב',
    expires: 'בתוקף עד',
    pay: 'הכסף יישלח עד',
    send: 'יש למסור את החבילה עד',
  },
  reference: 'אסמכתא {{code reference}}',
};

export const HE_MESSAGES: MessageTexts = {
  refund_received: {
    subject: 'בקשת ההחזר עבור הזמנה {{code saleRef}} התקבלה',
    heading: 'הבקשה שלך התקבלה',
    paragraphs: [
      'בקשת ההחזר עבור הזמנה {{code saleRef}} התקבלה אצל {{name merchantName}}. הסכום המבוקש: {{amount payout}}.',
      'נכתוב לך מיד כשתתקבל החלטה. עד אז אין צורך לעשות דבר.',
    ],
  },
  refund_approved: {
    subject: 'ההחזר עבור הזמנה {{code saleRef}} אושר',
    heading: 'ההחזר אושר',
    paragraphs: [
      'החזר בסך {{amount payout}} עבור הזמנה {{code saleRef}} אושר אצל {{name merchantName}}.',
      'נכתוב לך שוב כשההחזר יבוצע.',
    ],
  },
  refund_rejected: {
    subject: 'בעניין בקשת ההחזר עבור הזמנה {{code saleRef}}',
    heading: 'הבקשה לא אושרה',
    paragraphs: [
      'בקשת ההחזר עבור הזמנה {{code saleRef}} נבדקה אצל {{name merchantName}} ולא אושרה.',
      '{{#if reasonText}}הסיבה: {{name reasonText}}{{/if}}',
      'אם לדעתך ההחלטה אינה נכונה, אפשר להשיב להודעה זו ולהסביר מדוע: אדם יבחן את הבקשה מחדש. הזכויות שלך לפי החוק נשמרות.',
    ],
  },
  refund_expired: {
    subject: 'בקשת ההחזר עבור הזמנה {{code saleRef}} נסגרה',
    heading: 'הבקשה נסגרה',
    paragraphs: [
      'המועד לטיפול בבקשת ההחזר עבור הזמנה {{code saleRef}} חלף, ולכן היא נסגרה. לא הועבר כסף.',
      '{{#if reasonText}}הסיבה: {{name reasonText}}{{/if}}',
      'אפשר להגיש בקשה חדשה, או להשיב להודעה זו אם לדעתך ההחלטה אינה נכונה: אדם יבחן את הבקשה. הזכויות שלך לפי החוק נשמרות.',
    ],
  },
  refund_cancelled: {
    subject: 'בקשת ההחזר עבור הזמנה {{code saleRef}} בוטלה',
    heading: 'הבקשה בוטלה',
    paragraphs: [
      'בקשת ההחזר עבור הזמנה {{code saleRef}} בוטלה. לא הועבר כסף.',
      '{{#if reasonText}}הסיבה: {{name reasonText}}{{/if}}',
      'אם לא רצית בכך, אפשר להשיב להודעה זו: אדם יבחן את העניין.',
    ],
  },
  return_instructions: {
    subject: 'כך מחזירים את המוצרים של הזמנה {{code saleRef}}',
    heading: 'כך מחזירים את המוצרים',
    paragraphs: [
      'יש לארוז היטב את המוצרים של הזמנה {{code saleRef}}{{#if labelUrl}}, להדביק את התווית על החבילה ולמסור אותה לחברת המשלוחים{{else}} ולהחזיר אותם אל {{name merchantName}}{{/if}}.',
      '{{#if dueOn}}נבקש למסור את החבילה עד {{date dueOn}}. תאריך זה אינו מקצר את הזכויות שלך לפי החוק.{{/if}}',
      'נכתוב לך כשהחבילה תגיע.',
    ],
  },
  goods_received: {
    subject: 'המוצרים של הזמנה {{code saleRef}} הגיעו',
    heading: 'המוצרים הגיעו',
    paragraphs: [
      'תודה. המוצרים של הזמנה {{code saleRef}} הגיעו אל {{name merchantName}}.',
      'נכתוב לך שוב כשההחזר יבוצע.',
    ],
  },
  refund_sent: {
    subject: 'ההחזר עבור הזמנה {{code saleRef}} בדרך אליך',
    heading: 'ההחזר בדרך אליך',
    paragraphs: [
      '{{name merchantName}} העבירו {{amount payout}} עבור הזמנה {{code saleRef}} לחברת הסליקה.',
      'הבנק שלך קובע מתי הסכום יופיע; ברוב הבנקים זה נמשך בין 5 ל־10 ימי עסקים.{{#if hasReference}} האסמכתא שלמטה תעזור לאתר אותו.{{/if}}',
    ],
  },
  refund_completed: {
    subject: 'ההחזר עבור הזמנה {{code saleRef}} בוצע',
    heading: 'ההחזר בוצע',
    paragraphs: [
      '{{name merchantName}} החזירו {{amount payout}} עבור הזמנה {{code saleRef}}.',
      'הבנק שלך קובע מתי הסכום יופיע; ברוב הבנקים זה נמשך בין 5 ל־10 ימי עסקים.{{#if hasReference}} האסמכתא שלמטה תעזור לאתר אותו.{{/if}}',
    ],
  },
  refund_delayed: {
    subject: 'ההחזר עבור הזמנה {{code saleRef}} מתעכב',
    heading: 'ההחזר מתעכב',
    paragraphs: [
      'ההחזר בסך {{amount payout}} עבור הזמנה {{code saleRef}} נמשך יותר מן הצפוי. אנו מתנצלים על כך.',
      'אנחנו מטפלים בזה ונכתוב לך מיד כשיהיה חדש. אין צורך לעשות דבר.',
    ],
  },
  refund_returned: {
    subject: 'ההחזר עבור הזמנה {{code saleRef}} חזר אלינו',
    heading: 'הכסף חזר, ואנחנו מחפשים דרך אחרת',
    paragraphs: [
      'ההעברה של {{amount returned}} עבור הזמנה {{code saleRef}} חזרה אל {{name merchantName}}: הבנק או חברת האשראי לא יכלו לזכות את אמצעי התשלום. לא עשית דבר שגוי, והסכום עדיין מגיע לך.',
      'נבקש להשיב להודעה זו ולכתוב באיזו דרך אחרת נוח לך לקבל את הכסף, או שאמצעי התשלום פעיל שוב. אין לשלוח מספר כרטיס אשראי.',
    ],
  },
  credit_issued: {
    subject: 'זיכוי לקנייה עתידית עבור הזמנה {{code saleRef}}',
    heading: 'עומד לרשותך זיכוי לקנייה עתידית',
    paragraphs: [
      'לפי בחירתך, זיכוי לקנייה עתידית בסך {{amount payout}} עבור הזמנה {{code saleRef}} נרשם לזכותך אצל {{name merchantName}}.',
      'הזיכוי יקוזז בתשלום הבא שלך אצל {{name merchantName}}.{{#if creditExpiresOn}} אפשר להשתמש בו עד {{date creditExpiresOn}}, כולל.{{/if}}',
    ],
  },
  question_asked: {
    subject: 'שאלה בעניין ההחזר עבור הזמנה {{code saleRef}}',
    heading: 'יש לנו שאלה',
    paragraphs: [
      '{{name merchantName}} מבקשים לשאול אותך שאלה, כדי להחליט על בקשת ההחזר עבור הזמנה {{code saleRef}}.',
      'השאלה כתובה בדף ההחזר, ושם אפשר גם לענות ולצרף תמונות. הטיפול בבקשה נמשך גם בלי תשובה.',
    ],
  },
  link_asked: {
    subject: 'קישור לדף ההחזר עבור הזמנה {{code saleRef}}',
    heading: 'הקישור שביקשת',
    paragraphs: [
      'זה הקישור לדף ההחזר עבור הזמנה {{code saleRef}} אצל {{name merchantName}}. הוא אישי, ואין להעביר אותו הלאה.',
      'אם לא ביקשת קישור, אפשר להתעלם מההודעה.',
    ],
  },
};
