import { Check, Entity, Index, Unique } from 'typeorm';
import { Fixed, Id, Now, Reference, Text } from '../database/columns';
import { DisputeRow } from '../dispute/dispute.entity';
import { LegalEntityRow } from '../merchant/legal-entity.entity';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('ledger_transaction')
@Unique('ledger_transaction_key_key', ['key'])
@Check('ledger_transaction_owner_check', `refund_id IS NOT NULL OR dispute_id IS NOT NULL`)
@Index('ledger_transaction_refund_id_idx', ['refundId'])
@Index('ledger_transaction_dispute_id_idx', ['disputeId'], { where: 'dispute_id IS NOT NULL' })
export class LedgerTransactionRow {
  @Id('ledger_transaction_pkey') id: string;
  @Reference(() => MerchantRow, 'ledger_transaction_merchant_id_fkey') merchantId: string;
  @Reference(() => LegalEntityRow, 'ledger_transaction_legal_entity_id_fkey') legalEntityId: string;
  /** Of a refund, or of a dispute. */
  @Reference(() => RefundRow, 'ledger_transaction_refund_id_fkey', { nullable: true }) refundId: string | null;
  @Reference(() => DisputeRow, 'ledger_transaction_dispute_id_fkey', { nullable: true }) disputeId: string | null;
  @Text(32) kind: string;
  @Text(120) key: string;
  @Fixed(3) currency: string;
  @Now() at: string;
}
