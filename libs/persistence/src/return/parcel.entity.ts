import { Check, Entity, Unique } from 'typeorm';
import { Count, Id, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { GoodsReturnRow } from './goods-return.entity';

@Entity('parcel')
@Unique('parcel_return_id_no_key', ['returnId', 'no'])
@Unique('parcel_tracking_code_key', ['merchantId', 'carrier', 'trackingCode'])
@Check(
  'parcel_status_check',
  `status IN ('label_created', 'in_transit', 'out_for_delivery', 'available_for_pickup', 'delivered', 'exception', 'lost', 'returned_to_sender', 'cancelled')`,
)
export class ParcelRow {
  @Id('parcel_pkey') id: string;
  @Reference(() => MerchantRow, 'parcel_merchant_id_fkey') merchantId: string;
  @Reference(() => GoodsReturnRow, 'parcel_return_id_fkey') returnId: string;
  @Count() no: number;
  @Text(32) carrier: string;
  @Text(120) shipmentRef: string;
  @Text(64) trackingCode: string;
  @Text(500) labelUrl: string;
  @Text(24) status: string;
  @Now() createdAt: string;
  @Now() updatedAt: string;
}
