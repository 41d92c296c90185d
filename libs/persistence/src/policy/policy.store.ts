import { RefundError } from '@zikui/domain';
import type { Database } from '../database/database';

export type PublishedPolicy = Readonly<{ name: string; currency: string; number: number; hash: string }>;

/** Refund policies: one published version per merchant and currency, immutable once published. */
export class PolicyStore {
  constructor(private readonly database: Database) {}

  /**
   * Publishes a policy document as the next version of its currency and retires the one before. Publishing the text that
   * is published already changes nothing. Throws `invalid_field` with one fault per error of the document.
   */
  async publish(merchantId: string, source: string): Promise<PublishedPolicy> {
    void [this.database, merchantId, source];
    throw new RefundError('internal');
  }
}
