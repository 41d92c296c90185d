import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Id, Instant, LocalDate, LongText, Minor, Now, Reference, Text } from '../database/columns';
import { LegalEntityRow } from '../merchant/legal-entity.entity';
import { MerchantRow } from '../merchant/merchant.entity';

@Entity('bank_file')
@Unique('bank_file_merchant_id_key_key', ['merchantId', 'key'])
@Check('bank_file_format_check', `format IN ('sepa', 'csv')`)
@Check('bank_file_total_check', `transfers > 0 AND total > 0`)
@Check('bank_file_erased_check', `(content IS NULL) = (erased_at IS NOT NULL)`)
@Index('bank_file_created_at_idx', ['merchantId', 'createdAt', 'id'])
@Index('bank_file_kept_idx', ['createdAt'], { where: 'content IS NOT NULL' })
export class BankFileRow {
  @Id('bank_file_pkey') id: string;
  @Reference(() => MerchantRow, 'bank_file_merchant_id_fkey') merchantId: string;
  @Reference(() => LegalEntityRow, 'bank_file_legal_entity_id_fkey') legalEntityId: string;
  @Fixed(3) currency: string;
  @Text(16) format: string;
  @LocalDate() executeOn: string;
  @Count() transfers: number;
  @Minor() total: number;
  /** Sealed: it names accounts of customers. */
  @LongText({ nullable: true })
  content: string | null;
  @Fixed(64) contentHash: string;
  @Count() bytes: number;
  @Text(160) actor: string;
  @Text(128) key: string;
  @Fixed(64) bodyHash: string;
  @Now() createdAt: string;
  @Instant({ nullable: true }) erasedAt: string | null;
}
