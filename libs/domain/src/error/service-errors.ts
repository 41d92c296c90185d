import type { ErrorEntry } from './error-entry';

/** Who asks, what could not be found, and faults on our side. */
export const SERVICE_ERRORS = {
  unauthenticated: {
    status: 401,
    he: 'חסר מפתח API תקף, או שיש להתחבר מחדש.',
    en: 'A valid API key is missing, or you have to sign in again.',
    values: [],
  },
  bad_signature: {
    status: 401,
    he: 'חתימת ההודעה אינה תקפה.',
    en: 'The signature of the message is not valid.',
    values: [],
  },
  permission_missing: {
    status: 403,
    he: 'אין הרשאה לפעולה ({permission}).',
    en: 'The permission {permission} is missing.',
    values: ['permission'],
  },
  rate_limited: {
    status: 429,
    he: 'יותר מדי בקשות. אפשר לנסות שוב בעוד {retryAfterSeconds} שניות.',
    en: 'Too many requests. Repeat after {retryAfterSeconds} seconds.',
    values: ['retryAfterSeconds'],
  },
  too_many_at_once: {
    status: 429,
    he: 'יותר מדי החזרים של בית העסק הזה מתקבלים עכשיו בבת אחת. דבר לא נרשם; אפשר לשלוח שוב עם אותו Idempotency-Key בעוד {retryAfterSeconds} שניות.',
    en: 'Too many refunds of this merchant are being accepted at once. Nothing was written; repeat with the same Idempotency-Key after {retryAfterSeconds} seconds.',
    values: ['retryAfterSeconds'],
  },
  too_many_streams: {
    status: 429,
    he: 'פתוחים יותר מדי דפים שמתעדכנים בזמן אמת. אפשר לסגור אחד מהם ולנסות שוב בעוד {retryAfterSeconds} שניות.',
    en: 'Too many pages with live updates are open. Close one of them and repeat after {retryAfterSeconds} seconds.',
    values: ['retryAfterSeconds'],
  },
  not_found: {
    status: 404,
    he: 'לא נמצא.',
    en: 'Not found.',
    values: [],
  },
  sale_not_found: {
    status: 404,
    he: 'העסקה {saleRef} לא נמצאה.',
    en: 'The sale {saleRef} was not found.',
    values: ['saleRef'],
  },
  refund_not_found: {
    status: 404,
    he: 'ההחזר {refund} לא נמצא.',
    en: 'The refund {refund} was not found.',
    values: ['refund'],
  },
  command_not_found: {
    status: 404,
    he: 'הפקודה {command} לא נמצאה.',
    en: 'The command {command} was not found.',
    values: ['command'],
  },
  reconciliation_not_found: {
    status: 404,
    he: 'ההתאמה {reconciliation} לא נמצאה.',
    en: 'The reconciliation {reconciliation} was not found.',
    values: ['reconciliation'],
  },
  dispute_not_found: {
    status: 404,
    he: 'הכחשת העסקה {dispute} לא נמצאה.',
    en: 'The dispute {dispute} was not found.',
    values: ['dispute'],
  },
  breaker_not_found: {
    status: 404,
    he: 'עצירת הסכום {breaker} לא נמצאה.',
    en: 'The breaker {breaker} was not found.',
    values: ['breaker'],
  },
  credit_account_not_found: {
    status: 404,
    he: 'ללקוח {customerRef} אין חשבון זיכויים.',
    en: 'The customer {customerRef} has no credit account.',
    values: ['customerRef'],
  },
  message_not_found: {
    status: 404,
    he: 'ההודעה {message} לא נמצאה.',
    en: 'The message {message} was not found.',
    values: ['message'],
  },
  credit_note_not_found: {
    status: 404,
    he: 'המסמך {creditNote} לא נמצא.',
    en: 'The document {creditNote} was not found.',
    values: ['creditNote'],
  },
  route_not_found: {
    status: 404,
    he: 'הכתובת אינה קיימת.',
    en: 'There is no such address.',
    values: ['method', 'path'],
  },
  unavailable: {
    status: 503,
    he: 'השירות אינו זמין כרגע. נסו שוב עם אותו Idempotency-Key.',
    en: 'The service is not available now. Repeat the request with the same Idempotency-Key.',
    values: ['retryAfterSeconds'],
  },
  internal: {
    status: 500,
    he: 'אירעה תקלה אצלנו. מספר הפנייה מאפשר לאתר אותה.',
    en: 'Something failed on our side. The request id lets us find it.',
    values: ['requestId'],
  },
} as const satisfies Record<string, ErrorEntry>;
