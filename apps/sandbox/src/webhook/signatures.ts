import { createHmac } from 'node:crypto';
import type { WebhookSource } from './webhook-endpoints';

type Signing = Readonly<{ body: string; secret: string; atMs: number }>;
type Headers = Readonly<Record<string, string>>;

/** Stripe: HMAC-SHA256 over timestamp and body. Each of several secrets, separated by commas, signs: that is how one replaces another. */
function stripeHeaders({ body, secret, atMs }: Signing): Headers {
  const stamp = String(Math.floor(atMs / 1000));
  const signatures = secret
    .split(',')
    .map((key) => createHmac('sha256', key.trim()).update(`${stamp}.${body}`).digest('hex'))
    .map((digest) => `v1=${digest}`);
  return { 'stripe-signature': [`t=${stamp}`, ...signatures].join(',') };
}

/** EasyPost: HMAC-SHA256 over the body alone, the key in Unicode form NFKD. */
function easyPostHeaders({ body, secret }: Signing): Headers {
  const key = Buffer.from((secret.split(',')[0] ?? '').trim().normalize('NFKD'), 'utf8');
  return { 'x-hmac-signature': `hmac-sha256-hex=${createHmac('sha256', key).update(body).digest('hex')}` };
}

/** The headers by which the receiver knows the sender. */
export const SIGNATURES: Readonly<Record<WebhookSource, (signing: Signing) => Headers>> = {
  gateway: stripeHeaders,
  carrier: easyPostHeaders,
};
