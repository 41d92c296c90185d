import { Check, Entity, Unique } from 'typeorm';
import { Count, Fixed, Id, Instant, Minor, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { ReconciliationRow } from './reconciliation.entity';

@Entity('report_movement')
@Unique('report_movement_reconciliation_id_gateway_refund_id_key', ['reconciliationId', 'gatewayRefundId'])
@Check('report_movement_amount_check', `amount > 0`)
@Check('report_movement_status_check', `status IN ('settled', 'pending', 'declined', 'unknown')`)
export class ReportMovementRow {
  @Id('report_movement_pkey') id: string;
  @Reference(() => MerchantRow, 'report_movement_merchant_id_fkey') merchantId: string;
  @Reference(() => ReconciliationRow, 'report_movement_reconciliation_id_fkey') reconciliationId: string;
  @Count() line: number;
  @Text(120) gatewayRefundId: string;
  @Text(120, { nullable: true }) reference: string | null;
  @Text(120, { nullable: true }) gatewayRef: string | null;
  @Minor() amount: number;
  @Fixed(3) currency: string;
  @Text(16) status: string;
  @Instant() movedAt: string;
}
