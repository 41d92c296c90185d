import { RefundError, type GatewayNews } from '@zikui/domain';
import type { Database } from '../database/database';
import type { GatewaySignal, Received } from './inbox.types';

/** Facts that gateways announce. Each is stored once and applied to the money in the same transaction. */
export class GatewayInboxStore {
  constructor(private readonly database: Database) {}

  /** Stores and applies one event. Told twice, it changes nothing the second time. An event that changes nothing, and the reversal of settled money, wake no process. */
  async receive(merchantId: string, gateway: string, news: GatewayNews): Promise<Received<GatewaySignal>> {
    void [this.database, merchantId, gateway, news];
    throw new RefundError('internal');
  }

  /** Tries again to find the transfers of events that belonged to none when they came. Returns how many were matched; their signals are then due. */
  async rematch(limit: number): Promise<number> {
    void limit;
    throw new RefundError('internal');
  }
}
