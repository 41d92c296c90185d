import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Json, Now, Numbered, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from './refund.entity';

@Entity('refund_event')
@Unique('refund_event_refund_id_run_id_seq_key', ['refundId', 'runId', 'seq'])
@Check('refund_event_depth_check', `depth IN ('customer', 'staff', 'technical')`)
@Index('refund_event_refund_id_idx', ['refundId', 'id'])
export class RefundEventRow {
  @Numbered('refund_event_pkey') id: number;
  @Reference(() => MerchantRow, 'refund_event_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'refund_event_refund_id_fkey') refundId: string;
  @Text(64, { nullable: true }) runId: string | null;
  @Count({ nullable: true }) seq: number | null;
  @Text(48) kind: string;
  @Text(16) depth: string;
  @Text(24, { nullable: true }) fromStatus: string | null;
  @Text(24, { nullable: true }) toStatus: string | null;
  @Text(160) actor: string;
  @Json({ default: () => "'{}'" }) data: unknown;
  @Now() at: string;
}
