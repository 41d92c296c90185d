import { createHmac } from 'node:crypto';
import { RefundError, type GatewayAccount } from '@zikui/domain';
import { isSameDigest, webhookSecretsOf } from '../webhook-secrets';

const TOLERANCE_SECONDS = 300;

/** The parts of a call that its signature covers: who intercepts it can neither change nor move any of them. */
export type SignedCall = Readonly<{ method: string; path: string; idempotencyKey: string; body: string }>;

const digestOf = (secret: string, parts: readonly string[]): Buffer =>
  createHmac('sha256', secret).update(parts.join('\n')).digest();

/** The headers that sign a call to a bridge. `path` is what follows the bridge's address, with its query. */
export function signatureOf(
  secret: string,
  { method, path, idempotencyKey, body }: SignedCall,
  nowMs = Date.now(),
): Readonly<Record<string, string>> {
  const stamp = String(Math.floor(nowMs / 1000));
  const digest = digestOf(secret, [stamp, method, path, idempotencyKey, body]).toString('hex');
  return { 'zikui-timestamp': stamp, 'zikui-signature': `v1=${digest}` };
}

/** Checks who sent a notification, over its raw bytes and not more than five minutes away. Throws `bad_signature`. */
export function verifyNotification(
  account: GatewayAccount,
  rawBody: Buffer,
  headers: Readonly<Record<string, string | undefined>>,
): void {
  const stamp = headers['zikui-timestamp'] ?? '';
  const given = [...(headers['zikui-signature'] ?? '').matchAll(/(?:^|,)\s*v1=([0-9a-f]{64})(?=,|$)/g)];
  const isRecent = /^\d{1,12}$/.test(stamp) && Math.abs(Number(stamp) - Date.now() / 1000) <= TOLERANCE_SECONDS;
  const isGenuine = webhookSecretsOf(account).some((secret) => {
    const ours = createHmac('sha256', secret).update(`${stamp}\n`).update(rawBody).digest();
    return given.some(([, digest]) => isSameDigest(ours, Buffer.from(digest ?? '', 'hex')));
  });
  if (!isRecent || !isGenuine) throw new RefundError('bad_signature', { gateway: 'generic' });
}
