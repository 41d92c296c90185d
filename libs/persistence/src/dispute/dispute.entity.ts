import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Id, Instant, Minor, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { PaymentRow } from '../sale/payment.entity';

@Entity('dispute')
@Unique('dispute_merchant_id_gateway_dispute_ref_key', ['merchantId', 'gateway', 'disputeRef'])
@Check('dispute_status_check', `status IN ('open', 'won', 'lost')`)
@Check('dispute_amount_check', `amount > 0 AND withdrawn >= 0`)
@Index('dispute_payment_id_idx', ['paymentId'])
@Index('dispute_merchant_id_idx', ['merchantId', 'id'])
@Index('dispute_key_idx', ['merchantId', 'key'], { unique: true, where: 'key IS NOT NULL' })
export class DisputeRow {
  @Id('dispute_pkey') id: string;
  @Reference(() => MerchantRow, 'dispute_merchant_id_fkey') merchantId: string;
  @Reference(() => PaymentRow, 'dispute_payment_id_fkey') paymentId: string;
  @Text(32) gateway: string;
  @Text(120) disputeRef: string;
  @Text(8) status: string;
  @Instant() statusAt: string;
  @Fixed(3) currency: string;
  @Minor() amount: number;
  @Instant() amountAt: string;
  @Minor({ default: 0 }) withdrawn: number;
  @Instant({ nullable: true }) fundsAt: string | null;
  @Text(64, { nullable: true }) reason: string | null;
  @Text(160) actor: string;
  @Text(128, { nullable: true }) key: string | null;
  @Fixed(64, { nullable: true }) bodyHash: string | null;
  @Count({ default: 1 }) version: number;
  @Instant() openedAt: string;
  @Now() createdAt: string;
  @Now() updatedAt: string;
}
