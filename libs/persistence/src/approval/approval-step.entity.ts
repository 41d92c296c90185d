import { Check, Entity, Unique } from 'typeorm';
import { Count, Id, Instant, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('approval_step')
@Unique('approval_step_refund_id_round_no_key', ['refundId', 'round', 'no'])
@Check('approval_step_status_check', `status IN ('waiting', 'open', 'approved', 'rejected', 'expired', 'superseded')`)
export class ApprovalStepRow {
  @Id('approval_step_pkey') id: string;
  @Reference(() => MerchantRow, 'approval_step_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'approval_step_refund_id_fkey') refundId: string;
  @Count({ default: 1 }) round: number;
  @Count() no: number;
  @Text(16) role: string;
  @Count() hours: number;
  @Text(16, { nullable: true }) escalateTo: string | null;
  @Text(16) status: string;
  @Instant({ nullable: true }) openedAt: string | null;
  @Instant({ nullable: true }) dueAt: string | null;
}
