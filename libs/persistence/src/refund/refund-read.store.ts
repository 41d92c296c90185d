import { RefundError, type RefundStatus, type TimelineDepth, type TimelineKind } from '@zikui/domain';
import type { Database } from '../database/database';
import type { Page } from '../database/page';
import type { StatusEvent } from '../webhook/status-event';
import type { RefundView } from './refund.view';

/** All given ones must hold. Times are RFC 3339; `From` is inclusive, `To` exclusive. */
export type RefundFilter = Readonly<{
  status?: RefundStatus;
  saleRef?: string;
  customerRef?: string;
  gateway?: string;
  externalRef?: string;
  createdFrom?: string;
  createdTo?: string;
  updatedFrom?: string;
  updatedTo?: string;
  /** 1 to 200. */ limit: number;
  /** `next` of the page before. */ after?: string;
}>;
export type TimelineEntry = Readonly<{
  id: string;
  at: string;
  actor: string;
  kind: TimelineKind;
  depth: TimelineDepth;
  fromStatus: RefundStatus | null;
  toStatus: RefundStatus | null;
  text: Readonly<{ he: string; en: string }>;
}>;

/** What people and programs see of refunds. The number of statements of a read never depends on what it finds. */
export class RefundReadStore {
  constructor(private readonly database: Database) {}

  /** By public id or UUID. */
  async find(merchantId: string, id: string): Promise<RefundView | undefined> {
    void [this.database, merchantId, id];
    throw new RefundError('internal');
  }

  /** Newest first. Throws `invalid_field` for a cursor that is none. */
  async list(merchantId: string, filter: RefundFilter): Promise<Page<RefundView>> {
    void [merchantId, filter];
    throw new RefundError('internal');
  }

  /** Everything that happened, oldest first; `undefined` for an unknown refund. */
  async timeline(merchantId: string, id: string): Promise<readonly TimelineEntry[] | undefined> {
    void [merchantId, id];
    throw new RefundError('internal');
  }

  /**
   * Every status change of the merchant's refunds, in an order that never changes: an event that a reader has passed
   * never appears behind it. `next` continues there, also when nothing is new.
   */
  async events(merchantId: string, after: string | null, limit: number): Promise<Page<StatusEvent>> {
    void [merchantId, after, limit];
    throw new RefundError('internal');
  }
}
