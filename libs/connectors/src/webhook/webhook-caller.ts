import type { DeliveryResult } from '@zikui/domain';
import type { EndpointRules } from './endpoint-url';
import { postWebhook } from './post-webhook';
import { createResolve } from './resolve-publicly';
import { signatureHeaders } from './sign-webhook';

export type WebhookMessage = Readonly<{
  url: string;
  /** The event's own id: the same at each try and at each endpoint. */ id: string;
  body: string;
  /** The present secret, and the one before while it is being changed. */ secrets: readonly string[];
}>;
export type WebhookCaller = (message: WebhookMessage) => Promise<DeliveryResult>;

const TIMEOUT_MS = 10_000;

/** Signs a message, sends it once and tells what came of it; never throws. */
export function createWebhookCaller(
  rules: EndpointRules,
  { resolve = createResolve(), timeoutMs = TIMEOUT_MS }: Partial<Parameters<typeof postWebhook>[1]> = {},
): WebhookCaller {
  return ({ url, id, body, secrets }) =>
    postWebhook(
      {
        url,
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Zikui-Webhooks/1',
          ...signatureHeaders({ id, at: new Date(), body }, secrets),
        },
      },
      { ...rules, resolve, timeoutMs },
    );
}
