import {
  WORK_BOXES,
  type BreakerView,
  type GatewayStateView,
  type KillSwitchView,
  type OperationsView,
  type WorkBox,
} from '@zikui/persistence';
import { BreakerResource } from '../breaker/breaker.resource';
import { ShowChoice, ShowChoices, ShowInstant, ShowMany, ShowNumber, ShowOne, ShowText } from '../docs/shown.decorator';
import { GatewayResource } from '../gateway/gateway.resource';
import { KillSwitchResource } from '../kill-switch/kill-switch.resource';

export const SWITCH_ACTIONS = ['stop', 'propose_lift'] as const;
export type SwitchAction = (typeof SWITCH_ACTIONS)[number];

class WorkBoxResource implements WorkBox {
  @ShowChoice(WORK_BOXES, {
    about:
      '`starts`, `signals` and `commands` go to processes, `inbox` holds facts that came in, the rest goes to people and to your servers.',
  })
  readonly box!: WorkBox['box'];
  @ShowNumber() readonly count!: number;
  @ShowInstant({ nullable: true }) readonly oldestAt!: string | null;
}
class UnknownResource {
  @ShowNumber() readonly count!: number;
  @ShowInstant({ nullable: true, about: 'When the oldest was sent.' }) readonly oldestAt!: string | null;
  @ShowText({ nullable: true, about: 'The refund of the oldest.' }) readonly refundId!: string | null;
}

export class OperationsResource {
  @ShowMany(() => GatewayResource, { about: 'Every account of the merchant.' })
  readonly gateways!: readonly GatewayStateView[];
  @ShowMany(() => KillSwitchResource) readonly killSwitches!: readonly KillSwitchView[];
  @ShowMany(() => BreakerResource, { about: 'Breakers of amounts that are on.' })
  readonly breakers!: readonly BreakerView[];
  @ShowMany(() => WorkBoxResource, { about: 'What waits to be delivered, and since when.' })
  readonly boxes!: readonly WorkBox[];
  @ShowOne(() => UnknownResource, { about: 'Transfers whose money may or may not have moved.' })
  readonly unknown!: OperationsView['unknown'];
  @ShowChoices(SWITCH_ACTIONS, { about: 'What you may do about the switches.' })
  readonly allowedActions!: readonly SwitchAction[];
  @ShowText({ nullable: true, about: 'Temporal Web, for operators.' }) readonly temporalUrl!: string | null;
}

/** As it is shown; the class describes it. */
export type ShownOperations = Omit<OperationsResource, never>;
