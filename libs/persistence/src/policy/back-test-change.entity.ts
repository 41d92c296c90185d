import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Json, Reference } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';
import { BackTestRow } from './back-test.entity';

/** A refund that a draft would have decided otherwise. */
@Entity('back_test_change')
@Index('back_test_change_refund_id_idx', ['refundId'])
export class BackTestChangeRow {
  @Reference(() => MerchantRow, 'back_test_change_merchant_id_fkey') merchantId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'back_test_change_pkey' })
  @ForeignKey(() => BackTestRow, { name: 'back_test_change_back_test_id_fkey', onDelete: 'CASCADE' })
  backTestId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'back_test_change_pkey' })
  no: number;
  @Reference(() => RefundRow, 'back_test_change_refund_id_fkey') refundId: string;
  @Json() before: unknown;
  @Json() after: unknown;
}
