import { REFUND_STATUSES, type Money, type RefundStatus } from '@zikui/domain';
import type { FailedRefund, HomeView, WatchedRefund } from '@zikui/persistence';
import { MoneyResource } from '../docs/money.resource';
import { ShowChoice, ShowFlag, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';

class CountResource {
  @ShowNumber() readonly count!: number;
  @ShowFlag({ about: 'There may be more: `count` is bounded.' }) readonly more!: boolean;
}
class ApprovalCountResource extends CountResource {
  @ShowNumber({ about: 'Of these, due before the day ends in the time zone of the merchant.' })
  readonly dueToday!: number;
}
class ReviewCountResource extends CountResource {
  @ShowNumber({ about: 'Handed to you.' }) readonly mine!: number;
}
class FailedRefundResource implements FailedRefund {
  @ShowText() readonly refundId!: string;
  @ShowText() readonly saleRef!: string;
  @ShowOne(() => MoneyResource) readonly payout!: Money;
  @ShowInstant() readonly at!: string;
}
class WatchedRefundResource extends FailedRefundResource implements WatchedRefund {
  @ShowChoice(REFUND_STATUSES, { name: 'RefundStatus' }) readonly status!: RefundStatus;
}
class FailedResource {
  @ShowInstant({ about: 'Your last sign before this visit; 14 days ago at most.' }) readonly since!: string;
  @ShowMany(() => FailedRefundResource, { about: 'The newest first, 20 at most.' })
  readonly items!: readonly FailedRefund[];
  @ShowFlag() readonly more!: boolean;
}

export class HomeResource {
  @ShowOne(() => ApprovalCountResource, { nullable: true, about: 'Null for whoever decides nothing.' })
  readonly approvals!: HomeView['approvals'];
  @ShowOne(() => CountResource, { nullable: true, about: 'Acts of others that you may confirm.' })
  readonly proposals!: HomeView['proposals'];
  @ShowOne(() => CountResource, { nullable: true, about: 'Refunds whose money may or may not have moved.' })
  readonly unknown!: HomeView['unknown'];
  @ShowOne(() => ReviewCountResource, { nullable: true, about: 'Refunds that a person has to see to.' })
  readonly reviews!: HomeView['reviews'];
  @ShowMany(() => WatchedRefundResource, {
    nullable: true,
    about: 'Refunds that you follow and that changed since then, the newest change first, 20 at most.',
  })
  readonly watched!: HomeView['watched'];
  @ShowOne(() => FailedResource, { nullable: true, about: 'Refunds that ended unpaid since you were here last.' })
  readonly failed!: HomeView['failed'];
}

/** As it is shown; the class describes it. */
export type ShownHome = Omit<HomeResource, never>;
