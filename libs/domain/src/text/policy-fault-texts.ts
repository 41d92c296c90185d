import type { PolicyFaultCode, Sentence } from '../policy/policy';

/** What each kind of fault in a policy means, for people; its `detail` says what it is about. A code without a text does not compile. */
export const POLICY_FAULT_TEXTS: Readonly<Record<PolicyFaultCode, Sentence>> = {
  policy_syntax: { he: 'הטקסט אינו מדיניות תקינה', en: 'The text is not a policy as it should be' },
  unknown_field: { he: 'שדה שאיש אינו קורא', en: 'A field that nobody reads' },
  duplicate_rule_id: { he: 'שני כללים באותו שם', en: 'Two rules of one name' },
  cel_syntax: {
    he: 'התנאי אינו כתוב כהלכה, או יקר מדי',
    en: 'The condition is not written properly, or costs too much',
  },
  cel_unknown_variable: {
    he: 'התנאי שואל על נתון שאינו קיים',
    en: 'The condition asks for a fact that does not exist',
  },
  cel_type: { he: 'בתנאי יש ערך מסוג לא מתאים', en: 'The condition has a value of the wrong type' },
  cel_unknown_value: { he: 'הנתון לעולם אינו מקבל ערך זה', en: 'The fact never has this value' },
  missing_default: { he: 'לרשימה אין כלל אחרון שתמיד מתקיים', en: 'The list has no last rule that always holds' },
  missing_translation: { he: 'חסר טקסט באחת השפות', en: 'A text is missing in one language' },
  unknown_role: { he: 'תפקיד שאינו מוסמך להחליט', en: 'A role that does not decide' },
  unknown_calendar: { he: 'יומן העבודה שגוי', en: 'The working calendar is wrong' },
  amount_not_integer: { he: 'סכום חייב להיות מספר שלם', en: 'An amount must be a whole number' },
  bps_out_of_range: { he: 'השיעור חורג מהתחום 0 עד 10000', en: 'The share is outside of 0 to 10000' },
  ladder_gap: {
    he: 'הכלל האחרון בסולם מבקש פחות מכלל לפניו',
    en: 'The last rule of the ladder asks for less than one before it',
  },
  overlapping_rules: { he: 'שני כללים חלים על אותם מקרים', en: 'Two rules hold for the same cases' },
  unreachable_rule: { he: 'כלל שלעולם לא יופעל', en: 'A rule that is never reached' },
  below_law: { he: 'הדין מיטיב יותר ויגבר', en: 'The law gives more and will prevail' },
};
