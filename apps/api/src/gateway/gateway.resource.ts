import { BREAKER_STATES, GATEWAY_HEALTHS, type BreakerState, type GatewayHealth } from '@zikui/domain';
import type { GatewayStateView } from '@zikui/persistence';
import { ShowChoice, ShowFlag, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';

class GatewayBreakerResource {
  @ShowChoice(BREAKER_STATES, { about: '`half_open`: one transfer tries whether it works again.' })
  readonly state!: BreakerState;
  @ShowInstant({ nullable: true }) readonly since!: string | null;
  @ShowInstant({ nullable: true, about: 'When one transfer tries again.' }) readonly probeAt!: string | null;
  @ShowNumber({ about: 'How often it was found failing, one after the other.' }) readonly failures!: number;
}
class WaitingResource {
  @ShowNumber() readonly count!: number;
  @ShowInstant({ nullable: true, about: 'Since when the oldest one is due.' }) readonly oldestAt!: string | null;
}

export class GatewayResource implements GatewayStateView {
  @ShowText({ example: 'stripe' }) readonly name!: string;
  @ShowChoice(GATEWAY_HEALTHS, {
    about: '`paused`: it fails too often and rests; `stopped`: somebody stopped money there.',
  })
  readonly health!: GatewayHealth;
  @ShowOne(() => GatewayBreakerResource) readonly breaker!: GatewayStateView['breaker'];
  @ShowFlag({ about: 'A kill switch is on here: of the account, of the merchant or of the house.' })
  readonly killSwitch!: boolean;
  @ShowOne(() => WaitingResource, { about: 'Transfers that are due and were not sent yet.' })
  readonly waiting!: GatewayStateView['waiting'];
}

export class GatewayList {
  @ShowMany(() => GatewayResource) readonly items!: readonly GatewayStateView[];
}
