import { Check, Entity, Index, Unique } from 'typeorm';
import { Id, Instant, Minor, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';

@Entity('staff_user')
@Unique('staff_user_merchant_id_person_key', ['merchantId', 'person'])
@Check('staff_user_amount_limit_check', 'amount_limit IS NULL OR amount_limit > 0')
@Check('staff_user_identity_check', '(issuer IS NULL) = (subject IS NULL)')
@Index('staff_user_identity_idx', ['merchantId', 'issuer', 'subject'], { unique: true, where: 'subject IS NOT NULL' })
@Index('staff_user_merchant_id_idx', ['merchantId', 'id'])
export class StaffUserRow {
  @Id('staff_user_pkey') id: string;
  @Reference(() => MerchantRow, 'staff_user_merchant_id_fkey') merchantId: string;
  @Text(120) person: string;
  @Text(120) name: string;
  @Text(255, { nullable: true }) issuer: string | null;
  @Text(255, { nullable: true }) subject: string | null;
  @Minor({ nullable: true }) amountLimit: number | null;
  @Text(160) createdBy: string;
  @Now() createdAt: string;
  @Instant({ nullable: true }) lastSignInAt: string | null;
  @Instant({ nullable: true }) disabledAt: string | null;
}
