import { Check, Entity, Unique } from 'typeorm';
import { Count, Id, Minor, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { SaleRow } from './sale.entity';

@Entity('sale_line')
@Unique('sale_line_sale_id_ref_key', ['saleId', 'ref'])
@Check('sale_line_quantity_check', `quantity > 0`)
@Check('sale_line_amounts_check', `total >= 0 AND tax >= 0 AND tax <= total`)
export class SaleLineRow {
  @Id('sale_line_pkey') id: string;
  @Reference(() => MerchantRow, 'sale_line_merchant_id_fkey') merchantId: string;
  @Reference(() => SaleRow, 'sale_line_sale_id_fkey', { onDelete: 'CASCADE' }) saleId: string;
  @Count() no: number;
  @Text(64) ref: string;
  @Text(16) kind: string;
  @Count() quantity: number;
  @Minor() total: number;
  @Minor() tax: number;
}
