import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Id, Instant, Json, LongText, Now, Reference, Text } from '../database/columns';
import { ApiKeyRow } from '../access/api-key.entity';
import { StaffUserRow } from '../access/staff-user.entity';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from './refund.entity';

@Entity('refund_command')
@Unique('refund_command_merchant_id_route_key_key', ['merchantId', 'route', 'key'])
@Check('refund_command_state_check', `state IN ('pending', 'done', 'refused')`)
@Check('refund_command_credential_check', '(key_id IS NULL) <> (staff_id IS NULL)')
@Index('refund_command_next_try_at_idx', ['nextTryAt'], { where: "state = 'pending'" })
@Index('refund_command_refund_id_idx', ['refundId'])
export class RefundCommandRow {
  @Id('refund_command_pkey') id: string;
  @Reference(() => MerchantRow, 'refund_command_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'refund_command_refund_id_fkey') refundId: string;
  @Text(96) route: string;
  @Text(128) key: string;
  @Fixed(64) bodyHash: string;
  @Text(32) name: string;
  @Reference(() => ApiKeyRow, 'refund_command_key_id_fkey', { nullable: true }) keyId: string | null;
  @Reference(() => StaffUserRow, 'refund_command_staff_id_fkey', { nullable: true }) staffId: string | null;
  @Text(16, { nullable: true }) role: string | null;
  @Text(160) actor: string;
  @Text(64, { nullable: true }) address: string | null;
  @Text(160) workflowId: string;
  @Json() payload: unknown;
  @LongText({ nullable: true }) note: string | null;
  @Text(16) state: string;
  @Text(48, { nullable: true }) refusal: string | null;
  @Json({ nullable: true }) answer: unknown;
  @Count({ default: 0 }) tries: number;
  @Instant({ nullable: true }) nextTryAt: string | null;
  @Now() createdAt: string;
  @Now() updatedAt: string;
}
