import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Id, Minor, Reference } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { SaleLineRow } from '../sale/sale-line.entity';
import { RefundRow } from './refund.entity';

@Entity('refund_line')
@Unique('refund_line_refund_id_sale_line_id_key', ['refundId', 'saleLineId'])
@Check('refund_line_amounts_check', `units >= 0 AND gross >= 0 AND tax >= 0 AND tax <= gross`)
@Check(
  'refund_line_given_back_check',
  `given_back_units BETWEEN 0 AND units AND given_back_gross BETWEEN 0 AND gross AND given_back_tax BETWEEN 0 AND tax`,
)
@Index('refund_line_sale_line_id_idx', ['saleLineId'])
export class RefundLineRow {
  @Id('refund_line_pkey') id: string;
  @Reference(() => MerchantRow, 'refund_line_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'refund_line_refund_id_fkey') refundId: string;
  @Reference(() => SaleLineRow, 'refund_line_sale_line_id_fkey') saleLineId: string;
  @Count() no: number;
  @Count() units: number;
  @Minor() gross: number;
  @Minor() tax: number;
  @Count({ default: 0 }) givenBackUnits: number;
  @Minor({ default: 0 }) givenBackGross: number;
  @Minor({ default: 0 }) givenBackTax: number;
}
