import { Check, Entity, Index, Unique } from 'typeorm';
import { Id, Instant, Json, LocalDate, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';
import { TransferRow } from '../transfer/transfer.entity';
import { ReconciliationRow } from './reconciliation.entity';

@Entity('reconciliation_difference')
@Unique('reconciliation_difference_subject_key', ['merchantId', 'source', 'gateway', 'kind', 'subject'])
@Check('reconciliation_difference_source_check', `source IN ('gateway', 'report', 'process')`)
@Index('reconciliation_difference_reconciliation_id_idx', ['reconciliationId', 'id'])
@Index('reconciliation_difference_open_idx', ['merchantId', 'source', 'gateway', 'day'], {
  where: 'resolved_at IS NULL',
})
@Index('reconciliation_difference_refund_id_idx', ['refundId'])
export class ReconciliationDifferenceRow {
  @Id('reconciliation_difference_pkey') id: string;
  @Reference(() => MerchantRow, 'reconciliation_difference_merchant_id_fkey') merchantId: string;
  @Reference(() => ReconciliationRow, 'reconciliation_difference_reconciliation_id_fkey', { nullable: true })
  reconciliationId: string | null;
  @Text(16) source: string;
  @Text(32) gateway: string;
  @Text(32) kind: string;
  @Text(160) subject: string;
  @Text(16) owner: string;
  @LocalDate() day: string;
  @Reference(() => RefundRow, 'reconciliation_difference_refund_id_fkey', { nullable: true }) refundId: string | null;
  @Reference(() => TransferRow, 'reconciliation_difference_transfer_id_fkey', { nullable: true }) transferId:
    string | null;
  @Text(120, { nullable: true }) gatewayRefundId: string | null;
  @Json({ nullable: true }) ours: unknown;
  @Json({ nullable: true }) theirs: unknown;
  @Text(120, { nullable: true }) note: string | null;
  @Now() firstSeenAt: string;
  @Now() lastSeenAt: string;
  @Instant({ nullable: true }) resolvedAt: string | null;
}
