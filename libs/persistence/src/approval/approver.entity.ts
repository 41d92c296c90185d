import { Check, Entity, Unique } from 'typeorm';
import { Fixed, Flag, Id, Instant, LongText, Now, Reference, Text, TextList } from '../database/columns';
import { MerchantRow } from '../merchant/merchant.entity';

/** What is known of a person who decides, beside the roles and limits that were granted: teams, contact, absence. */
@Entity('approver')
@Unique('approver_merchant_id_person_key', ['merchantId', 'person'])
@Check('approver_absence_check', `(absent_from IS NULL) = (absent_until IS NULL) AND absent_until > absent_from`)
export class ApproverRow {
  @Id('approver_pkey') id: string;
  @Reference(() => MerchantRow, 'approver_merchant_id_fkey') merchantId: string;
  @Text(120) person: string;
  @TextList() teams: readonly string[];
  @Text(2) locale: string;
  /** One message a day instead of one for each step. */ @Flag() digest: boolean;
  /** Mail and phone, sealed. */ @LongText({ nullable: true }) contact: string | null;
  @Fixed(64, { nullable: true }) emailHash: string | null;
  @Fixed(64, { nullable: true }) phoneHash: string | null;
  @Instant({ nullable: true }) absentFrom: string | null;
  @Instant({ nullable: true }) absentUntil: string | null;
  @Now() createdAt: string;
  @Now() updatedAt: string;
}
