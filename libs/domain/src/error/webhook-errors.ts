import type { ErrorEntry } from './error-entry';

/** Refusals about the endpoints that a merchant is told at. */
export const WEBHOOK_ERRORS = {
  webhook_endpoint_not_found: {
    status: 404,
    he: 'כתובת העדכונים {webhookEndpoint} לא נמצאה.',
    en: 'The webhook endpoint {webhookEndpoint} was not found.',
    values: ['webhookEndpoint'],
  },
  webhook_delivery_not_found: {
    status: 404,
    he: 'המשלוח {webhookDelivery} לא נמצא.',
    en: 'The delivery {webhookDelivery} was not found.',
    values: ['webhookDelivery'],
  },
  webhook_url_refused: {
    status: 422,
    he: 'אי אפשר לשלוח עדכונים לכתובת הזאת. נדרשת כתובת https ציבורית, ביציאה 443 או 8443, ללא שם משתמש וסיסמה.',
    en: 'Webhooks cannot be sent to this address. It must be a public https address on port 443 or 8443, without credentials.',
    values: [],
  },
  webhook_endpoint_disabled: {
    status: 409,
    he: 'כתובת העדכונים {webhookEndpoint} מושבתת. יש להפעיל אותה קודם.',
    en: 'The webhook endpoint {webhookEndpoint} is disabled. Enable it first.',
    values: ['webhookEndpoint'],
  },
  too_many_endpoints: {
    status: 422,
    he: 'לבית עסק יכולות להיות לכל היותר {limit} כתובות עדכונים.',
    en: 'A merchant can have at most {limit} webhook endpoints.',
    values: ['limit'],
  },
} as const satisfies Record<string, ErrorEntry>;
