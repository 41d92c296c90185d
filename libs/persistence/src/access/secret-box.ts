import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { hmacHex } from '../database/keyed-hash';

const VERSION = 's1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals text with AES-256-GCM. `context` names the place it belongs to (merchant, table, row): a sealed text that was
 * moved elsewhere does not open. Throws when it was changed, moved or sealed by another key; never tells what was in it.
 */
export class SecretBox {
  private hashKey: string | undefined;

  constructor(private readonly masterKey: Buffer) {
    if (masterKey.length !== 32) throw new RangeError('a master key has 32 bytes');
  }

  seal(text: string, context: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.masterKey, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(context, 'utf8'));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
  }

  open(sealed: string, context: string): string {
    const text = this.openIfOurs(sealed, context);
    if (text === undefined) throw new Error('sealed text that was changed, moved or sealed by another key');
    return text;
  }

  /** What `open` gives, or `undefined` when another key sealed it, which nobody can tell from a text that was changed or moved. */
  openIfOurs(sealed: string, context: string): string | undefined {
    const [version, packed = ''] = sealed.split('.');
    if (version !== VERSION) throw new Error('sealed text of an unknown version');
    const bytes = Buffer.from(packed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.masterKey, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(context, 'utf8'));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    try {
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    } catch {
      // The last step of the cipher refuses for this reason alone.
      return undefined;
    }
  }

  /** A hash by which equal texts are found again, worthless without the key: guessing mail addresses against it is no use. */
  keyedHash(text: string, context: string): string {
    // Another key than the one that seals, derived when it is needed first: most boxes only seal.
    this.hashKey ??= Buffer.from(hkdfSync('sha256', this.masterKey, '', 'zikui keyed hash', 32)).toString('hex');
    return hmacHex(this.hashKey, `${context}\n${text}`);
  }
}
