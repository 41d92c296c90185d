import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Id, Instant, LongText, Now, Reference, Text, TextList } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';

@Entity('policy_version')
@Unique('policy_version_merchant_id_currency_number_key', ['merchantId', 'currency', 'number'])
@Check('policy_version_status_check', `status IN ('draft', 'published', 'retired')`)
@Check(
  'policy_version_number_check',
  `(status = 'draft') = (number IS NULL) AND (status = 'draft') = (published_at IS NULL)`,
)
@Index('policy_version_published_idx', ['merchantId', 'currency'], { unique: true, where: "status = 'published'" })
@Index('policy_version_key_idx', ['merchantId', 'key'], { unique: true, where: 'key IS NOT NULL' })
@Index('policy_version_merchant_id_idx', ['merchantId', 'id'])
export class PolicyVersionRow {
  @Id('policy_version_pkey') id: string;
  @Reference(() => MerchantRow, 'policy_version_merchant_id_fkey') merchantId: string;
  @Fixed(3) currency: string;
  /** A draft has none yet. */ @Count({ nullable: true }) number: number | null;
  @Text(120) name: string;
  @LongText() source: string;
  /** Its limits of amounts whose sums are read for a request, before it is decided. */
  @TextList({ default: '{}' }) watchedLimits: string[];
  @Fixed(64) hash: string;
  @Text(16) status: string;
  /** Null for a version that was set up with the merchant. */ @Text(160, { nullable: true }) draftedBy: string | null;
  @Text(120, { nullable: true }) draftedByOwner: string | null;
  @Text(160, { nullable: true }) publishedBy: string | null;
  /** The earlier version whose text this one brings back. */
  @Reference(() => PolicyVersionRow, 'policy_version_restores_id_fkey', { nullable: true })
  restoresId: string | null;
  /** The call that wrote the draft; null where nobody called. */ @Text(128, { nullable: true }) key: string | null;
  @Fixed(64, { nullable: true }) bodyHash: string | null;
  @Now() createdAt: string;
  @Now() updatedAt: string;
  @Instant({ nullable: true, default: () => 'now()' }) publishedAt: string | null;
}
