import { SecretBox } from '../access/secret-box';
import { isUuid } from '../database/uuid';

/** Whose message a link came with. */
export type PortalPlace = Readonly<{ merchantId: string; messageId: string }>;
/** `link` stands in a message; `visit` in the cookie of a browser that opened one. Neither passes for the other. */
export type PortalTokenKind = 'link' | 'visit';

/** Of the sealed text: what comes before it says how it was sealed. */
const VERSION = 's1.';
const TOKEN = /^[A-Za-z0-9_-]{60,160}$/;

/**
 * The tokens of the customer's page. A token is its message's id, sealed under the master key with fresh random bytes:
 * nobody without the key can make, read or change one, and nothing of it has to be stored (ADR 0044). A message that is
 * sent again carries another token that opens the same.
 */
export class PortalTokens {
  private readonly box: SecretBox;

  constructor(masterKey: Buffer) {
    this.box = new SecretBox(masterKey);
  }

  make(kind: PortalTokenKind, { merchantId, messageId }: PortalPlace): string {
    const place = Buffer.from(`${merchantId}${messageId}`.replaceAll('-', ''), 'hex').toString('base64url');
    return this.box.seal(place, contextOf(kind)).slice(VERSION.length);
  }

  /** `undefined` for anything that is no token of that kind. */
  read(kind: PortalTokenKind, token: string): PortalPlace | undefined {
    if (!TOKEN.test(token)) return undefined;
    const hex = this.opened(kind, token);
    const [merchantId = '', messageId = ''] = [hex.slice(0, 32), hex.slice(32)].map(uuidOf);
    return isUuid(merchantId) && isUuid(messageId) ? { merchantId, messageId } : undefined;
  }

  private opened(kind: PortalTokenKind, token: string): string {
    try {
      return Buffer.from(this.box.open(VERSION + token, contextOf(kind)), 'base64url').toString('hex');
    } catch {
      // Whatever is wrong with it, it is none of ours.
      return '';
    }
  }
}

const contextOf = (kind: PortalTokenKind): string => `portal ${kind}`;
const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
