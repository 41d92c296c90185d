import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Id, Instant, Json, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('inbox_event')
@Unique('inbox_event_merchant_id_source_event_id_key', ['merchantId', 'source', 'eventId'])
@Check('inbox_event_state_check', `state IN ('waiting', 'to_signal', 'signalled', 'recorded', 'late', 'unmatched')`)
@Index('inbox_event_next_try_at_idx', ['nextTryAt'], { where: 'next_try_at IS NOT NULL' })
@Index('inbox_event_refund_id_idx', ['refundId'])
@Index('inbox_event_received_at_idx', { synchronize: false })
export class InboxEventRow {
  @Id('inbox_event_pkey') id: string;
  @Reference(() => MerchantRow, 'inbox_event_merchant_id_fkey') merchantId: string;
  @Text(48) source: string;
  @Text(120) eventId: string;
  @Text(64) type: string;
  @Json() fact: unknown;
  @Text(16) state: string;
  @Reference(() => RefundRow, 'inbox_event_refund_id_fkey', { nullable: true }) refundId: string | null;
  @Text(160, { nullable: true }) workflowId: string | null;
  @Json({ nullable: true }) signal: unknown;
  @Count({ default: 0 }) tries: number;
  @Instant({ nullable: true }) nextTryAt: string | null;
  @Now() receivedAt: string;
}
