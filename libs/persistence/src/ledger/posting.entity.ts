import { Check, Entity, Index } from 'typeorm';
import { CreditAccountRow } from '../credit/credit-account.entity';
import { Fixed, Minor, Numbered, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { LedgerTransactionRow } from './ledger-transaction.entity';

@Entity('posting')
@Check('posting_amount_check', `amount <> 0`)
@Index('posting_transaction_id_idx', ['transactionId'])
export class PostingRow {
  @Numbered('posting_pkey') id: number;
  @Reference(() => MerchantRow, 'posting_merchant_id_fkey') merchantId: string;
  @Reference(() => LedgerTransactionRow, 'posting_transaction_id_fkey') transactionId: string;
  @Text(32) account: string;
  @Minor() amount: number;
  @Fixed(3) currency: string;
  @Reference(() => CreditAccountRow, 'posting_credit_account_id_fkey', { nullable: true }) creditAccountId:
    string | null;
}
