import { Injectable } from '@nestjs/common';
import { CarrierInboxStore, DisputeInboxStore, GatewayInboxStore } from '@zikui/persistence';
import type { Box } from './box';

/** Looks again for the refund, payment or parcel of events that belonged to none when they came: an announcement may be faster than the answer that it announces. */
@Injectable()
export class UnmatchedRelay implements Box {
  readonly name = 'unmatched';

  constructor(
    private readonly gateways: GatewayInboxStore,
    private readonly carriers: CarrierInboxStore,
    private readonly disputes: DisputeInboxStore,
  ) {}

  /** Gives how many it matched; their signals are then due in the inbox. */
  async deliver(limit: number): Promise<number> {
    const matched = await this.gateways.rematch(limit);
    return matched + (await this.carriers.rematch(limit)) + (await this.disputes.rematch(limit));
  }
}
