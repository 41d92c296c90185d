import type { Sentence } from '../policy/policy';
import type { CustomerStep, StepState } from '../portal/customer-steps';
import type { PayWay } from './customer-status';

/** The words of the customer's page. `{name}` places a value; whoever shows it isolates the value from the sentence. */
export const PORTAL_TEXTS = {
  title: { he: 'ההחזר שלך', en: 'Your refund' },
  skip: { he: 'דילוג לתוכן', en: 'Skip to content' },
  testMark: { he: 'TEST: חשבון ניסיון, לא מועבר כסף אמיתי.', en: 'TEST: trial account, no real money moves.' },
  otherLanguage: { he: 'English', en: 'עברית' },
  amount: { he: 'סכום', en: 'Amount' },
  order: { he: 'הזמנה', en: 'Order' },
  refund: { he: 'מספר החזר', en: 'Refund number' },
  steps: { he: 'איפה זה עומד', en: 'Where it stands' },
  dates: { he: 'מתי', en: 'When' },
  expected: {
    he: 'הסכום צפוי להופיע בין {from} ל־{to}. הבנק או חברת האשראי קובעים את היום.',
    en: 'The amount should show between {from} and {to}. Your bank decides on which day.',
  },
  expectedAtBank: {
    he: 'הסכום צפוי להופיע בין {from} ל־{to}. הבנק קובע את היום.',
    en: 'The amount should show between {from} and {to}. Your bank decides on which day.',
  },
  delayed: {
    he: 'ההחזר נמשך יותר מן הצפוי, ואנחנו מטפלים בזה. אין צורך לעשות דבר.',
    en: 'Your refund takes longer than we had expected, and we are working on it. You need not do anything.',
  },
  payByMissed: {
    he: 'לפי החוק הכסף היה צריך להישלח עד {date}. הוא מתעכב, ואנחנו מטפלים בזה.',
    en: 'By law the money had to be sent by {date}. It is late, and we are working on it.',
  },
  payBy: {
    he: 'לפי החוק הכסף צריך להישלח עד {date}.',
    en: 'By law the money has to be sent by {date}.',
  },
  noDate: {
    he: 'עדיין אין תאריך. נכתוב לך כשיהיה, ואפשר לבדוק כאן שוב בכל יום.',
    en: 'There is no date yet. We will write to you when there is one, and you can look here again any day.',
  },
  noDateUnwritten: {
    he: 'עדיין אין תאריך. אפשר לבדוק כאן שוב בכל יום.',
    en: 'There is no date yet. You can look here again any day.',
  },
  noReference: {
    he: 'מספר אסמכתא עדיין לא נמסר. אפשר לבדוק כאן שוב מחר.',
    en: 'The payment company has not given a reference yet. Look here again tomorrow.',
  },
  creditUntil: {
    he: 'הזיכוי לקנייה בתוקף עד {date}, כולל.',
    en: 'The store credit is valid until {date}, that day included.',
  },
  creditBalance: {
    he: 'יתרת הזיכוי לקנייה שלך עכשיו: {amount}.',
    en: 'Your store credit balance now: {amount}.',
  },
  creditCode: {
    he: 'בקופה הוא נמצא לפי מספר הלקוח {code}.',
    en: 'At the checkout it is found by your customer number {code}.',
  },
  needed: { he: 'מה צריך ממך', en: 'What we need from you' },
  nothingNeeded: { he: 'כרגע אין צורך לעשות דבר.', en: 'There is nothing that you have to do now.' },
  sendGoods: { he: 'יש לשלוח אלינו את המוצר עד {date}.', en: 'Please send the item to us by {date}.' },
  sendGoodsAtAll: { he: 'יש לשלוח אלינו את המוצר.', en: 'Please send the item to us.' },
  goodsOnTheirWay: {
    he: 'המוצר בדרך אלינו. אין צורך לעשות דבר.',
    en: 'The item is on its way to us. You need not do anything.',
  },
  label: { he: 'לפתיחת תווית המשלוח', en: 'Open the return label' },
  tracking: { he: 'מספר מעקב', en: 'Tracking number' },
  otherWay: {
    he: 'הכסף חזר אלינו, והוא עדיין מגיע לך. נא לפנות אלינו ולומר באיזו דרך אחרת נוח לך לקבל אותו. אין לשלוח מספר כרטיס.',
    en: 'The money came back to us and is still owed to you. Please tell us in which other way you would like to have it. Never send a card number.',
  },
  question: { he: 'יש לנו שאלה', en: 'We have a question' },
  questionAbout: {
    he: 'התשובה עוזרת לנו להחליט. הטיפול בבקשה נמשך גם בלעדיה.',
    en: 'Your answer helps us decide. Your request goes on without it, too.',
  },
  answer: { he: 'התשובה שלך', en: 'Your answer' },
  answerHint: {
    he: 'עד {letters} תווים. אין לכתוב מספר כרטיס.',
    en: 'Up to {letters} letters. Never write a card number.',
  },
  photos: { he: 'תמונות (לא חובה)', en: 'Photos (not required)' },
  photosHint: {
    he: 'עד {count} תמונות, JPEG, PNG או WebP, עד {megabytes} מגה־בייט כל אחת.',
    en: 'Up to {count} photos, JPEG, PNG or WebP, at most {megabytes} MB each.',
  },
  send: { he: 'לשלוח תשובה', en: 'Send answer' },
  answered: { he: 'קיבלנו את התשובה, תודה.', en: 'We have your answer, thank you.' },
  yourAnswer: { he: 'התשובה שנשלחה', en: 'What you answered' },
  erasedTitle: { he: 'הפרטים האישיים נמחקו', en: 'Personal data erased' },
  erasedText: {
    he: 'הפרטים האישיים שלך, וגם מה שנכתב בשאלות ובתשובות, נמחקו. הסכומים, המועדים והמסמכים נשארים, כי החוק מחייב לשמור אותם.',
    en: 'Your personal data was erased, and what was written in questions and answers with it. Amounts, dates and documents stay, because the law wants them kept.',
  },
  erasedUntil: {
    he: 'אין לנו כתובת לשלוח אליה הודעה או קישור חדש. הדף הזה נפתח בקישור שבידך עד {date}, כולל; אחר כך יש לפנות אלינו.',
    en: 'We have no address left for messages or a new link. Your link opens this page until {date}, that day included; after that, please contact us.',
  },
  erased: { he: 'נמחק', en: 'erased' },
  arithmetic: { he: 'איך חושב הסכום', en: 'How the amount came about' },
  askedFor: { he: 'מה התבקש', en: 'What was asked for' },
  items: { he: 'מוצרים ושירותים', en: 'Items' },
  shipping: { he: 'משלוח', en: 'Shipping' },
  goodwill: { he: 'מחווה', en: 'Goodwill' },
  fee: { he: 'דמי ביטול', en: 'Cancellation fee' },
  short: { he: 'חלק שלא שולם', en: 'Part that was not paid' },
  total: { he: 'סך הכול', en: 'Total' },
  units: { he: '{name}, {units} יח׳', en: '{name}, {units} pcs' },
  payments: { he: 'תשלומים', en: 'Payments' },
  referenceAtBank: { he: 'מספר אסמכתא לבירור מול הבנק', en: 'Reference for your bank' },
  reference: { he: 'מספר אסמכתא לבירור מול הבנק או חברת האשראי', en: 'Reference for your bank' },
  documents: { he: 'מסמכים', en: 'Documents' },
  creditNote: { he: 'חשבונית זיכוי', en: 'Credit note' },
  counterNote: { he: 'ביטול חשבונית הזיכוי', en: 'Document that takes the credit note back' },
  noDocuments: {
    he: 'חשבונית זיכוי תופיע כאן אחרי שהטיפול יושלם.',
    en: 'The credit note appears here when all is done.',
  },
  story: { he: 'מה קרה עד עכשיו', en: 'What has happened so far' },
  help: { he: 'עזרה', en: 'Help' },
  helpText: {
    he: 'בפנייה אלינו כדאי לציין את מספר ההחזר {refund}.',
    en: 'When you contact us, mention the refund number {refund}.',
  },
  contactName: { he: 'בית העסק', en: 'Business' },
  contactMail: { he: 'דואר', en: 'Mail' },
  contactPhone: { he: 'טלפון', en: 'Telephone' },
  contactHours: { he: 'שעות', en: 'Hours' },
  contactAccessibility: { he: 'נגישות', en: 'Accessibility' },
  registration: { he: 'מספר רישום {number}', en: 'Registration {number}' },
  updated: { he: 'יש עדכון. לרענן את הדף', en: 'There is news. Reload the page' },
  accessibility: { he: 'הצהרת נגישות', en: 'Accessibility statement' },
  back: { he: 'חזרה', en: 'Back' },
  linkTitle: { he: 'הקישור אינו פעיל', en: 'This link does not work' },
  linkText: {
    he: 'אפשר לקבל קישור חדש. הוא יישלח לכתובת הדואר שרשומה אצל בית העסק.',
    en: 'You can have a new one. It is sent to the mail address that the shop has for you.',
  },
  linkNew: { he: 'קישור חדש לדף ההחזר', en: 'A new link to your refund' },
  linkNewText: {
    he: 'הקישור יישלח לכתובת הדואר שרשומה אצל בית העסק.',
    en: 'It is sent to the mail address that the shop has for you.',
  },
  linkNumber: { he: 'מספר הזמנה', en: 'Order number' },
  linkNumberHint: {
    he: 'כפי שהוא כתוב באישור ההזמנה. גם מספר החזר מתאים.',
    en: 'As it stands in the confirmation of your order. A refund number will do, too.',
  },
  linkContact: { he: 'כתובת דואר או מספר טלפון', en: 'Mail address or telephone number' },
  linkContactHint: {
    he: 'כפי שנמסרו לבית העסק. הקישור נשלח תמיד בדואר, גם אם כתבת מספר טלפון.',
    en: 'As the shop has it. The link always goes out by mail, also when you give a telephone number.',
  },
  linkSend: { he: 'לשלוח לי קישור', en: 'Send me my link' },
  linkAsked: { he: 'הבקשה התקבלה', en: 'We have your request' },
  linkAskedText: {
    he: 'אם הפרטים מתאימים למה שרשום אצל בית העסק, קישור חדש יגיע בדואר בדקות הקרובות.',
    en: 'If the details fit what the shop has, a new link arrives by mail within minutes.',
  },
  linkNotCome: {
    he: 'לא הגיע קישור? כדאי לבדוק גם בתיקיית הספאם. נשלחות עד שלוש הודעות בשעה, ורק לכתובת שרשומה אצל בית העסק; אם אין כתובת כזאת, או שהפרטים האישיים נמחקו, אי אפשר לשלוח. אפשר גם לפנות אל בית העסק.',
    en: 'No mail? Look into the spam folder, too. At most three an hour are sent, and only to the address that the shop has; where it has none, or the personal data was erased, nothing can be sent. You can also contact the shop.',
  },
  linkFaults: { he: 'יש מה לתקן', en: 'Something has to be corrected' },
  faultTitle: { he: 'לתיקון', en: 'To correct' },
  tooMany: { he: 'יותר מדי ניסיונות', en: 'Too many tries' },
  tooManyText: { he: 'אפשר לנסות שוב בעוד כמה דקות.', en: 'Please try again in a few minutes.' },
  failedTitle: { he: 'הדף לא נטען', en: 'The page could not be shown' },
  failedText: {
    he: 'יש תקלה אצלנו. שום דבר לא הלך לאיבוד; אפשר לנסות שוב בעוד כמה דקות.',
    en: 'Something is wrong on our side. Nothing is lost; please try again in a few minutes.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;
export type PortalText = keyof typeof PORTAL_TEXTS;

/** What cannot be right in a request for a new link. None of it says whether there is such an order or such a person. */
export const LINK_FAULTS = {
  number_missing: { he: 'יש לכתוב מספר הזמנה.', en: 'Write the order number.' },
  number_letters: {
    he: 'מספר הזמנה נכתב באותיות לועזיות, ספרות והסימנים . _ : - בלבד, עד 64 תווים.',
    en: 'An order number has Latin letters, digits and the signs . _ : - alone, at most 64 of them.',
  },
  contact_missing: {
    he: 'יש לכתוב כתובת דואר או מספר טלפון.',
    en: 'Write a mail address or a telephone number.',
  },
  contact_form: {
    he: 'זו אינה כתובת דואר, ולא מספר טלפון. לדוגמה: name@example.com או 050-123-4567.',
    en: 'This is neither a mail address nor a telephone number. Examples: name@example.com or 050-123-4567.',
  },
  card_number: {
    he: 'נראה שזה מספר כרטיס. אין לכתוב אותו כאן; הוא לא נשמר.',
    en: 'This looks like a card number. Do not write it here; it was not stored.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;
export type LinkFault = keyof typeof LINK_FAULTS;
export type LinkField = 'number' | 'contact';

/** Why an answer was not taken. What was written stays in the form. */
export const ANSWER_FAULTS = {
  empty: { he: 'יש לכתוב תשובה.', en: 'Please write an answer.' },
  too_long: { he: 'התשובה ארוכה מדי: עד {letters} תווים.', en: 'The answer is too long: up to {letters} letters.' },
  letters: {
    he: 'יש בתשובה סימנים שאי אפשר לשמור.',
    en: 'The answer holds signs that cannot be stored.',
  },
  card_number: {
    he: 'נראה שבתשובה יש מספר כרטיס. יש למחוק אותו; הוא לא נשמר.',
    en: 'This looks like a card number. Remove it; it was not stored.',
  },
  photo_type: {
    he: 'אחד הקבצים אינו תמונת JPEG, PNG או WebP. דבר לא נשמר.',
    en: 'One of the files is no JPEG, PNG or WebP photo. Nothing was stored.',
  },
  photo_size: {
    he: 'אחת התמונות גדולה מ־{megabytes} מגה־בייט. דבר לא נשמר.',
    en: 'One of the photos is larger than {megabytes} MB. Nothing was stored.',
  },
  photo_count: { he: 'אפשר לצרף עד {count} תמונות. דבר לא נשמר.', en: 'Up to {count} photos. Nothing was stored.' },
  not_open: {
    he: 'השאלה כבר לא פתוחה. התשובה לא נשמרה.',
    en: 'The question is not open any more. The answer was not stored.',
  },
  foreign_page: {
    he: 'הטופס לא נשלח מהדף הזה. יש לנסות שוב.',
    en: 'The form was not sent from this page. Please try again.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;
export type AnswerFault = keyof typeof ANSWER_FAULTS;

export const STEP_NAMES: Readonly<Record<CustomerStep, Sentence>> = {
  asked: { he: 'הבקשה התקבלה', en: 'Asked' },
  checked: { he: 'הבקשה נבדקה', en: 'Checked' },
  goods: { he: 'המוצר אצלנו', en: 'Item with us' },
  handed_over: { he: 'הועבר לביצוע', en: 'Handed over' },
  paid: { he: 'הכסף נשלח', en: 'Money sent' },
};
/** The last step of credit: no money is sent. */
export const CREDIT_STEP_NAME: Sentence = { he: 'הזיכוי לקנייה מוכן', en: 'Store credit ready' };
/** The same until it is done: a step that lies ahead must not read as if it had happened. */
export const UNPAID_STEP_NAME: Sentence = { he: 'שליחת הכסף', en: 'Money to be sent' };
export const UNISSUED_CREDIT_STEP_NAME: Sentence = { he: 'הכנת הזיכוי לקנייה', en: 'Store credit to be prepared' };
/** The others until they are done, for the same reason. */
export const OPEN_STEP_NAMES: Readonly<Record<Exclude<CustomerStep, 'paid'>, Sentence>> = {
  asked: { he: 'קבלת הבקשה', en: 'To be recorded' },
  checked: { he: 'בדיקת הבקשה', en: 'To be checked' },
  goods: { he: 'הגעת המוצר אלינו', en: 'Item to reach us' },
  handed_over: { he: 'העברה לביצוע', en: 'To be handed over' },
};
/** Read out beside the mark of a step. */
export const STEP_STATES: Readonly<Record<StepState, Sentence>> = {
  done: { he: 'בוצע', en: 'done' },
  now: { he: 'עכשיו', en: 'now' },
  ahead: { he: 'בהמשך', en: 'ahead' },
  stopped: { he: 'לא יבוצע', en: 'will not happen' },
};

/** Where money goes, inside a sentence. */
export const PAY_METHODS: Readonly<Record<PayWay, Sentence>> = {
  original: { he: 'אמצעי התשלום ששילמת בו', en: 'the payment method that you paid with' },
  manual: { he: 'חשבון הבנק שמסרת', en: 'the bank account that you named' },
  store_credit: { he: 'הזיכוי לקנייה', en: 'your store credit' },
  mixed: { he: 'הדרכים שרשומות למטה', en: 'the ways that are listed below' },
};

/** What a customer is told of one transfer; nothing that did not move, or was replaced, is listed. */
export const TRANSFER_STATES = {
  waiting: { he: 'עדיין לא נשלח', en: 'not sent yet' },
  pending: { he: 'הועבר לביצוע', en: 'handed over' },
  in_doubt: { he: 'בבירור', en: 'being confirmed' },
  declined: { he: 'לא בוצע, בטיפול', en: 'not carried out, we are on it' },
  settled: { he: 'נשלח', en: 'sent' },
  reversed: { he: 'חזר אלינו', en: 'came back to us' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** The same of store credit, which nobody sends. */
export const CREDIT_STATES: Readonly<Record<keyof typeof TRANSFER_STATES, Sentence>> = {
  ...TRANSFER_STATES,
  waiting: { he: 'עדיין לא נרשם', en: 'not recorded yet' },
  pending: { he: 'נרשם עכשיו', en: 'being recorded' },
  settled: { he: 'מוכן לשימוש', en: 'ready to use' },
};

/** The accessibility statement, paragraph by paragraph: what is built and checked, and what nobody has checked. `{date}`: of its last change. */
export const ACCESSIBILITY_STATEMENT: readonly Sentence[] = [
  {
    he: 'הדפים האלה נבנו כדי לעמוד בהנחיות WCAG 2.2 ברמה AA ובדרישות תקן ישראלי 5568 ברמה AA.',
    en: 'These pages are built to meet the guidelines WCAG 2.2 at level AA, and what Israeli Standard 5568 asks for at level AA.',
  },
  {
    he: 'אפשר לעשות כאן הכול במקלדת בלבד, בהגדלה של 200%, במסך ברוחב 320 פיקסלים, בלי סקריפט, במצב בהיר או כהה ובהדפסה. יש קישור לדילוג לתוכן, כותרות ושמות לשדות, ושגיאות נכתבות במילים ומובילות אל השדה. שום מידע אינו ניתן בצבע בלבד, ואין הגבלת זמן למילוי טופס.',
    en: 'Everything here can be done by keyboard alone, at 200% zoom, on a screen of 320 pixels, without a script, in light or dark, and on paper. There is a link that skips to the content, headings, and names of fields; errors are told in words and lead to their field. Nothing is said by colour alone, and no form runs out of time.',
  },
  {
    he: 'כל גרסה נבדקת בתוכנה (axe) ובדפדפן, בעברית ובאנגלית. תוכנה אינה מגלה כל קושי: הדפים לא נבדקו בכל קוראי המסך, ואין להם אישור של גוף חיצוני.',
    en: 'Each version is checked by a program (axe) and in a browser, in Hebrew and in English. A program does not find every difficulty: the pages were not tried with every screen reader, and nobody outside has certified them.',
  },
  {
    he: 'תווית משלוח, והאתר של חברת המשלוחים, אינם חלק מהדפים האלה. שמות של מוצרים ושאלות של בית העסק מופיעים בשפה שבה נכתבו.',
    en: 'A return label, and the site of a carrier, are no part of these pages. Names of items and questions of the shop stand in the language in which they were written.',
  },
  {
    he: 'נתקלת בקושי? בדף ההחזר, תחת "עזרה", רשום איך לפנות אל בית העסק, ואם נמסר, גם מי אחראי בו על נגישות. אפשר גם להשיב לכל הודעה שקיבלת על ההחזר. כדאי לכתוב באיזה דף היה הקושי ובאיזה מכשיר או עזר השתמשת.',
    en: 'Is something hard to use? The page of your refund says under "Help" how to reach the shop and, where it told us, who there looks after accessibility. You can also reply to any message that you got about the refund. It helps to say on which page it was, and with which device or aid.',
  },
  { he: 'ההצהרה עודכנה ב־{date}.', en: 'This statement was last changed on {date}.' },
];
/** When the statement last changed. */
export const ACCESSIBILITY_STATED_ON = '2026-11-29';
