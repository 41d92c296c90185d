import type { KillSwitchView } from '@zikui/persistence';
import { ShowChoice, ShowFlag, ShowInstant, ShowMany, ShowText } from '../docs/shown.decorator';

export class KillSwitchResource implements KillSwitchView {
  @ShowChoice(['merchant', 'house'], { about: '`house`: thrown for every merchant by whoever runs the service.' })
  readonly of!: KillSwitchView['of'];
  @ShowText({ nullable: true, about: 'Null = whatever gateway.' }) readonly gateway!: string | null;
  @ShowFlag({ about: 'While it is on, nothing new is sent; what is at a gateway already is followed to its end.' })
  readonly on!: boolean;
  @ShowInstant({ nullable: true }) readonly since!: string | null;
  @ShowText({ nullable: true, about: 'Who threw it.' }) readonly by!: string | null;
  @ShowText({ nullable: true }) readonly reason!: string | null;
  @ShowText({ nullable: true, about: 'The open proposal to let money flow again.' })
  readonly proposalId!: string | null;
}

export class KillSwitchList {
  @ShowMany(() => KillSwitchResource) readonly items!: readonly KillSwitchView[];
}
