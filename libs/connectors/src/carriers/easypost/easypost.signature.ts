import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'hmac-sha256-hex=';
const WHOLE_WEIGHT = /("weight":\s*)(\d+)(?=\s*[,}\]])/g;

/** EasyPost signs whole weights as `600.0`, also where the body reaches us as `600`. Bytes outside the match stay as they came. */
const signedForm = (rawBody: Buffer): Buffer =>
  Buffer.from(rawBody.toString('latin1').replace(WHOLE_WEIGHT, '$1$2.0'), 'latin1');

/** True when the header signs this body with that secret. The key is the secret in Unicode form NFKD. */
function signs(header: string, body: Buffer, secret: string): boolean {
  const expected =
    PREFIX +
    createHmac('sha256', Buffer.from(secret.normalize('NFKD'), 'utf8'))
      .update(body)
      .digest('hex');
  const given = Buffer.from(header.trim());
  return given.length === expected.length && timingSafeEqual(given, Buffer.from(expected));
}

/** Checks the raw body. `secrets` are separated by commas while one replaces another; each is tried. */
export function isSignedByEasyPost(rawBody: Buffer, header: string | undefined, secrets: string): boolean {
  if (header === undefined) return false;
  const body = signedForm(rawBody);
  return secrets
    .split(',')
    .map((secret) => secret.trim())
    .some((secret) => secret !== '' && signs(header, body, secret));
}
