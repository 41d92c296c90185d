import type { BreakerView } from '../sending-hold/breaker.store';
import type { GatewayStateView } from '../sending-hold/gateway-state.store';
import type { KillSwitchView } from '../sending-hold/kill-switch.store';

/**
 * Where something waits to be delivered: `starts` and `signals` to processes, `commands` of people, facts that came in
 * (`inbox`), `messages` to customers, `staff_messages` to people, and `webhooks` to the merchant's servers.
 */
export const WORK_BOXES = ['starts', 'signals', 'commands', 'inbox', 'messages', 'staff_messages', 'webhooks'] as const;
export type WorkBox = Readonly<{ box: (typeof WORK_BOXES)[number]; count: number; oldestAt: string | null }>;
export type OperationsView = Readonly<{
  gateways: readonly GatewayStateView[];
  killSwitches: readonly KillSwitchView[];
  /** Those that are on. */ breakers: readonly BreakerView[];
  boxes: readonly WorkBox[];
  /** Transfers whose money may or may not have moved. */
  unknown: Readonly<{ count: number; oldestAt: string | null; refundId: string | null }>;
}>;
