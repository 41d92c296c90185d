import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Id, Instant, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';
import { ApprovalStepRow } from './approval-step.entity';

@Entity('staff_message')
@Unique('staff_message_step_id_person_kind_key', ['stepId', 'person', 'kind'])
@Check(
  'staff_message_kind_check',
  `kind IN ('approval_open', 'approval_reminder', 'approval_escalated', 'approval_assigned', 'pay_by_near', 'pay_by_missed', 'approval_withdrawn', 'review_assigned')`,
)
@Check(
  'staff_message_status_check',
  `status IN ('queued', 'sent', 'failed', 'suppressed') AND (status = 'queued') = (ended_at IS NULL)`,
)
@Check('staff_message_step_check', `(kind = 'review_assigned') = (step_id IS NULL)`)
@Index('staff_message_review_idx', ['refundId', 'person'], { unique: true, where: 'step_id IS NULL' })
@Index('staff_message_due_idx', ['nextTryAt'], { where: "status = 'queued'" })
export class StaffMessageRow {
  @Id('staff_message_pkey') id: string;
  @Reference(() => MerchantRow, 'staff_message_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'staff_message_refund_id_fkey') refundId: string;
  /** Null: about the refund as a whole. */
  @Reference(() => ApprovalStepRow, 'staff_message_step_id_fkey', { nullable: true })
  stepId: string | null;
  @Text(120) person: string;
  @Text(24) kind: string;
  @Text(16) status: string;
  @Count({ default: 0 }) tries: number;
  @Instant() nextTryAt: string;
  @Now() createdAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
}
