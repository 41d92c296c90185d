import { Check, Entity, Index } from 'typeorm';
import { Count, Fixed, Id, Instant, LongText, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { TransferRow } from '../transfer/transfer.entity';

@Entity('sending_hold')
@Check('sending_hold_reason_check', `reason IN ('kill_switch', 'breaker', 'gateway_paused')`)
@Check('sending_hold_ended_check', `(ended_at IS NULL) = (ended_by IS NULL)`)
@Check('sending_hold_until_check', `(reason = 'kill_switch') = (until IS NULL)`)
// Unique over columns of which null is a value like others, which TypeORM has no words for.
@Index('sending_hold_open_idx', { synchronize: false })
@Index('sending_hold_until_idx', ['until'], { where: 'ended_at IS NULL' })
@Index('sending_hold_probe_idx', ['probeTransferId'], { where: 'ended_at IS NULL' })
@Index('sending_hold_merchant_id_idx', ['merchantId', 'begunAt'])
export class SendingHoldRow {
  @Id('sending_hold_pkey') id: string;
  @Reference(() => MerchantRow, 'sending_hold_merchant_id_fkey', { nullable: true }) merchantId: string | null;
  @Text(32) reason: string;
  @Text(32, { nullable: true }) gateway: string | null;
  @Fixed(3, { nullable: true }) currency: string | null;
  @Text(120, { nullable: true }) requestedBy: string | null;
  @Text(32, { nullable: true }) refundReason: string | null;
  @Text(32, { nullable: true }) limitName: string | null;
  @LongText({ nullable: true }) note: string | null;
  @Text(160) begunBy: string;
  @Now() begunAt: string;
  @Instant({ nullable: true }) until: string | null;
  @Count({ default: 0 }) failures: number;
  @Reference(() => TransferRow, 'sending_hold_probe_transfer_id_fkey', { nullable: true }) probeTransferId:
    string | null;
  @Text(160, { nullable: true }) endedBy: string | null;
  @Instant({ nullable: true }) endedAt: string | null;
}
