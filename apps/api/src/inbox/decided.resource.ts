import { REASONS, REFUND_STATUSES, type Money, type Reason, type RefundStatus } from '@zikui/domain';
import type { DecidedStep, Page } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowChoice, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';

class DecidedStepResource implements DecidedStep {
  @ShowText() readonly refundId!: string;
  @ShowNumber() readonly step!: number;
  @ShowChoice(['approve', 'reject']) readonly outcome!: 'approve' | 'reject';
  @ShowInstant() readonly decidedAt!: string;
  @ShowText({ nullable: true, about: 'Whose authority you used, where it was not your own.' })
  readonly onBehalfOf!: string | null;
  @ShowText() readonly saleRef!: string;
  @ShowChoice(REASONS) readonly reason!: Reason;
  @ShowOne(() => MoneyResource) readonly payout!: Money;
  @ShowChoice(REFUND_STATUSES, { name: 'RefundStatus' }) readonly status!: RefundStatus;
}

export class DecidedPage implements Page<DecidedStep> {
  @ShowMany(() => DecidedStepResource) readonly items!: readonly DecidedStep[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}
