import { createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto';

/** What comes before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs seals with Ed25519, by a key that comes of the master key and stands in no database. */
export class SealKey {
  private readonly privateKey: KeyObject;
  private readonly publicHalf: KeyObject;

  constructor(masterKey: Buffer) {
    const seed = Buffer.from(hkdfSync('sha256', masterKey, '', 'zikui audit seal', 32));
    this.privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
    this.publicHalf = createPublicKey(this.privateKey);
  }

  /** The half that anybody may have, to verify what a log kept: SPKI in base64. */
  get publicKey(): string {
    return this.publicHalf.export({ format: 'der', type: 'spki' }).toString('base64');
  }

  sign(text: string): string {
    return sign(null, Buffer.from(text, 'utf8'), this.privateKey).toString('base64');
  }

  isOurs(text: string, signature: string): boolean {
    return verify(null, Buffer.from(text, 'utf8'), this.publicHalf, Buffer.from(signature, 'base64'));
  }
}
