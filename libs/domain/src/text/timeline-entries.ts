import type { TimelineKind } from '../refund/timeline-kind';
import { APPROVAL_ENTRIES } from './timeline/approval-entries';
import { GOODS_ENTRIES } from './timeline/goods-entries';
import { MONEY_ENTRIES } from './timeline/money-entries';
import { REQUEST_ENTRIES } from './timeline/request-entries';
import { REVIEW_ENTRIES } from './timeline/review-entries';
import type { TimelineEntry } from './timeline/timeline-entry';

/** The timeline's sentences. What the customer sees never says that money arrived, only that it was sent. */
export const TIMELINE_ENTRIES: Readonly<Record<TimelineKind, TimelineEntry>> = {
  ...REQUEST_ENTRIES,
  ...APPROVAL_ENTRIES,
  ...GOODS_ENTRIES,
  ...MONEY_ENTRIES,
  ...REVIEW_ENTRIES,
};
