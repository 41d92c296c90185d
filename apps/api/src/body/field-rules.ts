import type { ErrorCode, Locale, Sentence } from '@zikui/domain';

/** What can be wrong with one field, in words. `{n}` is the limit that was passed, if the rule has one. */
const FIELD_RULES = {
  object: { he: 'כאן נדרש אובייקט.', en: 'This must be an object.' },
  list: { he: 'כאן נדרשת רשימה.', en: 'This must be a list.' },
  list_too_short: { he: 'הרשימה קצרה מדי: נדרשים לפחות {n}.', en: 'The list is too short: at least {n} needed.' },
  list_too_long: { he: 'הרשימה ארוכה מדי: לכל היותר {n}.', en: 'The list is too long: at most {n}.' },
  repeated: { he: 'אותו ערך מופיע פעמיים.', en: 'The same value stands twice.' },
  unknown: { he: 'השדה אינו מוכר.', en: 'This field is not known.' },
  missing: { he: 'השדה חסר.', en: 'This field is missing.' },
  one_of_the_listed: { he: 'הערך אינו ברשימת הערכים המותרים.', en: 'This is none of the allowed values.' },
  true_or_false: { he: 'כאן נדרש true או false.', en: 'This must be true or false.' },
  quantity_or_amount: { he: 'נדרש quantity או amount, בדיוק אחד מהם.', en: 'Give quantity or amount, exactly one.' },
  amount: {
    he: 'נדרש מספר שלם ביחידות הקטנות של המטבע, מ-1 עד 9007199254740991, ללא שבר וללא מעריך.',
    en: 'This must be a whole number of minor units, 1 to 9007199254740991, without fraction or exponent.',
  },
  amount_or_zero: {
    he: 'נדרש מספר שלם ביחידות הקטנות של המטבע, מ-0 עד 9007199254740991, ללא שבר וללא מעריך.',
    en: 'This must be a whole number of minor units, 0 to 9007199254740991, without fraction or exponent.',
  },
  signed_amount: {
    he: 'נדרש מספר שלם ביחידות הקטנות של המטבע, עם סימן או בלי, ללא שבר וללא מעריך.',
    en: 'This must be a whole number of minor units, signed if needed, without fraction or exponent.',
  },
  whole_number: { he: 'נדרש מספר שלם מ-1 עד {n}.', en: 'This must be a whole number, 1 to {n}.' },
  tax_above_total: { he: 'המס גדול מהסכום שבתוכו הוא נכלל.', en: 'The tax is larger than the amount it is part of.' },
  currency: { he: 'זה אינו קוד מטבע לפי ISO 4217.', en: 'This is no ISO 4217 currency code.' },
  text: { he: 'כאן נדרש טקסט.', en: 'This must be text.' },
  text_length: { he: 'נדרשים 1 עד {n} תווים.', en: 'This must have 1 to {n} characters.' },
  text_characters: {
    he: 'הטקסט מכיל תווים אסורים: תווי בקרה, תווים שאינם מוקצים או קידוד פגום.',
    en: 'The text has characters that are not allowed: control or unassigned ones, or broken Unicode.',
  },
  text_direction: {
    he: 'הטקסט מכיל תווי כיווניות אסורים.',
    en: 'The text has direction marks that are not allowed here.',
  },
  text_not_composed: { he: 'הטקסט אינו בצורת NFC.', en: 'The text is not in Unicode form NFC.' },
  ref: {
    he: 'מזהה: 1 עד {n} תווים מתוך A-Z a-z 0-9 . _ : -',
    en: 'A reference has 1 to {n} of A-Z a-z 0-9 . _ : -',
  },
  network: {
    he: 'זו אינה כתובת רשת: נדרש למשל 203.0.113.7 או 203.0.113.0/24.',
    en: 'This is no address or network, such as 203.0.113.7 or 203.0.113.0/24.',
  },
  email: { he: 'זו אינה כתובת דואר תקינה.', en: 'This is no mail address.' },
  phone: { he: 'זה אינו מספר טלפון תקין.', en: 'This is no telephone number.' },
  card_number: {
    he: 'השדה נראה כמספר כרטיס. מספרי כרטיסים אינם מתקבלים כאן לעולם.',
    en: 'This looks like a card number. Card numbers are never accepted here.',
  },
  instant: {
    he: 'נדרש מועד לפי RFC 3339 עם היסט, למשל 2026-11-04T10:00:00+02:00.',
    en: 'This must be an RFC 3339 time with offset, such as 2026-11-04T10:00:00+02:00.',
  },
  instant_not_past: {
    he: 'המועד חייב להיות בין 1970 למחר: הדבר כבר קרה.',
    en: 'This must lie between 1970 and tomorrow: it has happened.',
  },
  day: { he: 'נדרש תאריך, למשל 2026-11-04.', en: 'This must be a date such as 2026-11-04.' },
  time_zone: { he: 'זה אינו שם של אזור זמן.', en: 'This is no named time zone.' },
  jurisdiction: { he: 'נדרש IL, EU- ומדינה חברה, או other.', en: 'This must be IL, EU- and a member state, or other.' },
  metadata: {
    he: 'לכל היותר 20 שמות; כל שם 1 עד 40 תווים וכל ערך טקסט עד 200 תווים.',
    en: 'At most 20 names of 1 to 40 characters, each with a text of at most 200.',
  },
  id: { he: 'זה אינו מזהה תקין.', en: 'This is no id of that kind.' },
  cursor: { he: 'זה אינו ערך next של עמוד קודם.', en: 'This is no `next` of a page before.' },
  hash: { he: 'נדרשות 64 ספרות הקסדצימליות.', en: 'This must be 64 hexadecimal digits.' },
  range: { he: 'תחילת הטווח אחרי סופו.', en: 'The range begins after its end.' },
  webhook_url: {
    he: 'נדרשת כתובת https ציבורית, ביציאה 443 או 8443, ללא שם משתמש וסיסמה.',
    en: 'This must be a public https address on port 443 or 8443, without credentials.',
  },
  iban: { he: 'זה אינו IBAN תקין.', en: 'This is no valid IBAN.' },
  bank_number: {
    he: 'נדרשות 1 עד {n} ספרות, לא כולן אפסים.',
    en: 'This must have 1 to {n} digits, not all of them 0.',
  },
  bank_account: { he: 'זה אינו חשבון בנק.', en: 'This is no bank account.' },
  one_account: {
    he: 'נדרש IBAN או בנק, סניף וחשבון, ולא שניהם.',
    en: 'Give an IBAN, or bank, branch and account, not both.',
  },
  latin_name: {
    he: 'ליד IBAN נדרש שם באותיות לטיניות.',
    en: 'With an IBAN the name must be written in Latin letters.',
  },
  not_in_this_file: {
    he: 'SEPA מקבל רק אירו, מחשבון שיש לו IBAN.',
    en: 'SEPA takes euros only, from an account that has an IBAN.',
  },
  duplicate_key: { he: 'אותו שם מופיע פעמיים באובייקט אחד.', en: 'One object has the same name twice.' },
  forbidden_key: { he: 'השם הזה אסור.', en: 'This name is not allowed.' },
  too_deep: { he: 'הקינון עמוק מ-{n} רמות.', en: 'The nesting is deeper than {n}.' },
  reminder_time: {
    he: 'נדרש מועד מעכשיו ועד המועד האחרון של השלב.',
    en: 'This must be from now on, and no later than the step is due.',
  },
  name_taken: { he: 'השם הזה כבר תפוס.', en: 'This name is taken already.' },
  too_many_kept: {
    he: 'כבר נשמרו {n}, וזה המספר המרבי. יש למחוק אחד מהם תחילה.',
    en: 'There are {n} already, which is the most. Delete one of them first.',
  },
  too_many_keys: { he: 'יותר מ-{n} שמות בבקשה אחת.', en: 'More than {n} names in one request.' },
} as const satisfies Record<string, Sentence>;

export type FieldRule = keyof typeof FIELD_RULES;

/** How one field broke a rule. `at` is added to the field's own pointer. */
export type Breach = Readonly<{ code: ErrorCode; rule: FieldRule; limit?: number; at?: string }>;

/** The form in which a breach travels as the `detail` of a field fault: its rule, and the limit after a blank. */
export const ruleText = (rule: FieldRule, limit?: number): string => (limit === undefined ? rule : `${rule} ${limit}`);

/** The sentence of a fault's `detail` in the caller's language; a detail that names no rule is a sentence already. */
export function ruleSentence(detail: string, locale: Locale): string {
  const [rule = '', limit = ''] = detail.split(' ', 2);
  return isFieldRule(rule) ? FIELD_RULES[rule][locale].replace('{n}', limit) : detail;
}

const isFieldRule = (rule: string): rule is FieldRule => Object.hasOwn(FIELD_RULES, rule);
