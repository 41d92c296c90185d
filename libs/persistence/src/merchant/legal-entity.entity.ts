import { Entity, Unique } from 'typeorm';
import { Id, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from './merchant.entity';

@Entity('legal_entity')
@Unique('legal_entity_merchant_id_ref_key', ['merchantId', 'ref'])
export class LegalEntityRow {
  @Id('legal_entity_pkey') id: string;
  @Reference(() => MerchantRow, 'legal_entity_merchant_id_fkey') merchantId: string;
  @Text(64) ref: string;
  @Text(120) name: string;
  @Text(64) registrationNumber: string;
  @Text(500) address: string;
  @Now() createdAt: string;
}
