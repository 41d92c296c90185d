import { RefundError, type CarrierScan } from '@zikui/domain';
import type { Database } from '../database/database';
import type { CarrierSignal, Received } from './inbox.types';

/** Scans that carriers announce. Each is stored once; a parcel's status only moves forward. */
export class CarrierInboxStore {
  constructor(private readonly database: Database) {}

  /** Stores and applies one scan. Wakes the return's process at the first scan and when the goods may let the money go. */
  async receive(merchantId: string, carrier: string, scan: CarrierScan): Promise<Received<CarrierSignal>> {
    void [this.database, merchantId, carrier, scan];
    throw new RefundError('internal');
  }

  /** Tries again to find the parcels of scans that belonged to none when they came. Returns how many were matched; their signals are then due. */
  async rematch(limit: number): Promise<number> {
    void limit;
    throw new RefundError('internal');
  }
}
