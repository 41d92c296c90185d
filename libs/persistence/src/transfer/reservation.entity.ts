import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Minor, Now, Reference } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { PaymentRow } from '../sale/payment.entity';
import { TransferRow } from './transfer.entity';

@Entity('reservation')
@Check('reservation_amount_check', `amount > 0`)
@Index('reservation_open_idx', ['transferId', 'paymentId'], { unique: true, where: 'released_at IS NULL' })
@Index('reservation_payment_id_idx', ['paymentId'], { where: 'released_at IS NULL' })
export class ReservationRow {
  @Id('reservation_pkey') id: string;
  @Reference(() => MerchantRow, 'reservation_merchant_id_fkey') merchantId: string;
  @Reference(() => TransferRow, 'reservation_transfer_id_fkey') transferId: string;
  @Reference(() => PaymentRow, 'reservation_payment_id_fkey') paymentId: string;
  @Minor() amount: number;
  @Now() takenAt: string;
  @Instant({ nullable: true }) releasedAt: string | null;
}
