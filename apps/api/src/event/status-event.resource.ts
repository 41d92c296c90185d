import { REFUND_STATUSES, type RefundStatus } from '@zikui/domain';
import { EVENT_TYPES, type StatusEvent } from '@zikui/persistence';
import { ShowChoice, ShowDate, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';

class DeadlineResource {
  @ShowDate() readonly payBy!: string;
  @ShowNumber({ nullable: true, about: 'Local days, 0 on the last one; null after it.' })
  readonly daysLeft!: number | null;
}

class StatusEventResource implements StatusEvent {
  @ShowText({ about: 'Give it as `after` to go on behind this event.' }) readonly id!: string;
  @ShowChoice(EVENT_TYPES, {
    about:
      '`refund.pay_by_near`: the money is not back, and its legal date is five, two or one day ahead. `refund.pay_by_missed`: that date passed.',
  })
  readonly type!: StatusEvent['type'];
  @ShowText() readonly refundId!: string;
  @ShowText() readonly saleRef!: string;
  @ShowText({ nullable: true }) readonly externalRef!: string | null;
  @ShowNumber({ about: 'Counts the news of one refund from 1.' }) readonly sequence!: number;
  @ShowChoice(REFUND_STATUSES, { name: 'RefundStatus', nullable: true }) readonly from!: RefundStatus | null;
  @ShowChoice(REFUND_STATUSES, { name: 'RefundStatus' }) readonly to!: RefundStatus;
  @ShowOne(() => DeadlineResource, { nullable: true, about: 'The legal date; null for a change of status.' })
  readonly deadline!: StatusEvent['deadline'];
  @ShowInstant() readonly at!: string;
  @ShowChoice(['test', 'live']) readonly mode!: StatusEvent['mode'];
}

export class StatusEventPage {
  @ShowMany(() => StatusEventResource) readonly items!: readonly StatusEvent[];
  @ShowText({ nullable: true, about: 'Where to go on, also when nothing is new.' }) readonly next!: string | null;
}
