import { Webhook } from 'standardwebhooks';

/** The headers of Standard Webhooks over one body: a signature by each secret, so that a receiver may know the old or the new one. */
export function signatureHeaders(
  message: Readonly<{ id: string; at: Date; body: string }>,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const { id, at, body } = message;
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
