import { REFUND_STATUSES, type RefundStatus } from '@zikui/domain';
import { ProblemResource } from '../docs/problem.resource';
import { ShowChoice, ShowOne, ShowText } from '../docs/shown.decorator';
import type { Problem } from '../error/problem';
import type { ShownCommand } from './command-links';

export class CommandResource implements ShownCommand {
  @ShowText({ example: 'cm_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText() readonly refundId!: string;
  @ShowChoice(['decide', 'cancelRefund', 'changeDeadline', 'resolveReview']) readonly name!: ShownCommand['name'];
  @ShowChoice(['pending', 'done', 'refused']) readonly state!: ShownCommand['state'];
  @ShowChoice(REFUND_STATUSES, {
    name: 'RefundStatus',
    nullable: true,
    about: "The refund's status once it was carried out.",
  })
  readonly status!: RefundStatus | null;
  @ShowOne(() => ProblemResource, { nullable: true, about: 'Why it was refused.' }) readonly problem!: Problem | null;
}
