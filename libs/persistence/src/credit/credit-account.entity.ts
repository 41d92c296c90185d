import { Check, Entity, Unique } from 'typeorm';
import { Fixed, Id, Minor, Now, Reference } from '../database/columns';
import { LegalEntityRow } from '../merchant/legal-entity.entity';
import { MerchantRow } from '../merchant/merchant.entity';
import { CustomerRow } from '../sale/customer.entity';

@Entity('credit_account')
@Unique('credit_account_customer_id_legal_entity_id_currency_key', ['customerId', 'legalEntityId', 'currency'])
@Check('credit_account_balance_check', `available >= 0 AND held >= 0`)
export class CreditAccountRow {
  @Id('credit_account_pkey') id: string;
  @Reference(() => MerchantRow, 'credit_account_merchant_id_fkey') merchantId: string;
  @Reference(() => CustomerRow, 'credit_account_customer_id_fkey') customerId: string;
  @Reference(() => LegalEntityRow, 'credit_account_legal_entity_id_fkey') legalEntityId: string;
  @Fixed(3) currency: string;
  @Minor({ default: 0 }) available: number;
  @Minor({ default: 0 }) held: number;
  @Now() createdAt: string;
}
