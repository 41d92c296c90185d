import { Check, Entity, Unique } from 'typeorm';
import { Fixed, Id, LongText, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { ProposalRow } from './proposal.entity';

@Entity('proposal_decision')
@Unique('proposal_decision_proposal_id_key', ['proposalId'])
@Check('proposal_decision_outcome_check', `outcome IN ('confirm', 'reject')`)
export class ProposalDecisionRow {
  @Id('proposal_decision_pkey') id: string;
  @Reference(() => MerchantRow, 'proposal_decision_merchant_id_fkey') merchantId: string;
  @Reference(() => ProposalRow, 'proposal_decision_proposal_id_fkey') proposalId: string;
  @Text(16) outcome: string;
  @Text(160) actor: string;
  @Text(120) owner: string;
  @Text(16) role: string;
  @LongText({ nullable: true }) note: string | null;
  @Fixed(64) payloadHash: string;
  @Text(128) key: string;
  @Fixed(64) bodyHash: string;
  @Now() at: string;
}
