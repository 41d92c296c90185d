import { Check, Entity, Index, Unique } from 'typeorm';
import { Fixed, Id, Json, LongText, Now, Reference, Text, Uuid } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';
import { ApprovalStepRow } from './approval-step.entity';
import { DelegationRow } from './delegation.entity';

@Entity('decision')
@Unique('decision_step_id_owner_key', ['stepId', 'owner'])
@Unique('decision_command_id_key', ['commandId'])
@Check(
  'decision_outcome_check',
  `outcome IN ('approve', 'reject') AND (outcome = 'approve' OR reason_code IS NOT NULL)`,
)
@Check('decision_delegation_check', `(on_behalf_of IS NULL) = (delegation_id IS NULL)`)
@Index('decision_refund_id_idx', ['refundId'])
@Index('decision_owner_idx', ['merchantId', 'owner', 'at', 'id'])
export class DecisionRow {
  @Id('decision_pkey') id: string;
  @Reference(() => MerchantRow, 'decision_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'decision_refund_id_fkey') refundId: string;
  @Reference(() => ApprovalStepRow, 'decision_step_id_fkey') stepId: string;
  @Uuid() commandId: string;
  @Text(160) actor: string;
  @Text(120) owner: string;
  /** Whose authority was used, where it was delegated. */ @Text(120, { nullable: true }) onBehalfOf: string | null;
  @Reference(() => DelegationRow, 'decision_delegation_id_fkey', { nullable: true }) delegationId: string | null;
  /** Numbers of the step's slots that it may fill. */ @Json({ default: () => "'[0]'" }) fits: unknown;
  @Text(16) role: string;
  @Text(16) outcome: string;
  @Text(48, { nullable: true }) reasonCode: string | null;
  @LongText({ nullable: true }) note: string | null;
  @Fixed(64) snapshotHash: string;
  @Now() at: string;
}
