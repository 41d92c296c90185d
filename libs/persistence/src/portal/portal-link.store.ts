import { MOST_PORTAL_OPENS, PORTAL_LINK_DAYS, publicId, type Principal } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database } from '../database/database';
import { lockOwner } from '../note/note-owner';
import { PortalTokens, type PortalPlace } from './portal-tokens';
import { revokeLinks } from './revoke-links';

/** Whom a link leads where. */
export type PortalVisit = PortalPlace & Readonly<{ refundId: string; expiresAt: string }>;

/** The links by which customers reach the page of one refund: how often each was opened, until when, and whether it was taken back. */
export class PortalLinkStore {
  private readonly tokens: PortalTokens;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.tokens = new PortalTokens(secrets.masterKey);
  }

  /** Opens a link once more and gives the token of the visit. `undefined` for one that is unknown, over, taken back or opened too often: nobody learns which. */
  async open(link: string): Promise<(PortalVisit & Readonly<{ token: string }>) | undefined> {
    const place = this.tokens.read('link', link);
    if (!place) return undefined;
    const [row] = await this.database.write(place, (tx) =>
      tx.query<Opened>(OPEN, [place.messageId, PORTAL_LINK_DAYS, MOST_PORTAL_OPENS]),
    );
    return row && { ...place, ...row, token: this.tokens.make('visit', place) };
  }

  /** Who comes with the token of a visit; `undefined` once the link behind it is over or was taken back. */
  async enter(token: string): Promise<PortalVisit | undefined> {
    const place = this.tokens.read('visit', token);
    if (!place) return undefined;
    const [row] = await this.database.read(place, (tx) => tx.query<Opened>(ENTER, [place.messageId]));
    return row && { ...place, ...row };
  }

  /** Takes back every link of the refund that was sent until now; later messages carry new ones. Safe to repeat. Throws `refund_not_found`. */
  async revoke(principal: Principal, refundId: string): Promise<void> {
    const { merchantId } = principal;
    await this.database.write({ merchantId }, async (tx) => {
      await lockOwner(tx, merchantId, refundId);
      await revokeLinks(tx, { refundId });
      const subject = publicId('refund', refundId);
      await appendAudit(tx, { ...doneBy(principal), refundId, action: 'portal.links_revoked', subject, data: {} });
    });
  }
}

type Opened = Readonly<{ refundId: string; expiresAt: string }>;

/** Where the customer was erased there is nobody whose page it is: erasing ends his links. */
const OPEN = `
INSERT INTO portal_link AS link (message_id, merchant_id, refund_id, opened, opened_at, expires_at)
SELECT m.id, m.merchant_id, m.refund_id, 1, now(), m.created_at + $2 * interval '1 day'
FROM message m JOIN refund r ON r.id = m.refund_id JOIN customer c ON c.id = r.customer_id
WHERE m.id = $1 AND m.created_at + $2 * interval '1 day' > now() AND c.data_key IS NOT NULL
ON CONFLICT (message_id) DO UPDATE SET opened = link.opened + 1, opened_at = now()
WHERE link.revoked_at IS NULL AND link.expires_at > now() AND link.opened < $3
RETURNING refund_id AS "refundId", expires_at AS "expiresAt"`;
const ENTER = `
SELECT l.refund_id AS "refundId", l.expires_at AS "expiresAt" FROM portal_link l JOIN refund r ON r.id = l.refund_id JOIN customer c ON c.id = r.customer_id
WHERE l.message_id = $1 AND l.revoked_at IS NULL AND l.expires_at > now() AND c.data_key IS NOT NULL`;
