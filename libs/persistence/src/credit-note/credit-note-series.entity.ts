import { Check, Entity, Unique } from 'typeorm';
import { Id, Minor, Reference, Text } from '../database/columns';
import { LegalEntityRow } from '../merchant/legal-entity.entity';
import { MerchantRow } from '../merchant/merchant.entity';

@Entity('credit_note_series')
@Unique('credit_note_series_legal_entity_id_document_type_key', ['legalEntityId', 'documentType'])
@Check('credit_note_series_next_number_check', `next_number > 0`)
export class CreditNoteSeriesRow {
  @Id('credit_note_series_pkey') id: string;
  @Reference(() => MerchantRow, 'credit_note_series_merchant_id_fkey') merchantId: string;
  @Reference(() => LegalEntityRow, 'credit_note_series_legal_entity_id_fkey') legalEntityId: string;
  @Text(16) documentType: string;
  @Text(16) prefix: string;
  @Minor({ default: 1 }) nextNumber: number;
}
