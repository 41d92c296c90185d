import { Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Json, Now, Numbered, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';

@Entity('audit_entry')
@Unique('audit_entry_chain_no_key', ['chain', 'no'])
@Index('audit_entry_merchant_id_idx', ['merchantId', 'id'])
@Index('audit_entry_unmasked_idx', ['merchantId', 'owner', 'at'], { where: "action = 'payee.unmasked'" })
export class AuditEntryRow {
  @Numbered('audit_entry_pkey') id: number;
  @Reference(() => MerchantRow, 'audit_entry_merchant_id_fkey') merchantId: string;
  @Text(48) chain: string;
  @Count() no: number;
  @Text(160) actor: string;
  @Text(120, { nullable: true }) owner: string | null;
  @Text(16, { nullable: true }) role: string | null;
  @Text(48) action: string;
  @Text(96) subject: string;
  @Json({ default: () => "'{}'" }) data: unknown;
  @Text(64, { nullable: true }) address: string | null;
  @Now() at: string;
  @Fixed(64) prevHash: string;
  @Fixed(64) hash: string;
}
