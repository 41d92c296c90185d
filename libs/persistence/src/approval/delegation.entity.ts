import { Check, Entity, Index, Unique } from 'typeorm';
import { Fixed, Id, Instant, Minor, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';

/** Leave to decide with another person's authority, for a time. Never more than that person has when it is used. */
@Entity('delegation')
@Unique('delegation_merchant_id_key_key', ['merchantId', 'key'])
@Check('delegation_time_check', `ends_at > starts_at`)
@Check('delegation_persons_check', `from_person <> to_person`)
@Check('delegation_limit_check', `amount_limit >= 0`)
@Check('delegation_ended_check', `(ended_at IS NULL) = (ended_by IS NULL)`)
@Index('delegation_to_person_idx', ['merchantId', 'toPerson', 'endsAt'], { where: 'ended_at IS NULL' })
@Index('delegation_from_person_idx', ['merchantId', 'fromPerson', 'endsAt'], { where: 'ended_at IS NULL' })
export class DelegationRow {
  @Id('delegation_pkey') id: string;
  @Reference(() => MerchantRow, 'delegation_merchant_id_fkey') merchantId: string;
  @Text(120) fromPerson: string;
  @Text(120) toPerson: string;
  /** Narrower than the delegator's own limit, where he wants that. */ @Minor({ nullable: true })
  amountLimit: number | null;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Text(160) madeBy: string;
  @Text(128) key: string;
  @Fixed(64) bodyHash: string;
  @Now() createdAt: string;
  /** Ended before its time. */ @Instant({ nullable: true }) endedAt: string | null;
  @Text(160, { nullable: true }) endedBy: string | null;
}
