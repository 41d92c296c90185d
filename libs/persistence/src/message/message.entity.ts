import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Id, Instant, LongText, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('message')
@Unique('message_refund_id_kind_no_key', ['refundId', 'kind', 'no'])
@Index('message_next_try_at_idx', ['nextTryAt'], { where: `next_try_at IS NOT NULL AND status = 'queued'` })
@Index('message_link_asked_idx', ['merchantId', 'createdAt'], { where: `kind = 'link_asked'` })
@Index('message_key_idx', ['refundId', 'key'], { unique: true, where: 'key IS NOT NULL' })
@Index('message_resend_of_idx', ['resendOf'], { where: 'resend_of IS NOT NULL' })
@Check('message_resend_check', '(resend_of IS NULL) = (key IS NULL)')
@Check('message_sealed_check', 'sealed IS NULL OR (sent_at IS NOT NULL AND length(sealed) <= 90000)')
@Check(
  'message_status_check',
  `status IN ('queued', 'sending', 'sent', 'delivered', 'bounced', 'failed', 'suppressed')`,
)
export class MessageRow {
  @Id('message_pkey') id: string;
  @Reference(() => MerchantRow, 'message_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'message_refund_id_fkey') refundId: string;
  @Text(32) kind: string;
  /** Below zero for what was sent again. */ @Count() no: number;
  @Text(8, { default: () => "'mail'" }) channel: string;
  @Text(16) status: string;
  @Text(48, { nullable: true }) failure: string | null;
  @Now() createdAt: string;
  @Instant({ nullable: true }) sentAt: string | null;
  @Count({ default: 0 }) tries: number;
  /** When a relay sends it; null for what the refund's process sends. */ @Instant({ nullable: true }) nextTryAt:
    string | null;
  /** The message that it says once more, because somebody asked for that. */
  @Reference(() => MessageRow, 'message_resend_of_fkey', { nullable: true })
  resendOf: string | null;
  @Text(128, { nullable: true }) key: string | null;
  /** What it said when it was sent, and to which address; null for what was not sent, or was before words were kept. */
  @LongText({ nullable: true })
  sealed: string | null;
}
