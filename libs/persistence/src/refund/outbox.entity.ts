import { Entity, ForeignKey, Index } from 'typeorm';
import { Count, Id, Json, Now, Reference } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from './refund.entity';

@Entity('outbox')
@Index('outbox_next_try_at_idx', ['nextTryAt'])
export class OutboxRow {
  @Id('outbox_pkey') @ForeignKey(() => RefundRow, { name: 'outbox_refund_id_fkey' }) refundId: string;
  @Reference(() => MerchantRow, 'outbox_merchant_id_fkey') merchantId: string;
  @Json() start: unknown;
  @Count({ default: 0 }) tries: number;
  @Now() nextTryAt: string;
  @Now() createdAt: string;
}
