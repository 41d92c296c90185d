import { condition } from '@temporalio/workflow';
import type { RefundProcess } from '../refund/refund-process';

/** Waits for a person while a refund that has a legal right stands still before any money was sent: nobody decided, or no goods came. */
export async function reviewPhase(refund: RefundProcess): Promise<void> {
  while (refund.status === 'needs_review' && !refund.money.isSent) {
    refund.publish();
    await condition(() => refund.isStirred);
    await refund.carryOut();
  }
}
