import { LIMIT_NAMES, type LimitName } from '@zikui/domain';
import type { BreakerView } from '@zikui/persistence';
import { ShowChoice, ShowInstant, ShowMany, ShowNumber, ShowText } from '../docs/shown.decorator';

export class BreakerResource implements BreakerView {
  @ShowText({ example: 'hd_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowChoice(LIMIT_NAMES, { about: 'Which limit of the policy was passed.' }) readonly limit!: LimitName;
  @ShowText({ example: 'ILS' }) readonly currency!: string;
  @ShowText({ nullable: true, about: 'Of this member of staff alone; null = of everybody.' })
  readonly requestedBy!: string | null;
  @ShowText({ nullable: true, about: 'Of refunds for this reason alone; null = for any.' })
  readonly refundReason!: string | null;
  @ShowInstant() readonly since!: string;
  @ShowInstant({ about: 'It ends by itself then, unless refunds pass the limit again.' }) readonly until!: string;
  @ShowNumber({ about: 'Transfers that wait for it.' }) readonly waiting!: number;
  @ShowInstant({ nullable: true }) readonly endedAt!: string | null;
  @ShowText({ nullable: true, about: 'Who released it; `system` when its time was over.' })
  readonly endedBy!: string | null;
  @ShowText({ nullable: true, about: 'The open proposal to release it.' }) readonly proposalId!: string | null;
}

export class BreakerList {
  @ShowMany(() => BreakerResource) readonly items!: readonly BreakerView[];
}
