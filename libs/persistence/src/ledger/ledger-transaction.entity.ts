import { Entity, Index, Unique } from 'typeorm';
import { Fixed, Id, Now, Reference, Text } from '../database/columns';
import { LegalEntityRow } from '../merchant/legal-entity.entity';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('ledger_transaction')
@Unique('ledger_transaction_key_key', ['key'])
@Index('ledger_transaction_refund_id_idx', ['refundId'])
export class LedgerTransactionRow {
  @Id('ledger_transaction_pkey') id: string;
  @Reference(() => MerchantRow, 'ledger_transaction_merchant_id_fkey') merchantId: string;
  @Reference(() => LegalEntityRow, 'ledger_transaction_legal_entity_id_fkey') legalEntityId: string;
  @Reference(() => RefundRow, 'ledger_transaction_refund_id_fkey') refundId: string;
  @Text(32) kind: string;
  @Text(120) key: string;
  @Fixed(3) currency: string;
  @Now() at: string;
}
