import type { ErrorEntry } from './error-entry';

/** Input that could not be read, or stands in the wrong place. */
export const INPUT_ERRORS = {
  invalid_json: {
    status: 400,
    he: 'גוף הבקשה אינו JSON תקין.',
    en: 'The body is not valid JSON.',
    values: [],
  },
  invalid_request: {
    status: 422,
    he: 'הבקשה אינה תקינה.',
    en: 'The request has no valid meaning.',
    values: [],
  },
  invalid_field: {
    status: 422,
    he: 'שדה אחד או יותר אינו תקין.',
    en: 'One or more fields are not valid.',
    values: ['field', 'rule'],
  },
  unknown_field: {
    status: 422,
    he: 'הבקשה מכילה שדה שאינו מוכר.',
    en: 'The request has a field that is not known.',
    values: ['field'],
  },
  report_invalid: {
    status: 422,
    he: 'אי אפשר לקרוא את הדוח: שורה {line}, עמודה {column}.',
    en: 'The report cannot be read: line {line}, column {column}.',
    values: ['line', 'column'],
  },
  body_too_large: {
    status: 413,
    he: 'גוף הבקשה גדול מדי.',
    en: 'The body is too large.',
    values: ['limit'],
  },
  unsupported_media_type: {
    status: 415,
    he: 'יש לשלוח את הבקשה כ־application/json.',
    en: 'Send the request as application/json.',
    values: [],
  },
  idempotency_key_missing: {
    status: 400,
    he: 'חסרה הכותרת Idempotency-Key.',
    en: 'The header Idempotency-Key is missing.',
    values: [],
  },
  idempotency_key_invalid: {
    status: 400,
    he: 'הכותרת Idempotency-Key צריכה להכיל 16 עד 128 אותיות לטיניות, ספרות, קווים תחתונים או מקפים.',
    en: 'The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.',
    values: [],
  },
  idempotency_conflict: {
    status: 422,
    he: 'אותו Idempotency-Key כבר שימש לבקשה אחרת.',
    en: 'This Idempotency-Key was already used for another request.',
    values: [],
  },
  request_in_progress: {
    status: 409,
    he: 'בקשה עם אותו Idempotency-Key עדיין בטיפול. נסו שוב בעוד רגע.',
    en: 'A request with this Idempotency-Key is still in progress. Repeat it in a moment.',
    values: [],
  },
  card_number_refused: {
    status: 422,
    he: 'הבקשה מכילה מספר כרטיס. אין לשלוח מספרי כרטיס לשירות זה.',
    en: 'The request holds a card number. Card numbers must not be sent to this service.',
    values: ['field'],
  },
} as const satisfies Record<string, ErrorEntry>;
