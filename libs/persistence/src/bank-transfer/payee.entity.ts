import { Check, Entity, Index, Unique } from 'typeorm';
import { Fixed, Id, Instant, LongText, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';
import { CustomerRow } from '../sale/customer.entity';

@Entity('payee')
@Unique('payee_refund_id_key_key', ['refundId', 'key'])
@Check('payee_format_check', `format IN ('iban', 'israeli')`)
@Check('payee_erased_check', `(sealed IS NULL) = (erased_at IS NOT NULL)`)
@Index('payee_kept_idx', ['createdAt'], { where: 'sealed IS NOT NULL' })
export class PayeeRow {
  @Id('payee_pkey') id: string;
  @Reference(() => MerchantRow, 'payee_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'payee_refund_id_fkey') refundId: string;
  @Reference(() => CustomerRow, 'payee_customer_id_fkey') customerId: string;
  @Text(16) format: string;
  /** Under the customer's own key; without it nothing of the details can be read again. */
  @LongText({ nullable: true })
  sealed: string | null;
  @Text(32) maskedName: string;
  @Text(32) maskedAccount: string;
  @Fixed(64) detailsHash: string;
  @Text(160) actor: string;
  @Text(128) key: string;
  @Fixed(64) bodyHash: string;
  @Now() createdAt: string;
  @Instant({ nullable: true }) erasedAt: string | null;
}
