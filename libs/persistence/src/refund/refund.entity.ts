import { Check, Entity, Index } from 'typeorm';
import {
  Count,
  Fixed,
  Flag,
  Id,
  Instant,
  Json,
  LocalDate,
  LongText,
  Minor,
  Now,
  Reference,
  Text,
} from '../database/columns';
import { LegalEntityRow } from '../merchant/legal-entity.entity';
import { MerchantRow } from '../merchant/merchant.entity';
import { PolicyVersionRow } from '../policy/policy-version.entity';
import { CustomerRow } from '../sale/customer.entity';
import { SaleRow } from '../sale/sale.entity';

@Entity('refund')
@Check('refund_payout_check', `payout > 0`)
@Check(
  'refund_parts_check',
  `shipping_gross >= 0 AND shipping_tax >= 0 AND shipping_tax <= shipping_gross AND goodwill >= 0 AND fee >= 0`,
)
@Check(
  'refund_status_check',
  `status IN ('requested', 'awaiting_approval', 'awaiting_return', 'processing', 'awaiting_gateway', 'in_doubt', 'needs_review', 'completed', 'rejected', 'expired', 'cancelled', 'failed')`,
)
@Check(
  'refund_given_back_check',
  `short_amount BETWEEN 0 AND payout AND given_back_shipping_gross BETWEEN 0 AND shipping_gross AND given_back_shipping_tax BETWEEN 0 AND shipping_tax AND given_back_goodwill BETWEEN 0 AND goodwill`,
)
@Check('refund_origin_check', `origin IN ('request', 'external')`)
@Check('refund_repairs_check', `repairs >= 0`)
@Check('refund_clock_check', `pay_ends_at IS NOT NULL OR (clock_at IS NULL AND NOT pay_missed)`)
@Check('refund_surplus_check', `surplus >= 0`)
@Index('refund_external_ref_idx', ['merchantId', 'externalRef'], { unique: true, where: 'external_ref IS NOT NULL' })
@Index('refund_request_key_idx', ['requestKey'], { unique: true })
@Index('refund_created_at_idx', ['merchantId', 'createdAt', 'id'])
@Index('refund_updated_at_idx', ['merchantId', 'updatedAt'])
@Index('refund_status_idx', ['merchantId', 'status', 'createdAt', 'id'])
@Index('refund_pay_by_idx', ['merchantId', 'payBy', 'id'], { where: 'pay_by IS NOT NULL' })
@Index('refund_pay_missed_idx', ['merchantId', 'payBy', 'id'], { where: 'pay_missed' })
@Index('refund_pay_missed_at_idx', ['merchantId', 'createdAt', 'id'], { where: 'pay_missed' })
@Index('refund_clock_at_idx', ['clockAt'], {
  where: `clock_at IS NOT NULL AND status NOT IN ('completed', 'rejected', 'expired', 'cancelled', 'failed')`,
})
@Index('refund_sale_id_idx', ['saleId', 'createdAt', 'id'])
@Index('refund_customer_id_idx', ['customerId', 'createdAt', 'id'])
@Index('refund_requested_by_idx', ['merchantId', 'requestedBy', 'createdAt'], { where: 'requested_by IS NOT NULL' })
export class RefundRow {
  @Id('refund_pkey') id: string;
  @Reference(() => MerchantRow, 'refund_merchant_id_fkey') merchantId: string;
  @Reference(() => SaleRow, 'refund_sale_id_fkey') saleId: string;
  @Reference(() => CustomerRow, 'refund_customer_id_fkey') customerId: string;
  @Reference(() => LegalEntityRow, 'refund_legal_entity_id_fkey') legalEntityId: string;
  @Reference(() => PolicyVersionRow, 'refund_policy_version_id_fkey') policyVersionId: string;
  @Text(32) lawVersion: string;
  @Fixed(64) requestKey: string;
  @Text(64, { nullable: true }) externalRef: string | null;
  @Json({ default: () => "'{}'" }) metadata: unknown;
  @Text(32) reason: string;
  @Text(16) destination: string;
  @Text(16) requester: string;
  @Text(120, { nullable: true }) requestedBy: string | null;
  @Text(120) requesterOwner: string;
  @LongText({ nullable: true }) note: string | null;
  @Fixed(3) currency: string;
  @Minor() payout: number;
  @Minor() shippingGross: number;
  @Minor() shippingTax: number;
  @Minor() goodwill: number;
  @Minor() fee: number;
  @Minor({ default: 0 }) shortAmount: number;
  @Minor({ default: 0 }) givenBackShippingGross: number;
  @Minor({ default: 0 }) givenBackShippingTax: number;
  @Minor({ default: 0 }) givenBackGoodwill: number;
  /** What the customer has beside what was owed, because money that had come back moved after all; 0 once it was seen to. */
  @Minor({ default: 0 }) surplus: number;
  @Text(24) status: string;
  /** Code with which policy refused a customer's own request; its process rejects it at once. */
  @Text(48, { nullable: true })
  refusal: string | null;
  @Text(48, { nullable: true }) reviewReason: string | null;
  /** Who is expected to see to it when it does not go on by itself; stays until somebody else is. */
  @Text(120, { nullable: true })
  reviewAssignedTo: string | null;
  @Flag({ default: false }) wasReversed: boolean;
  @Text(16, { default: () => "'request'" }) origin: string;
  /** How often a repair was begun; the last one carries the refund. */ @Count({ default: 0 }) repairs: number;
  @Flag() statutory: boolean;
  @Fixed(64) snapshotHash: string;
  @Json() decided: unknown;
  @LocalDate({ nullable: true }) cancelBy: string | null;
  @LocalDate({ nullable: true }) payBy: string | null;
  /** The first instant after `payBy`, where a law sets that date. */ @Instant({ nullable: true }) payEndsAt:
    string | null;
  /** When the legal clock speaks next; null where it has nothing (more) to say. */
  @Instant({ nullable: true })
  clockAt: string | null;
  /** The legal date passed before the money was back; stays. */ @Flag({ default: false }) payMissed: boolean;
  @Instant({ nullable: true }) dueAt: string | null;
  @Minor({ default: 0 }) version: number;
  @Text(64, { nullable: true }) runId: string | null;
  @Count({ default: 0 }) seq: number;
  @Now() createdAt: string;
  @Now() updatedAt: string;
  @Instant({ nullable: true }) completedAt: string | null;
}
