import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { ProposalRow } from '../proposal/proposal.entity';
import { StaffUserRow } from './staff-user.entity';

@Entity('role_grant')
@Check('role_grant_source_check', `source IN ('admin', 'claim', 'command')`)
@Check('role_grant_ended_check', '(ended_at IS NULL) = (ended_by IS NULL)')
@Index('role_grant_open_idx', ['staffId', 'role'], { unique: true, where: 'ended_at IS NULL' })
@Index('role_grant_merchant_id_idx', ['merchantId', 'role'])
@Index('role_grant_proposal_id_idx', ['proposalId'])
export class RoleGrantRow {
  @Id('role_grant_pkey') id: string;
  @Reference(() => MerchantRow, 'role_grant_merchant_id_fkey') merchantId: string;
  @Reference(() => StaffUserRow, 'role_grant_staff_id_fkey') staffId: string;
  @Text(16) role: string;
  @Text(8) source: string;
  @Text(160) grantedBy: string;
  @Reference(() => ProposalRow, 'role_grant_proposal_id_fkey', { nullable: true }) proposalId: string | null;
  @Now() grantedAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
  @Text(160, { nullable: true }) endedBy: string | null;
}
