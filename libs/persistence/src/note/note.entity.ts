import { Check, Entity, Index, Unique } from 'typeorm';
import { Count, Fixed, Id, LongText, Now, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('note')
@Unique('note_refund_id_key_key', ['refundId', 'key'])
@Check('note_kind_check', `kind IN ('comment', 'question', 'answer')`)
@Check(
  'note_question_check',
  `(kind = 'question') = (asked_of IS NOT NULL) AND (asked_of IS NULL OR asked_of IN ('requester', 'customer'))`,
)
@Check('note_answer_check', `(kind = 'answer') = (reply_to IS NOT NULL)`)
@Index('note_reply_to_idx', ['replyTo'], { unique: true, where: 'reply_to IS NOT NULL' })
export class NoteRow {
  @Id('note_pkey') id: string;
  @Reference(() => MerchantRow, 'note_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'note_refund_id_fkey') refundId: string;
  @Text(16) kind: string;
  /** The approval step that it is about. */ @Count({ nullable: true }) step: number | null;
  @Text(16, { nullable: true }) askedOf: string | null;
  @Reference(() => NoteRow, 'note_reply_to_fkey', { nullable: true }) replyTo: string | null;
  @Text(160) actor: string;
  @LongText() sealed: string;
  @Text(128) key: string;
  @Fixed(64) bodyHash: string;
  @Now() createdAt: string;
}
