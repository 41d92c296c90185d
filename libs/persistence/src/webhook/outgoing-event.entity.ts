import { Entity, Index, Unique } from 'typeorm';
import { Count, Json, Minor, Now, Numbered, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { RefundRow } from '../refund/refund.entity';

@Entity('outgoing_event')
@Unique('outgoing_event_refund_id_sequence_key', ['refundId', 'sequence'])
@Index('outgoing_event_order_idx', ['merchantId', 'transactionNo', 'number'])
export class OutgoingEventRow {
  @Numbered('outgoing_event_pkey') number: number;
  @Minor({ default: () => 'current_transaction_no()' }) transactionNo: number;
  @Reference(() => MerchantRow, 'outgoing_event_merchant_id_fkey') merchantId: string;
  @Reference(() => RefundRow, 'outgoing_event_refund_id_fkey') refundId: string;
  @Count() sequence: number;
  @Text(48) type: string;
  @Json() body: unknown;
  @Now() at: string;
}
