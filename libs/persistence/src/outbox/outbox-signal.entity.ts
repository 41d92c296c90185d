import { Check, Entity, Index } from 'typeorm';
import { Count, Id, Json, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('outbox_signal')
@Check('outbox_signal_name_check', `name IN ('holdLifted', 'gatewayEvent')`)
@Index('outbox_signal_next_try_at_idx', ['nextTryAt'])
@Index('outbox_signal_refund_id_idx', ['refundId'])
export class OutboxSignalRow {
  @Id('outbox_signal_pkey') id: string;
  @Reference(() => MerchantRow, 'outbox_signal_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'outbox_signal_refund_id_fkey') refundId: string;
  @Text(32) name: string;
  @Json() event: unknown;
  @Count({ default: 0 }) tries: number;
  @Now() nextTryAt: string;
  @Now() createdAt: string;
}
