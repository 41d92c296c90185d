import { withFailures } from '../failure/failures';
import { withHeartbeat } from '../heartbeat/heartbeat';
import { lookUpTransfer, type LookUpAsk, type LookUpFinding } from './look-up-transfer';
import { lookUpTransferNow, type FoundNow } from './look-up-transfer-now';
import { submitTransfer, type SubmittedTransfer, type TransferAsk, type TransferPorts } from './submit-transfer';

export type TransferActivities = ReturnType<typeof createTransferActivities>;

/** The calls that move money or ask what became of it, one task queue per gateway. */
export function createTransferActivities(ports: Omit<TransferPorts, 'now'> & Partial<Pick<TransferPorts, 'now'>>) {
  const withClock: TransferPorts = { now: Date.now, ...ports };
  return withFailures({
    submitTransfer: (ask: TransferAsk): Promise<SubmittedTransfer> =>
      withHeartbeat(() => submitTransfer(withClock, ask)),
    lookUpTransfer: (ask: LookUpAsk): Promise<LookUpFinding> => lookUpTransfer(withClock, ask),
    lookUpTransferNow: (ask: TransferAsk): Promise<FoundNow> => lookUpTransferNow(withClock, ask),
  });
}
