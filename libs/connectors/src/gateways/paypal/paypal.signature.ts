import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { RefundError, type GatewayAccount } from '@zikui/domain';
import { callOnce } from '../call-once';
import { webhookSecretsOf } from '../webhook-secrets';
import { certificateAt } from './paypal.address';

type Headers = Readonly<Record<string, string | undefined>>;

const AHEAD_MS = 5 * 60_000;
/** PayPal repeats a delivery for three days and may sign it only once; the event's id tells the repeats. */
const OLDEST_MS = 3 * 86_400_000 + 3_600_000;
const MOST_CERTIFICATES = 20;

/** Verifies PayPal's announcements with its certificates, each fetched once. */
export class PayPalSignatures {
  private readonly keys = new Map<string, KeyObject>();

  constructor(private readonly settings: Readonly<{ timeoutMs: number }>) {}

  /**
   * RSA-SHA256 over id and time of the transmission, id of the webhook and checksum of the raw body. Rejects with
   * `bad_signature`, also when the certificate is not PayPal's own or cannot be fetched now: PayPal delivers again.
   */
  async verify(account: GatewayAccount, rawBody: Buffer, headers: Headers): Promise<void> {
    const { 'paypal-transmission-id': id = '', 'paypal-transmission-time': time = '' } = headers;
    const ageMs = Date.now() - Date.parse(time);
    const url = certificateAt(account, headers['paypal-cert-url']);
    const isSound =
      id !== '' && ageMs > -AHEAD_MS && ageMs < OLDEST_MS && headers['paypal-auth-algo'] === 'SHA256withRSA';
    if (url === undefined || !isSound) throw badSignature();
    const key = await this.keyAt(url);
    const signature = Buffer.from(headers['paypal-transmission-sig'] ?? '', 'base64');
    const checksum = String(crc32(rawBody));
    const isGenuine = webhookSecretsOf(account).some((webhookId) =>
      verify('RSA-SHA256', Buffer.from([id, time, webhookId, checksum].join('|')), key, signature),
    );
    if (!isGenuine) throw badSignature();
  }

  private async keyAt(url: URL): Promise<KeyObject> {
    const known = this.keys.get(url.href);
    if (known !== undefined) return known;
    const { timeoutMs } = this.settings;
    const answer = await callOnce({ gateway: 'paypal', url, method: 'GET', headers: {}, timeoutMs });
    if (answer.status !== 200) throw badSignature();
    const key = createPublicKey(answer.text);
    if (this.keys.size >= MOST_CERTIFICATES) this.keys.clear();
    this.keys.set(url.href, key);
    return key;
  }
}

const badSignature = (): RefundError => new RefundError('bad_signature', { gateway: 'paypal' });
