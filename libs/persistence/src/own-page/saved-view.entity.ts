import { Check, Entity, Index, Unique } from 'typeorm';
import { StaffUserRow } from '../access/staff-user.entity';
import { Id, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';

@Entity('saved_view')
@Unique('saved_view_staff_id_page_name_key', ['staffId', 'page', 'name'])
@Check('saved_view_page_check', `page IN ('refunds', 'approvals', 'reviews')`)
@Index('saved_view_merchant_id_idx', ['merchantId', 'id'])
export class SavedViewRow {
  @Id('saved_view_pkey') id: string;
  @Reference(() => MerchantRow, 'saved_view_merchant_id_fkey') merchantId: string;
  @Reference(() => StaffUserRow, 'saved_view_staff_id_fkey') staffId: string;
  @Text(16) page: string;
  @Text(60) name: string;
  @Text(500) query: string;
  @Now() createdAt: string;
}
