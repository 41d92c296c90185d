import { Entity, Index, Unique } from 'typeorm';
import { StaffUserRow } from '../access/staff-user.entity';
import { Id, Instant, LongText, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';

@Entity('refund_draft')
@Unique('refund_draft_staff_id_name_key', ['staffId', 'name'])
@Index('refund_draft_expires_at_idx', ['merchantId', 'expiresAt'])
export class RefundDraftRow {
  @Id('refund_draft_pkey') id: string;
  @Reference(() => MerchantRow, 'refund_draft_merchant_id_fkey') merchantId: string;
  @Reference(() => StaffUserRow, 'refund_draft_staff_id_fkey') staffId: string;
  @Text(64) name: string;
  @LongText() sealed: string;
  @Now() updatedAt: string;
  @Instant() expiresAt: string;
}
