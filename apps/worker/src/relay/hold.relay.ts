import { Injectable, Logger } from '@nestjs/common';
import { DueHoldStore } from '@zikui/persistence';
import { deliverEach, nameOf, type Box } from './box';

/** Ends holds whose time is over, and lets a gateway that has rested be tried. The signals are then due in the outbox. */
@Injectable()
export class HoldRelay implements Box {
  readonly name = 'holds';
  private readonly log = new Logger('Relay');

  constructor(private readonly holds: DueHoldStore) {}

  async deliver(limit: number): Promise<number> {
    return deliverEach(
      await this.holds.due(limit),
      (hold) => this.holds.pass(hold),
      ({ id }, error) => this.log.warn({ holdId: id, error: nameOf(error) }, 'A hold was not ended'),
    );
  }
}
