import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Id, Instant, Json, Minor, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';
import { CreditNoteSeriesRow } from './credit-note-series.entity';

@Entity('credit_note')
@Unique('credit_note_series_id_number_key', ['seriesId', 'number'])
@Unique('credit_note_refund_id_document_type_completion_key', ['refundId', 'documentType', 'completion'])
@Check(
  'credit_note_status_check',
  `status IN ('draft', 'issued') AND (status = 'issued') = (number IS NOT NULL) AND (status = 'issued') = (issued_at IS NOT NULL)`,
)
@Index('credit_note_merchant_id_idx', ['merchantId', 'id'])
@Index('credit_note_display_number_idx', ['merchantId', 'displayNumber'], { where: 'display_number IS NOT NULL' })
@Index('credit_note_counter_idx', { synchronize: false })
@Check('credit_note_total_check', `net + tax = total AND total > 0`)
export class CreditNoteRow {
  @Id('credit_note_pkey') id: string;
  @Reference(() => MerchantRow, 'credit_note_merchant_id_fkey') merchantId: string;
  @Reference(() => CreditNoteSeriesRow, 'credit_note_series_id_fkey') seriesId: string;
  @Reference(() => RefundRow, 'credit_note_refund_id_fkey') refundId: string;
  @Text(16) documentType: string;
  @Count() completion: number;
  @Text(16) status: string;
  @Minor({ nullable: true }) number: number | null;
  @Text(48, { nullable: true }) displayNumber: string | null;
  @Fixed(3) currency: string;
  @Minor() net: number;
  @Minor() tax: number;
  @Minor() total: number;
  @Json() body: unknown;
  /** Ids of the transfers that it is about. */ @Json({ default: () => "'[]'" }) transfers: unknown;
  @Now() createdAt: string;
  @Instant({ nullable: true }) issuedAt: string | null;
}
