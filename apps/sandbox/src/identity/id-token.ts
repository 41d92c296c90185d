import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';

type Pair = Readonly<{ publicKey: KeyObject; privateKey: KeyObject; kid: string }>;
let pair: Pair | undefined;
/** Made anew for each start. */
const keys = (): Pair => (pair ??= { ...generateKeyPairSync('rsa', { modulusLength: 2048 }), kid: randomUUID() });

/** The key with which ID tokens are verified, as `jwks_uri` gives it. */
export const publicJwk = (): object => ({
  ...keys().publicKey.export({ format: 'jwk' }),
  kid: keys().kid,
  alg: 'RS256',
  use: 'sig',
});

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON web token (RFC 7519), signed with RS256; or, to see whether anybody notices, by nobody or with a byte that is off. */
export function idToken(claims: object, spoilt: 'signature' | 'none' | null = null): string {
  const { kid, privateKey } = keys();
  if (spoilt === 'none') return `${part({ alg: 'none' })}.${part(claims)}.`;
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part(claims)}`;
  const signature = sign('RSA-SHA256', Buffer.from(text), privateKey);
  if (spoilt === 'signature') signature[0] = (signature[0] ?? 0) ^ 1;
  return `${text}.${signature.toString('base64url')}`;
}
