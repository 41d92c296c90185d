import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import type { TestStack } from '../../environment/stack';
import { call, type Answer } from './http';

type Gateway = Pick<TestStack, 'api' | 'webhookSecrets'>;

/** Tells a merchant what Stripe would tell of a refund, signed as it signs, at the moment that a test chooses. */
export function announceRefund(
  { api, webhookSecrets }: Gateway,
  merchantId: string,
  about: Readonly<Record<string, unknown>>,
  atMs = Date.now(),
): Promise<Answer<unknown>> {
  const event = { id: `evt_${randomUUID()}`, object: 'event', created: Math.floor(atMs / 1000) };
  const payload = JSON.stringify({
    ...event,
    type: 'refund.updated',
    data: { object: { object: 'refund', ...about } },
  });
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: webhookSecrets.gatewaySecret });
  return call(`${api}/webhooks/gateways/stripe/${merchantId}`, {
    method: 'POST',
    body: payload,
    headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
  });
}
