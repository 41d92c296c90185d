import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Id, Instant, Minor, Now, Reference, Text } from '../database/columns';
import { PayeeRow } from '../bank-transfer/payee.entity';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';
import { PaymentRow } from '../sale/payment.entity';

@Entity('transfer')
@Unique('transfer_refund_id_no_key', ['refundId', 'no'])
@Check('transfer_amount_check', `amount > 0`)
@Check(
  'transfer_destination_check',
  `destination IN ('payment', 'store_credit', 'manual') AND (destination = 'payment') = (payment_id IS NOT NULL)`,
)
@Check(
  'transfer_status_check',
  `status IN ('planned', 'sending', 'pending', 'in_doubt', 'declined', 'settled', 'reversed', 'released')`,
)
@Check('transfer_payee_check', `(destination = 'manual') = (payee_id IS NOT NULL)`)
@Index('transfer_by_hand_idx', ['merchantId', 'currency', 'refundId'], {
  where: `destination = 'manual' AND status = 'planned'`,
})
@Index('transfer_gateway_refund_id_idx', ['merchantId', 'gateway', 'gatewayRefundId'], {
  unique: true,
  where: 'gateway_refund_id IS NOT NULL',
})
@Index('transfer_replaces_id_idx', ['replacesId'], {
  unique: true,
  where: `replaces_id IS NOT NULL AND status <> 'released'`,
})
@Index('transfer_instead_of_id_idx', ['insteadOfId'], { where: 'instead_of_id IS NOT NULL' })
@Index('transfer_gateway_idx', ['merchantId', 'gateway', 'refundId'])
@Index('transfer_payment_id_idx', ['paymentId'])
@Index('transfer_held_idx', ['merchantId', 'gateway', 'heldAt'], { where: 'hold_reason IS NOT NULL' })
export class TransferRow {
  @Id('transfer_pkey') id: string;
  @Reference(() => MerchantRow, 'transfer_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'transfer_refund_id_fkey') refundId: string;
  @Count() no: number;
  @Reference(() => PaymentRow, 'transfer_payment_id_fkey', { nullable: true }) paymentId: string | null;
  /** The reversed transfer in whose place this one pays. */
  @Reference(() => TransferRow, 'transfer_replaces_id_fkey', { nullable: true })
  replacesId: string | null;
  /** The transfer that was given up, or came back, for this one. */
  @Reference(() => TransferRow, 'transfer_instead_of_id_fkey', { nullable: true })
  insteadOfId: string | null;
  /** Whom a transfer by hand pays. */
  @Reference(() => PayeeRow, 'transfer_payee_id_fkey', { nullable: true })
  payeeId: string | null;
  @Text(16) destination: string;
  @Text(32) gateway: string;
  @Fixed(3) currency: string;
  @Minor() amount: number;
  @Text(16) status: string;
  @Text(32, { nullable: true }) holdReason: string | null;
  @Text(32, { nullable: true }) pendingReason: string | null;
  @Text(120, { nullable: true }) declineReason: string | null;
  @Text(120, { nullable: true }) gatewayRefundId: string | null;
  @Instant({ nullable: true }) lastFinalNewsAt: string | null;
  @Instant({ nullable: true }) settledAt: string | null;
  @Now() createdAt: string;
  @Now() updatedAt: string;
  @Instant({ nullable: true }) heldAt: string | null;
}
