import { Check, Entity, Index, Unique } from 'typeorm';
import { Fixed, Id, Instant, Json, LocalDate, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';

@Entity('reconciliation')
@Unique('reconciliation_merchant_id_key_key', ['merchantId', 'key'])
@Check('reconciliation_source_check', `source IN ('gateway', 'report')`)
@Check('reconciliation_status_check', `status IN ('reading', 'requested', 'running', 'done', 'failed')`)
@Check('reconciliation_days_check', `from_day <= to_day`)
@Index('reconciliation_created_at_idx', ['merchantId', 'createdAt', 'id'])
@Index('reconciliation_open_idx', ['createdAt'], { where: `status IN ('requested', 'running')` })
@Index('reconciliation_report_idx', ['merchantId', 'gateway', 'bodyHash'], { unique: true, where: `source = 'report'` })
export class ReconciliationRow {
  @Id('reconciliation_pkey') id: string;
  @Reference(() => MerchantRow, 'reconciliation_merchant_id_fkey') merchantId: string;
  @Text(32) gateway: string;
  @Text(16) source: string;
  @LocalDate() fromDay: string;
  @LocalDate() toDay: string;
  @Text(160) key: string;
  @Fixed(64) bodyHash: string;
  @Text(160) actor: string;
  @Text(16) status: string;
  @Text(48, { nullable: true }) failure: string | null;
  @Json({ default: () => `'[]'` }) totals: unknown;
  @Now() createdAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
}
