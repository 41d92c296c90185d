import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Id, Instant, Json, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { TransferRow } from './transfer.entity';

@Entity('attempt')
@Unique('attempt_transfer_id_no_key', ['transferId', 'no'])
@Unique('attempt_gateway_key_key', ['gatewayKey'])
@Check(
  'attempt_status_check',
  `status IN ('prepared', 'sent', 'pending', 'succeeded', 'refused', 'unknown', 'not_sent')`,
)
@Index('attempt_open_idx', ['transferId'], {
  unique: true,
  where: `status IN ('prepared', 'sent', 'pending', 'unknown')`,
})
@Index('attempt_reference_idx', ['merchantId', 'reference'])
@Index('attempt_gateway_refund_id_idx', ['merchantId', 'gatewayRefundId'], { where: 'gateway_refund_id IS NOT NULL' })
@Index('attempt_sent_at_idx', { synchronize: false })
export class AttemptRow {
  @Id('attempt_pkey') id: string;
  @Reference(() => MerchantRow, 'attempt_merchant_id_fkey') merchantId: string;
  @Reference(() => TransferRow, 'attempt_transfer_id_fkey') transferId: string;
  @Count() no: number;
  @Text(80) gatewayKey: string;
  @Text(80) reference: string;
  @Fixed(64) requestHash: string;
  @Text(16) status: string;
  @Count({ default: 0 }) sends: number;
  @Text(120, { nullable: true }) gatewayRefundId: string | null;
  @Json({ nullable: true }) evidence: unknown;
  @Now() preparedAt: string;
  @Instant({ nullable: true }) sentAt: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
  @Instant({ nullable: true }) lastSentAt: string | null;
}
