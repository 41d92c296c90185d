import { Check, Entity, Index } from 'typeorm';
import { Count, Id, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundLineRow } from '../refund/refund-line.entity';
import { GoodsReturnRow } from './goods-return.entity';

@Entity('return_item')
@Check('return_item_units_check', `units > 0`)
@Check(
  'return_item_status_check',
  `status IN ('expected', 'received', 'accepted', 'accepted_with_deduction', 'rejected', 'missing', 'kept')`,
)
@Index('return_item_return_id_idx', ['returnId'])
export class ReturnItemRow {
  @Id('return_item_pkey') id: string;
  @Reference(() => MerchantRow, 'return_item_merchant_id_fkey') merchantId: string;
  @Reference(() => GoodsReturnRow, 'return_item_return_id_fkey') returnId: string;
  @Reference(() => RefundLineRow, 'return_item_refund_line_id_fkey') refundLineId: string;
  @Count() units: number;
  @Text(24) status: string;
}
