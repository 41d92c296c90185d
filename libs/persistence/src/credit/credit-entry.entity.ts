import { Check, Entity, Index, Unique } from 'typeorm';
import { Id, LocalDate, Minor, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { TransferRow } from '../transfer/transfer.entity';
import { CreditAccountRow } from './credit-account.entity';

@Entity('credit_entry')
@Unique('credit_entry_transfer_id_kind_key', ['transferId', 'kind'])
@Check('credit_entry_kind_check', `kind IN ('refund', 'bonus')`)
@Check('credit_entry_amounts_check', `amount > 0 AND available >= 0 AND held >= 0 AND available + held <= amount`)
@Check('credit_entry_status_check', `status IN ('active', 'exhausted', 'expired', 'reversed')`)
@Index('credit_entry_account_id_idx', ['accountId', 'expiresOn'])
export class CreditEntryRow {
  @Id('credit_entry_pkey') id: string;
  @Reference(() => MerchantRow, 'credit_entry_merchant_id_fkey') merchantId: string;
  @Reference(() => CreditAccountRow, 'credit_entry_account_id_fkey') accountId: string;
  @Reference(() => TransferRow, 'credit_entry_transfer_id_fkey', { nullable: true }) transferId: string | null;
  @Text(16) kind: string;
  @Minor() amount: number;
  @Minor() available: number;
  @Minor({ default: 0 }) held: number;
  @LocalDate({ nullable: true }) expiresOn: string | null;
  @Text(16) status: string;
  @Now() createdAt: string;
}
