import {
  publicId,
  timelineText,
  type RefundStatus,
  type TimelineData,
  type TimelineDepth,
  type TimelineKind,
} from '@zikui/domain';

/** One thing that happened to a refund. */
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
/** An entry as it is stored; `zone` is the sale's, whose clock the texts follow. */
export type TimelineRecord = Omit<TimelineEntry, 'text'> & Readonly<{ data: TimelineData; zone: string }>;

export const timelineEntryOf = ({ data, zone, ...entry }: TimelineRecord): TimelineEntry => ({
  ...entry,
  id: publicId('event', entry.id),
  text: timelineText(entry.kind, data, zone),
});

/** The row's number counts over all merchants and is nobody's business: the id is a hash of it. */
export const SELECT_TIMELINE = `
  SELECT md5(e.refund_id::text || e.id::text)::uuid AS id, e.at, e.actor, e.kind, e.depth, e.from_status AS "fromStatus",
    e.to_status AS "toStatus", e.data, s.snapshot ->> 'timeZone' AS zone
  FROM refund_event e JOIN refund r ON r.id = e.refund_id JOIN sale s ON s.id = r.sale_id
  WHERE e.merchant_id = $1 AND e.refund_id = $2
  ORDER BY e.id`;
