import { Check, Entity, Index, Unique } from 'typeorm';
import { Fixed, Id, Instant, Json, Minor, Now, Reference, Text } from '../database/columns';
import { LegalEntityRow } from '../merchant/legal-entity.entity';
import { MerchantRow } from '../merchant/merchant.entity';
import { CustomerRow } from './customer.entity';

@Entity('sale')
@Unique('sale_merchant_id_sale_ref_key', ['merchantId', 'saleRef'])
@Check('sale_shipping_check', `shipping_total >= 0 AND shipping_tax >= 0 AND shipping_tax <= shipping_total`)
@Index('sale_customer_id_idx', ['customerId'])
@Index('sale_sale_ref_idx', ['saleRef'])
export class SaleRow {
  @Id('sale_pkey') id: string;
  @Reference(() => MerchantRow, 'sale_merchant_id_fkey') merchantId: string;
  @Text(64) saleRef: string;
  @Reference(() => CustomerRow, 'sale_customer_id_fkey') customerId: string;
  @Reference(() => LegalEntityRow, 'sale_legal_entity_id_fkey') legalEntityId: string;
  @Fixed(3) currency: string;
  @Minor() shippingTotal: number;
  @Minor() shippingTax: number;
  @Json() snapshot: unknown;
  @Fixed(64) bodyHash: string;
  @Instant({ nullable: true }) firstRefundAt: string | null;
  @Instant() placedAt: string;
  @Now() createdAt: string;
  @Now() updatedAt: string;
}
