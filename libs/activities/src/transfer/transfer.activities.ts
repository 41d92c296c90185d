import { withFailures } from '../failure/failures';
import { withHeartbeat } from '../heartbeat/heartbeat';
import type { CallsAtOnce } from './first-calls';
import { lookUpTransfer, type LookUpAsk, type LookUpFinding } from './look-up-transfer';
import { lookUpTransferNow, type FoundNow } from './look-up-transfer-now';
import { submitTransfer, type SubmittedTransfer, type TransferAsk, type TransferPorts } from './submit-transfer';

export type TransferActivities = ReturnType<typeof createTransferActivities>;
type Ports = Omit<TransferPorts, 'now'> &
  Partial<Pick<TransferPorts, 'now'>> &
  Readonly<{ /** Who decides what may be called outside the gateways' queues. */ firstCalls: CallsAtOnce }>;

/** The calls that move money or ask what became of it, one task queue per gateway. */
export function createTransferActivities({ firstCalls, ...ports }: Ports) {
  const withClock: TransferPorts = { now: Date.now, ...ports };
  return withFailures({
    /**
     * The same as `submitTransfer` for a local activity, within the task that asks for it; `later` leaves it to
     * `submitTransfer`, which finds by the recorded attempt whether anything was sent. Never fails.
     */
    tryTransfer: (ask: TransferAsk): Promise<SubmittedTransfer | 'later'> =>
      firstCalls.run(ask.gateway, () => submitTransfer(withClock, ask)),
    submitTransfer: (ask: TransferAsk): Promise<SubmittedTransfer> =>
      withHeartbeat(() => submitTransfer(withClock, ask)),
    lookUpTransfer: (ask: LookUpAsk): Promise<LookUpFinding> => lookUpTransfer(withClock, ask),
    lookUpTransferNow: (ask: TransferAsk): Promise<FoundNow> => lookUpTransferNow(withClock, ask),
  });
}
