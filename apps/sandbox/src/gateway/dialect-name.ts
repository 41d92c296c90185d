import type { WebhookSource } from '../webhook/webhook-endpoints';

/** Vendors whose protocol the sandbox speaks. */
export const DIALECT_NAMES = ['stripe', 'generic', 'adyen', 'paypal'] as const;
export type DialectName = (typeof DIALECT_NAMES)[number];

/** Whose webhooks tell of what happens in that protocol. */
export const sourceOf = (name: DialectName): WebhookSource => (name === 'stripe' ? 'gateway' : name);
