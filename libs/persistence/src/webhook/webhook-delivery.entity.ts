import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Id, Instant, Json, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';
import { WebhookEndpointRow } from './webhook-endpoint.entity';

@Entity('webhook_delivery')
@Unique('webhook_delivery_endpoint_id_refund_id_sequence_key', ['endpointId', 'refundId', 'sequence'])
@Check(
  'webhook_delivery_status_check',
  `status IN ('pending', 'delivered', 'dead', 'cancelled') AND (status = 'pending') = (next_try_at IS NOT NULL)`,
)
@Check('webhook_delivery_owner_check', `status <> 'dead' OR owner IS NOT NULL`)
@Index('webhook_delivery_due_idx', ['endpointId', 'nextTryAt'], { where: "status = 'pending'" })
@Index('webhook_delivery_expires_at_idx', ['expiresAt'], { where: "status = 'pending'" })
@Index('webhook_delivery_endpoint_id_idx', ['endpointId', 'id'])
@Index('webhook_delivery_refund_id_idx', ['refundId'])
export class WebhookDeliveryRow {
  @Id('webhook_delivery_pkey') id: string;
  @Reference(() => MerchantRow, 'webhook_delivery_merchant_id_fkey') merchantId: string;
  @Reference(() => WebhookEndpointRow, 'webhook_delivery_endpoint_id_fkey') endpointId: string;
  @Reference(() => RefundRow, 'webhook_delivery_refund_id_fkey') refundId: string;
  @Count() sequence: number;
  @Text(16) status: string;
  @Count({ default: 0 }) tries: number;
  @Count({ default: 0 }) triesBefore: number;
  @Instant({ nullable: true }) nextTryAt: string | null;
  @Instant({ nullable: true }) leasedUntil: string | null;
  @Instant() expiresAt: string;
  @Json({ default: () => "'[]'" }) log: unknown;
  @Text(120, { nullable: true }) owner: string | null;
  @Now() createdAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
}
