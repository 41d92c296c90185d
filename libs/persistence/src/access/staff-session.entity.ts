import { Check, Entity, Index, Unique } from 'typeorm';
import { Fixed, Id, Instant, LongText, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { StaffUserRow } from './staff-user.entity';

@Entity('staff_session')
@Unique('staff_session_token_hash_key', ['tokenHash'])
@Check('staff_session_ended_check', '(ended_at IS NULL) = (ended_because IS NULL)')
@Index('staff_session_staff_id_idx', ['staffId'])
export class StaffSessionRow {
  @Id('staff_session_pkey') id: string;
  @Reference(() => MerchantRow, 'staff_session_merchant_id_fkey') merchantId: string;
  @Reference(() => StaffUserRow, 'staff_session_staff_id_fkey') staffId: string;
  @Fixed(64) tokenHash: string;
  @LongText({ nullable: true }) refreshToken: string | null;
  @Text(64, { nullable: true }) address: string | null;
  @Now() signedInAt: string;
  @Now() lastSeenAt: string;
  @Now() refreshedAt: string;
  @Instant() expiresAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
  @Text(24, { nullable: true }) endedBecause: string | null;
}
