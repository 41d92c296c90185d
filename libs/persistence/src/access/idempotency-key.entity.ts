import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fixed, Json, Now, Reference } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('idempotency_key')
export class IdempotencyKeyRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  @ForeignKey(() => MerchantRow, { name: 'idempotency_key_merchant_id_fkey' })
  merchantId: string;
  @PrimaryColumn('varchar', { length: 64, primaryKeyConstraintName: 'idempotency_key_pkey' }) route: string;
  @PrimaryColumn('varchar', { length: 128, primaryKeyConstraintName: 'idempotency_key_pkey' }) key: string;
  @Fixed(64) bodyHash: string;
  @Reference(() => RefundRow, 'idempotency_key_refund_id_fkey') refundId: string;
  @Json() answer: unknown;
  @Now() createdAt: string;
}
