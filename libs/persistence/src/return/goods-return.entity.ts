import { Check, Entity, Unique } from 'typeorm';
import { Count, Id, Instant, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('goods_return')
@Unique('goods_return_refund_id_no_key', ['refundId', 'no'])
@Check('goods_return_method_check', `method IN ('carrier', 'drop_off')`)
@Check(
  'goods_return_status_check',
  `status IN ('expected', 'in_transit', 'partially_received', 'received', 'inspected', 'waived', 'cancelled', 'expired')`,
)
export class GoodsReturnRow {
  @Id('goods_return_pkey') id: string;
  @Reference(() => MerchantRow, 'goods_return_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'goods_return_refund_id_fkey') refundId: string;
  @Count() no: number;
  @Text(16) mode: string;
  @Text(16, { default: 'carrier' }) method: string;
  @Text(16) moneyOn: string;
  @Text(24) status: string;
  @Instant({ nullable: true }) dueAt: string | null;
  @Now() createdAt: string;
  @Now() updatedAt: string;
}
