import { createHmac, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { signed } from '../paypal/signing-key';
import type { WebhookSource } from './webhook-endpoints';

type Signing = Readonly<{
  body: string;
  secret: string;
  atMs: number;
  /** Where the sandbox is reached, for what a receiver fetches there. */ address: string;
}>;
type Signed = Readonly<{ headers: Readonly<Record<string, string>>; body: string }>;

/** Stripe: HMAC-SHA256 over timestamp and body. Each of several secrets, separated by commas, signs: that is how one replaces another. */
function byStripe({ body, secret, atMs }: Signing): Signed {
  const stamp = String(Math.floor(atMs / 1000));
  const signatures = secret
    .split(',')
    .map((key) => createHmac('sha256', key.trim()).update(`${stamp}.${body}`).digest('hex'))
    .map((digest) => `v1=${digest}`);
  return { headers: { 'stripe-signature': [`t=${stamp}`, ...signatures].join(',') }, body };
}

/** EasyPost: HMAC-SHA256 over the body alone, the key in Unicode form NFKD. */
function byEasyPost({ body, secret }: Signing): Signed {
  const key = Buffer.from((secret.split(',')[0] ?? '').trim().normalize('NFKD'), 'utf8');
  const digest = createHmac('sha256', key).update(body).digest('hex');
  return { headers: { 'x-hmac-signature': `hmac-sha256-hex=${digest}` }, body };
}

/** The contract for local acquirers: HMAC-SHA256 over time and raw body. */
function byContract({ body, secret, atMs }: Signing): Signed {
  const stamp = String(Math.floor(atMs / 1000));
  const key = (secret.split(',')[0] ?? '').trim();
  const digest = createHmac('sha256', key).update(`${stamp}\n${body}`).digest('hex');
  return { headers: { 'zikui-timestamp': stamp, 'zikui-signature': `v1=${digest}` }, body };
}

type SignedItem = Readonly<{ amount: Readonly<{ value: number; currency: string }>; additionalData: object }> &
  Readonly<Record<string, unknown>>;
/** The parts of an item that Adyen signs, in its order. */
const ADYEN_SIGNS = ['pspReference', 'originalReference', 'merchantAccountCode', 'merchantReference'] as const;

/** Adyen: HMAC-SHA256 in base64 over parts of the item, within the item; the key is written in hex. */
function byAdyen({ body, secret }: Signing): Signed {
  const notification = JSON.parse(body) as {
    notificationItems: readonly Readonly<{ NotificationRequestItem: SignedItem }>[];
  };
  const notificationItems = notification.notificationItems.map(({ NotificationRequestItem: item }) => {
    const { amount, eventCode, success } = item;
    const parts = [...ADYEN_SIGNS.map((name) => item[name]), amount.value, amount.currency, eventCode, success];
    const key = Buffer.from((secret.split(',')[0] ?? '').trim(), 'hex');
    const hmacSignature = createHmac('sha256', key).update(parts.join(':')).digest('base64');
    return { NotificationRequestItem: { ...item, additionalData: { ...item.additionalData, hmacSignature } } };
  });
  return { headers: {}, body: JSON.stringify({ ...notification, notificationItems }) };
}

/** PayPal: RSA-SHA256 over id and time of the transmission, id of the webhook (here the secret) and checksum of the body. */
function byPayPal({ body, secret, atMs, address }: Signing): Signed {
  const id = randomUUID();
  const time = new Date(atMs).toISOString();
  const webhookId = (secret.split(',')[0] ?? '').trim();
  const headers = {
    'paypal-auth-algo': 'SHA256withRSA',
    'paypal-cert-url': `${address}/paypal/v1/notifications/certs/sandbox`,
    'paypal-transmission-id': id,
    'paypal-transmission-time': time,
    'paypal-transmission-sig': signed([id, time, webhookId, String(crc32(body))].join('|')),
  };
  return { headers, body };
}

/** How the receiver knows the sender. */
export const SIGNATURES: Readonly<Record<WebhookSource, (signing: Signing) => Signed>> = {
  gateway: byStripe,
  generic: byContract,
  adyen: byAdyen,
  paypal: byPayPal,
  carrier: byEasyPost,
};
