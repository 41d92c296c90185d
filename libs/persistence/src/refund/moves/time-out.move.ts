import type { ReviewReason } from '@zikui/domain';
import type { Tx } from '../../database/database';
import { releaseTransfers } from '../../transfer/release-transfers';
import { isChanged } from '../is-changed';
import type { LoadedRefund } from '../loaded-refund';
import { IGNORED, step, SYSTEM, type Moved } from '../step';
import { closeReturn } from './close-return';
import { closeApprovalSteps } from './open-step';

/** What a refund can wait for that somebody else has to do. */
const WAITED_FOR = { awaiting_approval: 'approval', awaiting_return: 'goods' } as const;

/** Nobody decided, or no goods came, in time. What the law gives goes to a person; everything else expires. */
export async function timeOut(tx: Tx, refund: LoadedRefund): Promise<Moved> {
  if (refund.status !== 'awaiting_approval' && refund.status !== 'awaiting_return') return IGNORED;
  const waitedFor = WAITED_FOR[refund.status];
  await closeApprovalSteps(tx, refund.id, 'expired');
  // What was approved once, and maybe paid in part, is owed: silence about its new way ends nothing.
  return refund.statutory || isChanged(refund) ? review(refund, waitedFor) : expire(tx, refund, waitedFor);
}

type WaitedFor = 'approval' | 'goods';

function review(refund: LoadedRefund, waitedFor: WaitedFor): Moved {
  const reviewReason: ReviewReason = waitedFor === 'approval' ? 'approval_overdue' : 'goods_overdue';
  return step({
    to: 'needs_review',
    reviewReason,
    dueAt: null,
    openStep: null,
    notes: [{ kind: 'review_needed', actor: SYSTEM, data: { waitedFor, reviewReason } }],
    messages: [],
    transfers: refund.transfers,
  });
}

async function expire(tx: Tx, refund: LoadedRefund, waitedFor: WaitedFor): Promise<Moved> {
  const closed = await closeReturn(tx, refund, 'expired');
  return step({
    to: 'expired',
    reviewReason: null,
    dueAt: null,
    openStep: null,
    notes: [{ kind: 'expired', actor: SYSTEM, data: { waitedFor } }, ...closed],
    messages: [{ kind: 'refund_expired', status: 'queued' }],
    transfers: await releaseTransfers(tx, refund.id, refund.transfers),
  });
}
