import { publicId } from '@zikui/domain';
import type { Database } from '../database/database';
import { instantTextOrNull } from '../database/instant-text';
import { BreakerStore } from '../sending-hold/breaker.store';
import { GatewayStateStore } from '../sending-hold/gateway-state.store';
import { KillSwitchStore } from '../sending-hold/kill-switch.store';
import { OLDEST_UNKNOWN, WORK_IN_BOXES } from './operations.sql';
import type { OperationsView, WorkBox } from './operations.view';

/** How the money of a merchant does, at one glance. */
export class OperationsStore {
  private readonly gateways: GatewayStateStore;
  private readonly switches: KillSwitchStore;
  private readonly breakers: BreakerStore;

  constructor(private readonly database: Database) {
    this.gateways = new GatewayStateStore(database);
    this.switches = new KillSwitchStore(database);
    this.breakers = new BreakerStore(database);
  }

  /** As of now, read one after the other on one connection. Its work grows with what waits, not with what has ended. */
  async find(merchantId: string): Promise<OperationsView> {
    const gateways = await this.gateways.list(merchantId);
    const killSwitches = await this.switches.list(merchantId);
    const breakers = await this.breakers.list(merchantId);
    const [boxes, [unknown]] = await this.database.read({ merchantId }, (tx) =>
      Promise.all([
        tx.query<WorkBox>(WORK_IN_BOXES, [merchantId]),
        tx.query<OperationsView['unknown']>(OLDEST_UNKNOWN, [merchantId]),
      ]),
    );
    const { count = 0, oldestAt = null, refundId = null } = unknown ?? {};
    return {
      ...{ gateways, killSwitches, breakers: breakers.filter(({ endedAt }) => endedAt === null) },
      boxes: boxes.map((box) => ({ ...box, oldestAt: instantTextOrNull(box.oldestAt) })),
      unknown: {
        ...{ count, oldestAt: instantTextOrNull(oldestAt) },
        refundId: refundId === null ? null : publicId('refund', refundId),
      },
    };
  }
}
