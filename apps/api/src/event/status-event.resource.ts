import { REFUND_STATUSES, type RefundStatus } from '@zikui/domain';
import type { StatusEvent } from '@zikui/persistence';
import { ShowChoice, ShowInstant, ShowMany, ShowNumber, ShowText } from '../docs/shown.decorator';

class StatusEventResource implements StatusEvent {
  @ShowText({ about: 'Give it as `after` to go on behind this event.' }) readonly id!: string;
  @ShowChoice(['refund.status_changed']) readonly type!: StatusEvent['type'];
  @ShowText() readonly refundId!: string;
  @ShowText() readonly saleRef!: string;
  @ShowText({ nullable: true }) readonly externalRef!: string | null;
  @ShowNumber({ about: 'Counts the changes of one refund from 1.' }) readonly sequence!: number;
  @ShowChoice(REFUND_STATUSES, { name: 'RefundStatus', nullable: true }) readonly from!: RefundStatus | null;
  @ShowChoice(REFUND_STATUSES, { name: 'RefundStatus' }) readonly to!: RefundStatus;
  @ShowInstant() readonly at!: string;
  @ShowChoice(['test', 'live']) readonly mode!: StatusEvent['mode'];
}

export class StatusEventPage {
  @ShowMany(() => StatusEventResource) readonly items!: readonly StatusEvent[];
  @ShowText({ nullable: true, about: 'Where to go on, also when nothing is new.' }) readonly next!: string | null;
}
