import type { ErrorEntry } from './error-entry';

/** Refunds that the gateway of a payment could not carry out, known before anything is asked of it, and what it disputes. */
export const GATEWAY_ERRORS = {
  dispute_exists: {
    status: 409,
    he: 'הכחשת העסקה {disputeRef} כבר רשומה אחרת ({dispute}).',
    en: 'The dispute {disputeRef} is already registered otherwise ({dispute}).',
    values: ['disputeRef', 'dispute'],
  },
  currency_not_supported: {
    status: 422,
    he: 'חברת הסליקה {gateway} אינה מחזירה כסף במטבע {currency}.',
    en: 'The gateway {gateway} does not pay back in {currency}.',
    values: ['payment', 'gateway', 'currency'],
  },
  amount_not_supported: {
    status: 422,
    he: 'חברת הסליקה {gateway} אינה יכולה להחזיר לתשלום {payment} בדיוק {amount}, אלא רק כפולות של {step}.',
    en: 'The gateway {gateway} cannot pay back exactly {amount} to payment {payment}, only multiples of {step}.',
    values: ['payment', 'gateway', 'amount', 'step', 'currency'],
    amounts: ['amount', 'step'],
  },
  partial_refund_not_supported: {
    status: 422,
    he: 'חברת הסליקה {gateway} מחזירה את התשלום {payment} רק במלואו ({captured}).',
    en: 'The gateway {gateway} pays back payment {payment} only as a whole ({captured}).',
    values: ['payment', 'gateway', 'captured', 'currency'],
    amounts: ['captured'],
  },
  payment_too_old: {
    status: 422,
    he: 'עברו יותר מ־{days} ימים מהתשלום {payment}, וחברת הסליקה {gateway} כבר אינה מחזירה אותו. אפשר לבחור יעד אחר.',
    en: 'Payment {payment} is older than {days} days, and the gateway {gateway} no longer pays it back. Another destination can be chosen.',
    values: ['payment', 'gateway', 'days'],
  },
  instalments_not_supported: {
    status: 422,
    he: 'חברת הסליקה {gateway} אינה מחזירה את התשלום {payment}, ששולם בתשלומים.',
    en: 'The gateway {gateway} does not pay back payment {payment}, which was paid in instalments.',
    values: ['payment', 'gateway'],
  },
} as const satisfies Record<string, ErrorEntry>;
