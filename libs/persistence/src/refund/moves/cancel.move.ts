import { canMove, isClosed } from '@zikui/domain';
import { auditCommand } from '../../command/audit-command';
import type { Tx } from '../../database/database';
import { releaseTransfers } from '../../transfer/release-transfers';
import type { LoadedRefund } from '../loaded-refund';
import type { ProjectMove } from '../refund-process.types';
import { refused, step, type Moved } from '../step';
import { closeReturn } from './close-return';
import { closeApprovalSteps } from './open-step';
import { withdrawPayment } from './withdraw-payment';

type CancelMove = Extract<ProjectMove, { kind: 'cancel' }>;

/** Cancels a refund of which nothing was ever sent. An attempt that only waits can never be sent afterwards. */
export async function cancel(tx: Tx, refund: LoadedRefund, { actor, command }: CancelMove): Promise<Moved> {
  if (isClosed(refund.status)) return refused('invalid_state');
  if (!canMove(refund.status, 'cancelled') || (await anySent(tx, refund.id))) return refused('too_late');

  await closeApprovalSteps(tx, refund.id, 'superseded');
  const closed = await closeReturn(tx, refund, 'cancelled');
  await withdrawPayment(tx, refund);
  const transfers = await releaseTransfers(tx, refund.id, refund.transfers);
  if (command !== null)
    await auditCommand(tx, {
      ...{ merchantId: refund.merchantId, refundId: refund.id, command, actor },
      ...{ action: 'refund.cancelled', data: { status: refund.status } },
    });
  return step({
    to: 'cancelled',
    reviewReason: null,
    dueAt: null,
    openStep: null,
    notes: [{ kind: 'cancelled', actor, data: {} }, ...closed],
    messages: [{ kind: 'refund_cancelled', status: 'queued' }],
    transfers,
  });
}

/** Asked under the locks of the transfers: whoever claims one for sending waits, and then finds it released. */
async function anySent(tx: Tx, refundId: string): Promise<boolean> {
  await tx.query(`SELECT id FROM transfer WHERE refund_id = $1 ORDER BY id FOR NO KEY UPDATE`, [refundId]);
  const [sent] = await tx.query(
    `SELECT t.id FROM transfer t LEFT JOIN attempt a ON a.transfer_id = t.id
     WHERE t.refund_id = $1 AND (a.sent_at IS NOT NULL OR a.status NOT IN ('prepared', 'not_sent')
       OR t.status NOT IN ('planned', 'declined', 'released')) LIMIT 1`,
    [refundId],
  );
  return sent !== undefined;
}
