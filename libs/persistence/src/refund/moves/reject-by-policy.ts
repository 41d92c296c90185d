import type { ErrorCode } from '@zikui/domain';
import type { Tx } from '../../database/database';
import { releaseTransfers } from '../../transfer/release-transfers';
import type { LoadedRefund } from '../loaded-refund';
import { SYSTEM, type Step } from '../step';
import { closeReturn } from './close-return';
import { closeApprovalSteps } from './open-step';

/** A customer's own request that the policy refuses: it is answered with a rejection, and holds nothing any more. */
export async function rejectByPolicy(tx: Tx, refund: LoadedRefund, code: ErrorCode): Promise<Step> {
  await closeApprovalSteps(tx, refund.id, 'superseded');
  const closed = await closeReturn(tx, refund, 'cancelled');
  return {
    to: 'rejected',
    reviewReason: null,
    dueAt: null,
    openStep: null,
    notes: [{ kind: 'rejected_by_policy', actor: SYSTEM, data: { code } }, ...closed],
    messages: [{ kind: 'refund_rejected', status: 'queued' }],
    transfers: await releaseTransfers(tx, refund.id, refund.transfers),
  };
}
