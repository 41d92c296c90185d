import { isClosed, type RefundStatus } from '../refund/refund-status';
import type { TransferStatus } from '../transfer/transfer-status';

/**
 * Why money of a transfer by hand cannot have come back, as the status that stands against it, or null. What settled can
 * come back whatever its refund still waits for (domain.md section 2, settled > reversed): a completed one is repaired, an
 * open one is told. A refund that ended unpaid has nothing that settled.
 */
export function refuseBankReturn(transfer: TransferStatus, refund: RefundStatus): TransferStatus | RefundStatus | null {
  if (transfer !== 'settled') return transfer;
  return isClosed(refund) && refund !== 'completed' ? refund : null;
}
