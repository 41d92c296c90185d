import type { Mode, RefundStatus } from '@zikui/domain';

export const STATUS_CHANGED = 'refund.status_changed';
/** The legal date to pay by is five, two or one day ahead, and the money is not back. */
export const PAY_BY_NEAR = 'refund.pay_by_near';
/** The legal date to pay by passed, and the money was not back. */
export const PAY_BY_MISSED = 'refund.pay_by_missed';
/** Everything that backends are told, in the feed and by webhooks. */
export const EVENT_TYPES = [STATUS_CHANGED, PAY_BY_NEAR, PAY_BY_MISSED] as const;
/** What a status change stores in `outgoing_event.body`; the rest is in the row and its refund. */
export type StatusEventBody = Readonly<{ from: RefundStatus | null; to: RefundStatus }>;
/** `daysLeft`: local days, 0 on the last one; null after it. */
type Deadline = Readonly<{ payBy: string; daysLeft: number | null }>;
/** What news of a legal date store: the status stays as it is. */
export type DeadlineEventBody = StatusEventBody & Readonly<{ deadline: Deadline }>;
export type EventBody = StatusEventBody & Readonly<{ deadline?: Deadline }>;

/** One piece of news as a backend reads it from `GET /v1/events`. */
export type StatusEvent = Readonly<{
  /** Give it as `after` to go on behind this event. */ id: string;
  type: (typeof EVENT_TYPES)[number];
  refundId: string;
  saleRef: string;
  externalRef: string | null;
  /** Counts the news of one refund from 1. */ sequence: number;
  from: RefundStatus | null;
  /** The same as `from` where the status did not change. */ to: RefundStatus;
  /** The legal date that the news is about; null for a change of status. */ deadline: Deadline | null;
  at: string;
  mode: Mode;
}>;
