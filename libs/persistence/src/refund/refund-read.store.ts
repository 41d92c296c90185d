import { money, uuidOf, type Money } from '@zikui/domain';
import { cursorOf } from '../database/cursor';
import type { Database } from '../database/database';
import type { Page } from '../database/page';
import { PLANNED_ANEW } from '../database/prepared-statement';
import { isUuid } from '../database/uuid';
import { readStatusEvents } from '../webhook/read-status-events';
import type { StatusEvent } from '../webhook/status-event';
import { countQuery, orderOf, pageQuery, sortOf, type RefundFilter, type RefundList } from './refund-filter';
import { FIND_REFUND_RECORD, SELECT_REFUND_RECORDS } from './refund-record.sql';
import type { RefundRecord } from './refund.record';
import { refundViewOf } from './refund-view-of';
import type { RefundView } from './refund.view';
import { SELECT_TIMELINE, timelineEntryOf, type TimelineEntry, type TimelineRecord } from './timeline-entry';

/** So many refunds of a list are counted, and taken out of the house; beyond it is said that there are more. */
export const MOST_COUNTED = 10_000;

export type RefundCount = Readonly<{
  count: number;
  /** There are more than `count`. */ more: boolean;
  /** What they pay, one for each currency; null with `more`, and where an amount cannot hold a sum. */ payouts:
    readonly Money[] | null;
}>;
type CurrencyRow = Readonly<{ currency: string; count: number; payout: string }>;

const rowId = (id: string): string | undefined => uuidOf('refund', id) ?? (isUuid(id) ? id : undefined);

/** What people and programs see of refunds. The number of statements of a read never depends on what it finds. */
export class RefundReadStore {
  constructor(private readonly database: Database) {}

  /** By public id or UUID. */
  async find(merchantId: string, id: string): Promise<RefundView | undefined> {
    const row = rowId(id);
    if (row === undefined) return undefined;
    const [record] = await this.database.read({ merchantId }, (tx) =>
      tx.query<RefundRecord>(FIND_REFUND_RECORD, [merchantId, row]),
    );
    return record && refundViewOf(record);
  }

  /** Newest first, or by the legal date. Throws `invalid_field` for a cursor that is none. */
  async list(merchantId: string, filter: RefundFilter): Promise<Page<RefundView>> {
    const { sql, params } = pageQuery(merchantId, filter);
    const statement = recordsOf(sql, orderOf(filter));
    const found = await this.database.read({ merchantId }, (tx) => tx.query<RefundRecord>(statement, params));
    const records = found.slice(0, filter.limit);
    const last = records.at(-1);
    const more = found.length > filter.limit && last !== undefined;
    return { items: records.map(refundViewOf), next: more ? cursorOf(placeOf(last, filter), last.id) : null };
  }

  /** How many refunds fit, and what they pay. Reads at most `most` of them and one more, however many there are. */
  async count(merchantId: string, filter: RefundList, most = MOST_COUNTED): Promise<RefundCount> {
    const { sql, params } = countQuery(merchantId, filter, most);
    const rows = await this.database.read({ merchantId }, (tx) =>
      tx.query<CurrencyRow>(`${PLANNED_ANEW} ${sql}`, params),
    );
    const count = rows.reduce((total, row) => total + row.count, 0);
    const isSummed = count <= most && rows.every(({ payout }) => Number.isSafeInteger(Number(payout)));
    return {
      count: Math.min(count, most),
      more: count > most,
      payouts: isSummed ? rows.map(({ payout, currency }) => money(Number(payout), currency)) : null,
    };
  }

  /** Everything that happened, oldest first; `undefined` for an unknown refund. */
  async timeline(merchantId: string, id: string): Promise<readonly TimelineEntry[] | undefined> {
    const row = rowId(id);
    if (row === undefined) return undefined;
    const entries = await this.database.read({ merchantId }, (tx) =>
      tx.query<TimelineRecord>(SELECT_TIMELINE, [merchantId, row]),
    );
    // Every refund has its first entry from the transaction that made it.
    return entries.length === 0 ? undefined : entries.map(timelineEntryOf);
  }

  /**
   * Everything that backends are told of the merchant's refunds, in an order that never changes: an event that a reader has passed
   * never appears behind it. `next` continues there, also when nothing is new.
   */
  async events(merchantId: string, after: string | null, limit: number): Promise<Page<StatusEvent>> {
    return readStatusEvents(this.database, merchantId, after, limit);
  }
}

/** Which index chooses the page depends on the filter's values. It is chosen first: what belongs to a refund is read for the refunds of the page only. */
const recordsOf = (ids: string, order: string): string =>
  `${PLANNED_ANEW} ${SELECT_REFUND_RECORDS} WHERE r.merchant_id = $1 AND r.id = ANY (ARRAY(${ids})) ${order}`;

/** Where a list in that order goes on. */
const placeOf = ({ createdAt, payBy }: RefundRecord, filter: RefundFilter): string =>
  sortOf(filter) === 'payBy' ? (payBy ?? '') : createdAt;
