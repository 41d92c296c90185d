import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Id, Instant, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('message')
@Unique('message_refund_id_kind_no_key', ['refundId', 'kind', 'no'])
@Index('message_next_try_at_idx', ['nextTryAt'], { where: `next_try_at IS NOT NULL AND status = 'queued'` })
@Check(
  'message_status_check',
  `status IN ('queued', 'sending', 'sent', 'delivered', 'bounced', 'failed', 'suppressed')`,
)
export class MessageRow {
  @Id('message_pkey') id: string;
  @Reference(() => MerchantRow, 'message_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'message_refund_id_fkey') refundId: string;
  @Text(32) kind: string;
  @Count() no: number;
  @Text(8, { default: () => "'mail'" }) channel: string;
  @Text(16) status: string;
  @Text(48, { nullable: true }) failure: string | null;
  @Now() createdAt: string;
  @Instant({ nullable: true }) sentAt: string | null;
  @Count({ default: 0 }) tries: number;
  /** When a relay sends it; null for what the refund's process sends. */ @Instant({ nullable: true }) nextTryAt:
    string | null;
}
