import type { GatewayAccount } from '@zikui/domain';
import Stripe from 'stripe';

export type StripeSettings = Readonly<{ apiBase: string; timeoutMs: number }>;
/** One call in the name of one account; `tries` counts how often the package has put it on the wire. */
export type StripeCall = Readonly<{ options: Stripe.RequestOptions; tries: () => number }>;

/** One client per process: connections are shared, and each call brings the key of its account. */
export function openStripe({ apiBase, timeoutMs }: StripeSettings): Stripe {
  const { protocol, hostname, port, pathname } = new URL(apiBase);
  if ((protocol !== 'http:' && protocol !== 'https:') || pathname !== '/')
    throw new Error('the base address of Stripe must be http(s) and without a path');
  return new Stripe('', {
    authenticator: () => Promise.reject(new Error('a call to Stripe must name its account')),
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    protocol: protocol === 'https:' ? 'https' : 'http',
    timeout: timeoutMs,
    maxNetworkRetries: 0,
    telemetry: false,
    appInfo: { name: 'Zikui' },
  });
}

/**
 * The package sends a call a second time by itself after a reset, whatever its settings say. So the key of the account is given by
 * an authenticator of our own, which is asked once per sending and thus knows whether an earlier one may have arrived.
 */
export function callAs(account: GatewayAccount, idempotencyKey?: string): StripeCall {
  let tries = 0;
  const authenticator: NonNullable<Stripe.RequestOptions['authenticator']> = (request) => {
    tries += 1;
    request.headers['Authorization'] = `Bearer ${account.apiKey}`;
    return Promise.resolve();
  };
  return {
    options: { authenticator, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) },
    tries: () => tries,
  };
}
