import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Id, LongText, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';

@Entity('policy_version')
@Unique('policy_version_merchant_id_currency_number_key', ['merchantId', 'currency', 'number'])
@Check('policy_version_status_check', `status IN ('published', 'retired')`)
@Index('policy_version_published_idx', ['merchantId', 'currency'], { unique: true, where: "status = 'published'" })
export class PolicyVersionRow {
  @Id('policy_version_pkey') id: string;
  @Reference(() => MerchantRow, 'policy_version_merchant_id_fkey') merchantId: string;
  @Fixed(3) currency: string;
  @Count() number: number;
  @Text(120) name: string;
  @LongText() source: string;
  @Fixed(64) hash: string;
  @Text(16) status: string;
  @Now() publishedAt: string;
}
