import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Id, Instant, Json, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('approval_step')
@Unique('approval_step_refund_id_round_no_key', ['refundId', 'round', 'no'])
@Check('approval_step_status_check', `status IN ('waiting', 'open', 'approved', 'rejected', 'expired', 'superseded')`)
@Check('approval_step_needed_check', `needed BETWEEN 1 AND 10`)
@Check(
  'approval_step_escalation_check',
  `(escalated_at IS NULL) = (escalation_cause IS NULL) AND (escalation_cause IS NULL OR escalation_cause IN ('silence', 'nobody'))`,
)
@Index('approval_step_open_idx', ['merchantId', 'dueAt', 'id'], { where: `status = 'open'` })
export class ApprovalStepRow {
  @Id('approval_step_pkey') id: string;
  @Reference(() => MerchantRow, 'approval_step_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'approval_step_refund_id_fkey') refundId: string;
  @Count({ default: 1 }) round: number;
  @Count() no: number;
  @Text(16) role: string;
  /** Whom it asks for; empty where one approval of the role is all. */ @Json({ default: () => "'[]'" }) slots: unknown;
  @Count({ default: 1 }) needed: number;
  @Count() hours: number;
  @Text(16, { nullable: true }) escalateTo: string | null;
  @Text(16) status: string;
  @Instant({ nullable: true }) openedAt: string | null;
  @Instant({ nullable: true }) dueAt: string | null;
  /** It is open to `escalateTo` since then: nobody spoke, or nobody of those it asks for may decide. */
  @Instant({ nullable: true })
  escalatedAt: string | null;
  @Text(16, { nullable: true }) escalationCause: string | null;
  @Instant({ nullable: true }) remindAt: string | null;
  @Instant({ nullable: true }) remindedAt: string | null;
  /** Who is expected to decide it; others who may still can. */ @Text(120, { nullable: true }) assignedTo:
    string | null;
}
