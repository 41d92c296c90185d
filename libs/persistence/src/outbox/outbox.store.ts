import { RefundError } from '@zikui/domain';
import type { Database } from '../database/database';
import type { StartRefund } from './start-refund';

/** Starts that nobody has answered yet. The row goes away in the transaction that opens the refund, nowhere else. */
export class OutboxStore {
  constructor(private readonly database: Database) {}

  /** Takes up to `limit` due starts, oldest first. Each is offered again later unless its refund was opened, so a relay that dies loses nothing; two relays never get the same one at once. */
  async due(limit: number): Promise<StartRefund[]> {
    void [this.database, limit];
    throw new RefundError('internal');
  }

  /** The start was answered: the next offer waits longer, in case the process is lost before it opens the refund. */
  async started(refundId: string): Promise<void> {
    void refundId;
    throw new RefundError('internal');
  }
}
