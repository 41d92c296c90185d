import { Entity, Unique } from 'typeorm';
import { Flag, Id, Instant, Reference, Text } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';
import { ParcelRow } from './parcel.entity';

@Entity('parcel_event')
@Unique('parcel_event_parcel_id_event_id_key', ['parcelId', 'eventId'])
export class ParcelEventRow {
  @Id('parcel_event_pkey') id: string;
  @Reference(() => MerchantRow, 'parcel_event_merchant_id_fkey') merchantId: string;
  @Reference(() => ParcelRow, 'parcel_event_parcel_id_fkey') parcelId: string;
  @Text(120) eventId: string;
  @Text(24) status: string;
  @Flag() applied: boolean;
  @Instant() occurredAt: string;
}
