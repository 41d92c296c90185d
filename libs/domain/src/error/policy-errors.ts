import type { ErrorEntry } from './error-entry';

/** Refusals about policies, from the first draft to the one that is in force. */
export const POLICY_ERRORS = {
  policy_invalid: {
    status: 422,
    he: 'אי אפשר לשמור את המדיניות: יש בה שגיאות ({count}). כל אחת מצוינת לפי שורה ועמודה.',
    en: 'The policy cannot be saved: it has faults ({count}). Each is named with its line and column.',
    values: ['count'],
  },
  policy_version_not_found: {
    status: 404,
    he: 'גרסת המדיניות {policyVersion} לא נמצאה.',
    en: 'The policy version {policyVersion} was not found.',
    values: ['policyVersion'],
  },
  policy_not_draft: {
    status: 409,
    he: 'גרסה שפורסמה אינה משתנה ({status}). יש לכתוב טיוטה חדשה.',
    en: 'A version that was published does not change ({status}). Write a new draft.',
    values: ['status'],
  },
  policy_changed: {
    status: 409,
    he: 'הטיוטה נשמרה בינתיים על ידי {by}. יש לקרוא אותה שוב.',
    en: 'The draft was saved by {by} in the meantime. Read it again.',
    values: ['by', 'hash'],
  },
  policy_in_force: {
    status: 409,
    he: 'הטקסט הזה כבר בתוקף, כגרסה {version}.',
    en: 'This text is in force already, as version {version}.',
    values: ['version'],
  },
  too_many_drafts: {
    status: 422,
    he: 'לבית עסק יכולות להיות לכל היותר {limit} טיוטות. יש למחוק אחת קודם.',
    en: 'A merchant can have at most {limit} drafts. Delete one first.',
    values: ['limit'],
  },
  back_test_not_found: {
    status: 404,
    he: 'הבדיקה לאחור {backTest} לא נמצאה.',
    en: 'The back-test {backTest} was not found.',
    values: ['backTest'],
  },
  back_test_running: {
    status: 409,
    he: 'בדיקה לאחור אחרת עדיין רצה ({backTest}).',
    en: 'Another back-test is still running ({backTest}).',
    values: ['backTest'],
  },
} as const satisfies Record<string, ErrorEntry>;
