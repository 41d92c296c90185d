import { Check, Entity, Index, Unique } from 'typeorm';
import { Fixed, Id, Instant, Json, LongText, Minor, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';
import { TransferRow } from '../transfer/transfer.entity';

@Entity('proposal')
@Unique('proposal_merchant_id_route_key_key', ['merchantId', 'route', 'key'])
@Check(
  'proposal_status_check',
  `status IN ('open', 'confirmed', 'rejected', 'void', 'expired') AND (status = 'open') = (ended_at IS NULL)`,
)
@Check('proposal_amount_check', `amount IS NULL OR (amount > 0 AND currency IS NOT NULL)`)
@Index('proposal_open_idx', ['merchantId', 'kind', 'subject'], { unique: true, where: "status = 'open'" })
@Index('proposal_merchant_id_idx', ['merchantId', 'id'])
@Index('proposal_status_idx', ['merchantId', 'status', 'id'])
@Index('proposal_refund_id_idx', ['refundId'])
@Index('proposal_transfer_id_idx', ['transferId'], { where: "status = 'open'" })
export class ProposalRow {
  @Id('proposal_pkey') id: string;
  @Reference(() => MerchantRow, 'proposal_merchant_id_fkey') merchantId: string;
  @Text(32) kind: string;
  @Text(96) subject: string;
  @Fixed(64) subjectHash: string;
  @Reference(() => RefundRow, 'proposal_refund_id_fkey', { nullable: true }) refundId: string | null;
  @Reference(() => TransferRow, 'proposal_transfer_id_fkey', { nullable: true }) transferId: string | null;
  @Json() payload: unknown;
  @Fixed(64) payloadHash: string;
  @Minor({ nullable: true }) amount: number | null;
  @Fixed(3, { nullable: true }) currency: string | null;
  @Text(160) proposedBy: string;
  @Text(120) proposerOwner: string;
  @LongText({ nullable: true }) reason: string | null;
  @LongText() evidence: string;
  @Text(16) status: string;
  @Text(96) route: string;
  @Text(128) key: string;
  @Fixed(64) bodyHash: string;
  @Instant() expiresAt: string;
  @Now() createdAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
}
