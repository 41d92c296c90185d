import { GatewayNotReached, type ListsMovements } from '@zikui/domain';
import type { GatewayAdapter } from './gateway-adapter';
import { outcomeUnknown } from './unknown-outcome';
import { within, type Wrapping } from './wrap-gateway';

/** The listing side of an adapter, if it has one: timed, logged, and rejecting only with `GatewayNotReached` or `GatewayOutcomeUnknown`. */
export function wrapMovements(adapter: GatewayAdapter, { deadlineMs, log }: Wrapping): ListsMovements | undefined {
  const list = adapter.listMovements?.bind(adapter);
  if (list === undefined) return undefined;
  return {
    async listMovements(ask) {
      try {
        return await within(deadlineMs, list(ask));
      } catch (error) {
        log.warn({ gateway: adapter.name, call: 'listMovements' }, 'gateway did not list its movements');
        throw error instanceof GatewayNotReached ? error : outcomeUnknown(adapter.name, error);
      }
    },
  };
}
