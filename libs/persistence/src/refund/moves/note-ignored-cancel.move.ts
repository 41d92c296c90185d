import type { LoadedRefund } from '../loaded-refund';
import { openStepOf } from '../process-view';
import { step, SYSTEM, type Moved } from '../step';

/** An operator cancelled the process itself after money began to move: it goes on, and the timeline says so. */
export const noteIgnoredCancel = (refund: LoadedRefund): Moved =>
  step({
    to: refund.status,
    reviewReason: refund.reviewReason,
    dueAt: refund.dueAt,
    openStep: openStepOf(refund),
    notes: [{ kind: 'cancel_ignored', actor: SYSTEM, data: {} }],
    messages: [],
    transfers: refund.transfers,
  });
