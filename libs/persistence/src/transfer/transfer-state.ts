import type { TransferState } from '@zikui/domain';
import type { LoadedTransfer } from './loaded-transfer';

/** The transfer as the event table looks at it. */
export const transferState = ({ status, amount, attempts, lastFinalNewsAt }: LoadedTransfer): TransferState => ({
  status,
  amount,
  attempts,
  lastFinalNewsAtMs: lastFinalNewsAt === null ? null : Date.parse(lastFinalNewsAt),
});

/** An amount that is compared with the transfer's: another currency is never the right amount. */
export const comparable = (transfer: LoadedTransfer, told: Readonly<{ amount: number; currency: string }>): number =>
  told.currency === transfer.currency ? told.amount : -1;
