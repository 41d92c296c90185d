import { PORTAL_LINK_DAYS } from '@zikui/domain';
import type { Tx } from '../database/database';

/** Takes back every link of a refund, or of all refunds of a customer, that was sent until now. Safe to repeat. */
export async function revokeLinks(tx: Tx, of: Readonly<{ refundId: string } | { customerId: string }>): Promise<void> {
  if ('refundId' in of) await tx.query(OF_REFUND, [of.refundId, PORTAL_LINK_DAYS]);
  else await tx.query(OF_CUSTOMER, [of.customerId, PORTAL_LINK_DAYS]);
}

const revoke = (messages: string): string => `
INSERT INTO portal_link AS link (message_id, merchant_id, refund_id, opened, expires_at, revoked_at)
SELECT m.id, m.merchant_id, m.refund_id, 0, m.created_at + $2 * interval '1 day', now() FROM ${messages}
ON CONFLICT (message_id) DO UPDATE SET revoked_at = coalesce(link.revoked_at, now())`;
const OF_REFUND = revoke('message m WHERE m.refund_id = $1');
const OF_CUSTOMER = revoke('message m JOIN refund r ON r.id = m.refund_id WHERE r.customer_id = $1');
