import { Entity, Index, Unique } from 'typeorm';
import { StaffUserRow } from '../access/staff-user.entity';
import { Id, Now, Reference } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('refund_watch')
@Unique('refund_watch_staff_id_refund_id_key', ['staffId', 'refundId'])
@Index('refund_watch_merchant_id_idx', ['merchantId', 'id'])
@Index('refund_watch_refund_id_idx', ['refundId'])
export class RefundWatchRow {
  @Id('refund_watch_pkey') id: string;
  @Reference(() => MerchantRow, 'refund_watch_merchant_id_fkey') merchantId: string;
  @Reference(() => StaffUserRow, 'refund_watch_staff_id_fkey') staffId: string;
  @Reference(() => RefundRow, 'refund_watch_refund_id_fkey') refundId: string;
  @Now() createdAt: string;
}
