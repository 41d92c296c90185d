import { REFUND_STATUSES, TRANSFER_STATUSES, type Money } from '@zikui/domain';
import type { DisputeEvidence } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowChoice, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';
import { DisputeResource } from './dispute.resource';

type Refund = DisputeEvidence['refunds'][number];
type Transfer = Refund['transfers'][number];

class EvidencePaymentResource {
  @ShowText() readonly ref!: string;
  @ShowText() readonly gateway!: string;
  @ShowText() readonly gatewayRef!: string;
  @ShowOne(() => MoneyResource) readonly captured!: Money;
  @ShowInstant({ nullable: true }) readonly capturedAt!: string | null;
  @ShowOne(() => MoneyResource, { about: 'Paid back to it by refunds that settled.' }) readonly refunded!: Money;
}
class EvidenceLineResource {
  @ShowText() readonly ref!: string;
  @ShowText() readonly kind!: string;
  @ShowNumber() readonly quantity!: number;
  @ShowOne(() => MoneyResource) readonly total!: Money;
  @ShowInstant({ nullable: true }) readonly shippedAt!: string | null;
  @ShowInstant({ nullable: true }) readonly deliveredAt!: string | null;
}
class EvidenceSaleResource {
  @ShowText() readonly saleRef!: string;
  @ShowInstant() readonly placedAt!: string;
  @ShowText({ nullable: true }) readonly invoice!: string | null;
  @ShowMany(() => EvidenceLineResource) readonly lines!: DisputeEvidence['sale']['lines'];
}
class EvidenceTransferResource implements Transfer {
  @ShowNumber() readonly no!: number;
  @ShowChoice(TRANSFER_STATUSES) readonly status!: Transfer['status'];
  @ShowOne(() => MoneyResource) readonly amount!: Money;
  @ShowText({ nullable: true }) readonly gatewayRefundId!: string | null;
  @ShowText({ nullable: true, about: 'Our reference at the gateway.' }) readonly reference!: string | null;
  @ShowInstant({ nullable: true }) readonly sentAt!: string | null;
  @ShowInstant({ nullable: true }) readonly settledAt!: string | null;
}
class EvidenceEventResource {
  @ShowInstant() readonly at!: string;
  @ShowText() readonly actor!: string;
  @ShowText() readonly kind!: string;
  @ShowText({ about: 'In English.' }) readonly text!: string;
}
class EvidenceRefundResource implements Refund {
  @ShowText() readonly id!: string;
  @ShowChoice(REFUND_STATUSES) readonly status!: Refund['status'];
  @ShowText() readonly reason!: string;
  @ShowOne(() => MoneyResource) readonly payout!: Money;
  @ShowInstant() readonly requestedAt!: string;
  @ShowInstant({ nullable: true }) readonly completedAt!: string | null;
  @ShowText({ nullable: true, about: 'Number of the credit note.' }) readonly creditNote!: string | null;
  @ShowMany(() => EvidenceTransferResource) readonly transfers!: readonly Transfer[];
  @ShowMany(() => EvidenceEventResource) readonly timeline!: Refund['timeline'];
}

export class DisputeEvidenceResource implements DisputeEvidence {
  @ShowInstant() readonly madeAt!: string;
  @ShowOne(() => DisputeResource) readonly dispute!: DisputeEvidence['dispute'];
  @ShowOne(() => EvidencePaymentResource) readonly payment!: DisputeEvidence['payment'];
  @ShowOne(() => EvidenceSaleResource) readonly sale!: DisputeEvidence['sale'];
  @ShowText({ about: 'What the file shows, in one sentence.' }) readonly summary!: string;
  @ShowMany(() => EvidenceRefundResource) readonly refunds!: readonly Refund[];
}
