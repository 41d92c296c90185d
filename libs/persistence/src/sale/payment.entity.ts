import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Id, Instant, Minor, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { SaleRow } from './sale.entity';

@Entity('payment')
@Unique('payment_sale_id_ref_key', ['saleId', 'ref'])
@Check('payment_captured_check', `captured > 0`)
@Check('payment_held_check', `held >= 0 AND held <= captured`)
@Check('payment_disputed_check', `disputed >= 0`)
@Index('payment_gateway_ref_idx', ['merchantId', 'gateway', 'gatewayRef'])
export class PaymentRow {
  @Id('payment_pkey') id: string;
  @Reference(() => MerchantRow, 'payment_merchant_id_fkey') merchantId: string;
  @Reference(() => SaleRow, 'payment_sale_id_fkey', { onDelete: 'CASCADE' }) saleId: string;
  @Count() no: number;
  @Text(64) ref: string;
  @Text(32) gateway: string;
  @Text(120) gatewayRef: string;
  @Fixed(3) currency: string;
  @Minor() captured: number;
  @Minor({ default: 0 }) held: number;
  @Minor({ default: 0 }) disputed: number;
  @Instant({ nullable: true }) capturedAt: string | null;
}
