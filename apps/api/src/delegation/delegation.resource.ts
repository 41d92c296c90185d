import type { DelegationView } from '@zikui/persistence';
import { ShowInstant, ShowMany, ShowNumber, ShowText } from '../docs/shown.decorator';

export class DelegationResource implements DelegationView {
  @ShowText({ example: 'dl_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowText({ about: 'Whose authority it is.' }) readonly from!: string;
  @ShowText({ about: 'Who may use it.' }) readonly to!: string;
  @ShowNumber({ nullable: true, about: "Where it is lower than the delegator's own." })
  readonly amountLimit!: number | null;
  @ShowInstant() readonly startsAt!: string;
  @ShowInstant() readonly endsAt!: string;
  @ShowInstant({ nullable: true, about: 'When it was ended before its time.' }) readonly endedAt!: string | null;
  @ShowText() readonly madeBy!: string;
  @ShowInstant() readonly createdAt!: string;
}

export class DelegationList {
  @ShowMany(() => DelegationResource) readonly items!: readonly DelegationView[];
}
