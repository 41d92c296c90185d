import { Entity, Index, Unique } from 'typeorm';
import { Fixed, Id, LongText, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';

@Entity('customer')
@Unique('customer_merchant_id_ref_key', ['merchantId', 'ref'])
@Index('customer_email_hash_idx', ['emailHash', 'merchantId'])
@Index('customer_phone_hash_idx', ['phoneHash', 'merchantId'])
export class CustomerRow {
  @Id('customer_pkey') id: string;
  @Reference(() => MerchantRow, 'customer_merchant_id_fkey') merchantId: string;
  @Text(64) ref: string;
  @Text(2) locale: string;
  @Text(16, { nullable: true }) protectedGroup: string | null;
  @LongText({ nullable: true }) dataKey: string | null;
  @LongText({ nullable: true }) personal: string | null;
  @Fixed(64, { nullable: true }) emailHash: string | null;
  @Fixed(64, { nullable: true }) phoneHash: string | null;
  @Now() createdAt: string;
}
