import type { ErrorEntry } from './error-entry';

/** Refusals of sign-ins, and of what administrators do about people and keys. */
export const ACCESS_ERRORS = {
  recent_sign_in_needed: {
    status: 403,
    he: 'לפעולה זו נדרשת התחברות מרבע השעה האחרונה. יש להתחבר שוב.',
    en: 'This needs a sign-in of the last quarter of an hour. Sign in again.',
    values: [],
  },
  sign_in_refused: {
    status: 403,
    he: 'ההתחברות נדחתה: אין אצלנו תפקיד לכתובת מאומתת זו, או שהתשובה של ספק הזהות אינה תקפה.',
    en: 'The sign-in was refused: this verified address has no role here, or the answer of the identity provider is not valid.',
    values: [],
  },
  foreign_page: {
    status: 403,
    he: 'הקריאה לא הגיעה מהדף שלנו.',
    en: 'This call did not come from our own page.',
    values: [],
  },
  staff_not_found: {
    status: 404,
    he: 'איש הצוות {staff} לא נמצא.',
    en: 'The member of staff {staff} was not found.',
    values: ['staff'],
  },
  api_key_not_found: {
    status: 404,
    he: 'מפתח ה־API {apiKey} לא נמצא.',
    en: 'The API key {apiKey} was not found.',
    values: ['apiKey'],
  },
} as const satisfies Record<string, ErrorEntry>;
