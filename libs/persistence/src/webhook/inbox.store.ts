import { RefundError } from '@zikui/domain';
import type { Database } from '../database/database';
import type { DueSignal } from './inbox.types';

/** Which incoming events still have to wake a process. */
export class InboxStore {
  constructor(private readonly database: Database) {}

  /** The process was woken. */
  async signalled(inboxId: string): Promise<void> {
    void [this.database, inboxId];
    throw new RefundError('internal');
  }

  /** The process is over; the fact itself was applied when it came. */
  async late(inboxId: string): Promise<void> {
    void inboxId;
    throw new RefundError('internal');
  }

  /** Takes up to `limit` signals that are due. Each is offered again later until it is `signalled` or `late`; two relays never get the same one at once. */
  async due(limit: number): Promise<DueSignal[]> {
    void limit;
    throw new RefundError('internal');
  }

  /** The process could not be reached: the signal is due again in a moment. */
  async postpone(inboxId: string): Promise<void> {
    void inboxId;
    throw new RefundError('internal');
  }
}
