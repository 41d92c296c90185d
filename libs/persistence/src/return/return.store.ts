import { RefundError, type ReturnLabel } from '@zikui/domain';
import type { Database } from '../database/database';
import type { ClosedReturn, LabelAsk, Labelled } from './return.types';

/** Goods on their way back. Each method is one transaction and safe to repeat. */
export class ReturnStore {
  constructor(private readonly database: Database) {}

  /** Whether a label has to be ordered, from whom, and under which reference. Throws `not_found`. */
  async labelAsk(returnId: string): Promise<LabelAsk> {
    void [this.database, returnId];
    throw new RefundError('internal');
  }

  /** Stores the label as the return's parcel and queues the instructions for the customer; a repeat answers with the same ones. */
  async labelled(returnId: string, carrier: string, label: ReturnLabel): Promise<Labelled> {
    void [returnId, carrier, label];
    throw new RefundError('internal');
  }

  /** Ends a return whose goods never came. One that goods have moved for, or that is closed already, stays as it is. */
  async close(returnId: string, as: 'expired' | 'cancelled'): Promise<ClosedReturn> {
    void [returnId, as];
    throw new RefundError('internal');
  }

  /** The carrier took the label back. */
  async labelCancelled(parcelId: string): Promise<void> {
    void parcelId;
    throw new RefundError('internal');
  }
}
