import type { Mode, RefundStatus } from '@zikui/domain';

export const STATUS_CHANGED = 'refund.status_changed';
/** What a status change stores in `outgoing_event.body`; the rest is in the row and its refund. */
export type StatusEventBody = Readonly<{ from: RefundStatus | null; to: RefundStatus }>;

/** One status change as a backend reads it from `GET /v1/events`. */
export type StatusEvent = Readonly<{
  /** Give it as `after` to go on behind this event. */ id: string;
  type: typeof STATUS_CHANGED;
  refundId: string;
  saleRef: string;
  externalRef: string | null;
  /** Counts the changes of one refund from 1. */ sequence: number;
  from: RefundStatus | null;
  to: RefundStatus;
  at: string;
  mode: Mode;
}>;
