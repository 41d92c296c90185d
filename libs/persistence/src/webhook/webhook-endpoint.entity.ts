import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Id, Instant, LongText, Minor, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';

@Entity('webhook_endpoint')
@Unique('webhook_endpoint_merchant_id_key_key', ['merchantId', 'key'])
@Check(
  'webhook_endpoint_status_check',
  `status IN ('enabled', 'disabled') AND (status = 'disabled') = (disabled_reason IS NOT NULL)`,
)
@Check('webhook_endpoint_previous_check', `(previous_secret IS NULL) = (previous_until IS NULL)`)
@Index('webhook_endpoint_merchant_id_idx', ['merchantId', 'id'])
@Index('webhook_endpoint_notice_idx', ['noticeDueAt'], { where: 'notice_due_at IS NOT NULL' })
export class WebhookEndpointRow {
  @Id('webhook_endpoint_pkey') id: string;
  @Reference(() => MerchantRow, 'webhook_endpoint_merchant_id_fkey') merchantId: string;
  @Text(2_000) url: string;
  @Text(120, { nullable: true }) description: string | null;
  @Text(16) status: string;
  @Text(16, { nullable: true }) disabledReason: string | null;
  @Instant({ nullable: true }) disabledAt: string | null;
  @LongText() secret: string;
  @LongText({ nullable: true }) previousSecret: string | null;
  @Instant({ nullable: true }) previousUntil: string | null;
  @Minor() transactionNo: number;
  @Minor() number: number;
  /** The transactions that were over when it was made, as a `pg_snapshot`: it is told nothing of them. Null for endpoints of before this was kept. */
  @LongText({ nullable: true })
  madeAfter: string | null;
  @Count({ default: 0 }) failures: number;
  /** Mail address, sealed to this row, of whoever is told that it answered 410. */
  @LongText({ nullable: true })
  contact: string | null;
  /** When that mail is tried next; null while there is none to send. */
  @Instant({ nullable: true })
  noticeDueAt: string | null;
  @Count({ default: 0 }) noticeTries: number;
  @Instant({ nullable: true }) noticedAt: string | null;
  @Text(120) owner: string;
  @Text(160) createdBy: string;
  @Text(128) key: string;
  @Fixed(64) bodyHash: string;
  @Text(128, { nullable: true }) rotationKey: string | null;
  @Fixed(64, { nullable: true }) rotationBodyHash: string | null;
  @Instant({ nullable: true }) rotatedAt: string | null;
  @Now() createdAt: string;
  @Now() updatedAt: string;
  @Instant({ nullable: true }) deletedAt: string | null;
}
