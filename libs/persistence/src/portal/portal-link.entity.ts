import { Check, Entity, ForeignKey } from 'typeorm';
import { Count, Id, Instant, Now, Reference } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { MessageRow } from '../message/message.entity';
import { RefundRow } from '../refund/refund.entity';

/** What became of the link in a message, from its first opening on. The link itself stands nowhere. */
@Entity('portal_link')
@Check('portal_link_opened_check', 'opened >= 0')
export class PortalLinkRow {
  @Id('portal_link_pkey') @ForeignKey(() => MessageRow, { name: 'portal_link_message_id_fkey' }) messageId: string;
  @Reference(() => MerchantRow, 'portal_link_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'portal_link_refund_id_fkey') refundId: string;
  @Count() opened: number;
  @Instant({ nullable: true }) openedAt: string | null;
  @Instant() expiresAt: string;
  @Instant({ nullable: true }) revokedAt: string | null;
  @Now() createdAt: string;
}
