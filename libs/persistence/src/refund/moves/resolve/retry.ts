import type { ErrorCode } from '@zikui/domain';
import { takeHold } from '../../../transfer/hold';
import { payAnew } from '../../../transfer/pay-anew';
import { prepareAttempts } from '../../../transfer/prepare-attempts';
import { refuseTakingAgain } from '../../taking-again';
import type { Moved } from '../../step';
import { goOnFrom } from './go-on-from';
import { othersWait, transferOf, type Resolution } from './resolution';

/** A declined or reversed transfer may be paid anew while its payment still has the money for it, and its sale what was given back. */
export async function refuseRetry(resolution: Resolution): Promise<ErrorCode | null> {
  const transfer = transferOf(resolution);
  if (transfer.status !== 'declined' && transfer.status !== 'reversed') return null;
  const gone = transfer.status === 'reversed' ? await refuseTakingAgain(resolution.tx, resolution.refund) : null;
  if (gone !== null) return gone;
  const [left] = await resolution.tx.query(
    `SELECT id FROM payment WHERE id = $1 AND held + $2::bigint <= captured - disputed`,
    [transfer.paymentId, transfer.amount],
  );
  return left ? null : 'over_refund';
}

/**
 * Sends again. In doubt: the same attempt under its own key, after a look-up, which the sending itself makes. Declined:
 * a new attempt under a new key, for the old one surely moved nothing; its hold is taken again. Reversed: a new transfer
 * in its place, for what the old one moved stays written.
 */
export async function retry(resolution: Resolution): Promise<Moved> {
  const { tx, refund, secrets } = resolution;
  const transfer = transferOf(resolution);
  if (transfer.status === 'reversed') await payAnew(tx, secrets.gatewayKeySecret, refund, transfer.id);
  if (transfer.status === 'declined') {
    // The payment is locked and was looked at: it cannot have become less.
    if (!(await takeHold(tx, transfer))) throw new Error('the hold of a retry was just there');
    const { id, no, gateway, gatewayRef, amount, attempt } = transfer;
    await prepareAttempts(tx, secrets.gatewayKeySecret, refund, [
      {
        transferId: id,
        transferNo: no,
        attemptNo: (attempt?.no ?? 0) + 1,
        gateway,
        gatewayRef: gatewayRef ?? '',
        amount,
      },
    ]);
  }
  return goOnFrom(resolution, othersWait(resolution));
}
