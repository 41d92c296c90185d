import { Check, Entity, Unique } from 'typeorm';
import { Count, Fixed, Id, LongText, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';
import { NoteRow } from './note.entity';

@Entity('evidence')
@Unique('evidence_refund_id_key_key', ['refundId', 'key'])
@Check('evidence_bytes_check', `bytes BETWEEN 1 AND 8388608`)
export class EvidenceRow {
  @Id('evidence_pkey') id: string;
  @Reference(() => MerchantRow, 'evidence_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'evidence_refund_id_fkey') refundId: string;
  /** The question or comment that it belongs to. */
  @Reference(() => NoteRow, 'evidence_note_id_fkey', { nullable: true })
  noteId: string | null;
  @Text(32) mediaType: string;
  @Count() bytes: number;
  @Fixed(64) contentHash: string;
  /** What `EvidenceFiles` answered: the file itself, sealed under the key of the customer, or where it is kept. */ @LongText()
  content: string;
  @Text(160) actor: string;
  @Text(128) key: string;
  @Now() createdAt: string;
}
