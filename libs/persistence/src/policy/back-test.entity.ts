import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Id, Instant, Json, LongText, Now, Reference, Text, Uuid } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { PolicyVersionRow } from './policy-version.entity';

@Entity('back_test')
@Unique('back_test_merchant_id_key_key', ['merchantId', 'key'])
@Check(
  'back_test_status_check',
  `status IN ('requested', 'running', 'done', 'failed') AND (status IN ('done', 'failed')) = (ended_at IS NOT NULL)`,
)
@Check('back_test_days_check', `days BETWEEN 1 AND 366`)
@Index('back_test_policy_version_id_idx', ['policyVersionId', 'id'])
@Index('back_test_open_idx', ['merchantId'], { unique: true, where: `status IN ('requested', 'running')` })
export class BackTestRow {
  @Id('back_test_pkey') id: string;
  @Reference(() => MerchantRow, 'back_test_merchant_id_fkey') merchantId: string;
  @Reference(() => PolicyVersionRow, 'back_test_policy_version_id_fkey', { onDelete: 'CASCADE' })
  policyVersionId: string;
  /** The text as it was when it was asked for: a draft may go on. */ @LongText() source: string;
  @Fixed(64) sourceHash: string;
  @Fixed(3) currency: string;
  @Count() days: number;
  @Instant() since: string;
  @Instant() until: string;
  @Text(16) status: string;
  @Count({ nullable: true }) total: number | null;
  @Count({ default: 0 }) done: number;
  /** The refund that was looked at last: a run that was lost goes on behind it. */
  @Uuid({ nullable: true })
  reachedId: string | null;
  @Json() report: unknown;
  @Text(48, { nullable: true }) failure: string | null;
  @Text(160) actor: string;
  @Text(128) key: string;
  @Fixed(64) bodyHash: string;
  /** When somebody last worked on it: one that rests is begun again. */ @Now() touchedAt: string;
  @Now() createdAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
}
