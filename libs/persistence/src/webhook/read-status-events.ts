import { publicId } from '@zikui/domain';
import { cursorOf, partsOfCursor } from '../database/cursor';
import type { Database } from '../database/database';
import type { Page } from '../database/page';
import { EVENT_TYPES, type EventBody, type StatusEvent } from './status-event';

type EventRow = Pick<StatusEvent, 'type' | 'saleRef' | 'externalRef' | 'sequence' | 'at' | 'mode'> &
  Readonly<{ transactionNo: number; number: number; refundId: string; body: EventBody }>;

/**
 * The news after a cursor. Numbers are given out before the commit, so an event may become visible after one
 * with a higher number. Only transactions older than every one that still runs are shown: nothing can come before them.
 */
export async function readStatusEvents(
  database: Database,
  merchantId: string,
  after: string | null,
  limit: number,
): Promise<Page<StatusEvent>> {
  const [transactionNo, number] = after === null ? [-1, -1] : partsOfCursor(after, ['number', 'number']);
  const params = [merchantId, transactionNo, number, limit, EVENT_TYPES];
  const rows = await database.read({ merchantId }, (tx) => tx.query<EventRow>(EVENTS, params));
  const items = rows.map(eventOf);
  return { items, next: items.at(-1)?.id ?? after };
}

type StoredEvent = Omit<StatusEvent, 'from' | 'to' | 'deadline'> & Readonly<{ body: EventBody }>;

/** An event as backends read it and as webhooks carry it: the same in both. `refundId` comes as a UUID. */
export const publicEvent = ({
  id,
  type,
  refundId,
  saleRef,
  externalRef,
  sequence,
  body,
  at,
  mode,
}: StoredEvent): StatusEvent => ({
  id,
  type,
  refundId: publicId('refund', refundId),
  saleRef,
  externalRef,
  sequence,
  from: body.from,
  to: body.to,
  deadline: body.deadline ?? null,
  at,
  mode,
});

const eventOf = ({ transactionNo, number, ...row }: EventRow): StatusEvent =>
  publicEvent({ ...row, id: cursorOf(transactionNo, number) });

const EVENTS = `
  SELECT e.transaction_no AS "transactionNo", e.number, e.type, e.refund_id AS "refundId", s.sale_ref AS "saleRef",
    r.external_ref AS "externalRef", e.sequence, e.body, e.at, m.mode
  FROM outgoing_event e
  JOIN refund r ON r.id = e.refund_id
  JOIN sale s ON s.id = r.sale_id
  JOIN merchant m ON m.id = e.merchant_id
  WHERE e.merchant_id = $1 AND (e.transaction_no, e.number) > ($2::bigint, $3::bigint) AND e.type = ANY ($5::text[])
    AND e.transaction_no < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
  ORDER BY e.transaction_no, e.number
  LIMIT $4`;
