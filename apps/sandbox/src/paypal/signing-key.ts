import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

type Pair = Readonly<{ publicKey: KeyObject; privateKey: KeyObject }>;
let pair: Pair | undefined;
const keys = (): Pair => (pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));

/** The key with which announcements are signed, made anew for each start. PayPal would wrap it in a certificate. */
export const publicKeyText = (): string => keys().publicKey.export({ type: 'spki', format: 'pem' }).toString();
export const signed = (text: string): string =>
  sign('RSA-SHA256', Buffer.from(text), keys().privateKey).toString('base64');
