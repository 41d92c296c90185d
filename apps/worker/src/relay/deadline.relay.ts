import { Injectable, Logger } from '@nestjs/common';
import { DeadlineClockStore } from '@zikui/persistence';
import type { Box } from './box';

/** Warns of legal dates to pay by, and counts those that passed. The log tells operators, the feed tells the merchant. */
@Injectable()
export class DeadlineRelay implements Box {
  readonly name = 'deadlines';
  private readonly log = new Logger('Deadline');

  constructor(private readonly clocks: DeadlineClockStore) {}

  async deliver(limit: number): Promise<number> {
    const told = await this.clocks.tell(limit);
    for (const { kind, ...deadline } of told) {
      if (kind === 'pay_by_missed') this.log.error(deadline, 'A legal date to pay by was missed');
      else this.log.warn(deadline, 'A legal date to pay by is near');
    }
    return told.length;
  }
}
