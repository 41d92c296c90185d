import { REFUND_STATUSES, type RefundStatus } from '@zikui/domain';
import { ProblemResource } from '../docs/problem.resource';
import { ShowChoice, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';
import type { Problem } from '../error/problem';

/** What became of one of many decisions. */
export type DecidedItem = Readonly<{
  refundId: string;
  step: number;
  state: 'done' | 'pending' | 'refused';
  status: RefundStatus | null;
  commandId: string | null;
  problem: Problem | null;
}>;

class DecidedItemResource implements DecidedItem {
  @ShowText() readonly refundId!: string;
  @ShowNumber() readonly step!: number;
  @ShowChoice(['done', 'pending', 'refused'], { about: '`pending`: stored, and its command tells what becomes of it.' })
  readonly state!: DecidedItem['state'];
  @ShowChoice(REFUND_STATUSES, { name: 'RefundStatus', nullable: true, about: "The refund's state after it." })
  readonly status!: RefundStatus | null;
  @ShowText({ nullable: true, about: 'To look at under `/v1/refunds/{id}/commands`.' })
  readonly commandId!: string | null;
  @ShowOne(() => ProblemResource, { nullable: true, about: 'Why it was refused.' }) readonly problem!: Problem | null;
}

export class DecidedItems {
  @ShowMany(() => DecidedItemResource, { about: 'In the order of the request.' })
  readonly items!: readonly DecidedItem[];
}
