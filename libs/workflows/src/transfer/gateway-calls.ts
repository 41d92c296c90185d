import {
  ActivityFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  proxyActivities,
  proxyLocalActivities,
  TemporalFailure,
} from '@temporalio/workflow';
import type { FoundNow, LookUpFinding, SubmittedTransfer, TransferActivities, TransferAsk } from '@zikui/activities';
import { isFinal } from '../refund/process-writes';
import { gatewayTaskQueue, type RefundInput } from '../refund/refund.contract';
import type { MovingTransfer } from './moving-transfer';

/** Beyond the last time of the schedule, so that the last look-up is not cut off. */
const LAST_LOOK_UP_MS = 10 * 60_000;

/** Bounded, so that an outage ends in a look-up and not in silence. */
const submitting = (gateway: string) =>
  proxyActivities<TransferActivities>({
    taskQueue: gatewayTaskQueue(gateway),
    startToCloseTimeout: '30 seconds',
    scheduleToCloseTimeout: '10 minutes',
    heartbeatTimeout: '6 seconds',
    retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
  });
/** One try within the task that asks for it, which saves the process a task and a way through a queue. It takes the time of one call: the process hears no messages until then. */
const { tryTransfer } = proxyLocalActivities<TransferActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { maximumAttempts: 1 },
});
/** "Not yet" comes with the next time of the schedule; anything else is tried again soon. */
const lookingUp = (gateway: string, untilMs: number) =>
  proxyActivities<TransferActivities>({
    taskQueue: gatewayTaskQueue(gateway),
    startToCloseTimeout: '20 seconds',
    scheduleToCloseTimeout: untilMs + LAST_LOOK_UP_MS,
    retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
  });

/** Bounded tightly: a person waits for it. */
const lookingUpNow = (gateway: string) =>
  proxyActivities<TransferActivities>({
    taskQueue: gatewayTaskQueue(gateway),
    startToCloseTimeout: '20 seconds',
    scheduleToCloseTimeout: '1 minute',
    retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumAttempts: 3 },
  });

/** What came of a call: its outcome; `held` when nothing was sent because something holds the transfer; `no_answer` when nobody knows; `not_possible` when no further try can be made. */
export type Submitted = SubmittedTransfer | 'no_answer' | 'not_possible';

/** Asks the gateway to move the money: at once if it can be, else by the gateway's queue. A call once sent is finished and recorded, whatever happens meanwhile. */
export async function submit(input: RefundInput, transfer: MovingTransfer): Promise<Submitted> {
  const { id: transferId, gateway, label } = transfer;
  const ask = { merchantId: input.merchantId, transferId, gateway };
  const summary = `Refund at ${gateway}: ${label}`;
  // Whoever waits for the answer to a command is not made to wait for the gateway too.
  const mayTry = input.v >= 3 && allHandlersFinished();
  const atOnce = mayTry ? await submitAtOnce(summary, ask) : 'later';
  if (atOnce !== 'later') return atOnce;
  try {
    return await submitting(gateway).submitTransfer.executeWithOptions({ summary }, [ask]);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    return isFinal(error) ? 'not_possible' : 'no_answer';
  }
}

async function submitAtOnce(summary: string, ask: TransferAsk): Promise<SubmittedTransfer | 'later'> {
  try {
    return await tryTransfer.executeWithOptions({ summary }, [ask]);
  } catch (error) {
    // A failed local activity comes without the wrapping of a regular one; the worker may have been too busy for it.
    if (error instanceof TemporalFailure) return 'later';
    throw error;
  }
}

/** Asks on schedule what became of a transfer, until there is news from here or elsewhere; `undefined` = nothing new. */
export async function lookUp(
  merchantId: string,
  transfer: MovingTransfer,
  sinceMs: number,
  lookUpsMs: readonly number[],
): Promise<LookUpFinding | undefined> {
  const { id: transferId, gateway, label } = transfer;
  const known = transfer.status === 'pending' ? 'pending' : 'unknown';
  const untilMs = Math.max(...lookUpsMs) - (Date.now() - sinceMs);
  const scope = new CancellationScope();
  const asked: { over: boolean; finding?: LookUpFinding } = { over: false };
  const asking = scope
    .run(() =>
      lookingUp(gateway, untilMs).lookUpTransfer.executeWithOptions({ summary: `Ask ${gateway}: ${label}` }, [
        { merchantId, transferId, gateway, known, sinceMs, lookUpsMs },
      ]),
    )
    .then(
      (finding) => {
        asked.finding = finding;
      },
      (error: unknown) => {
        // Told to stop, or out of time: nothing new.
        if (!(error instanceof ActivityFailure)) throw error;
      },
    )
    .finally(() => {
      asked.over = true;
    });
  await condition(() => asked.over || transfer.isDecided() || transfer.sendAgain);
  scope.cancel();
  await asking;
  return asked.finding;
}

/** Asks once, for a person who waits. `no_answer` = the gateway could not be asked; nothing was learnt then. */
export async function lookUpNow(
  merchantId: string,
  { id: transferId, gateway, label }: MovingTransfer,
): Promise<FoundNow | 'no_answer'> {
  try {
    const summary = `Ask ${gateway} now: ${label}`;
    return await lookingUpNow(gateway).lookUpTransferNow.executeWithOptions({ summary }, [
      { merchantId, transferId, gateway },
    ]);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    return 'no_answer';
  }
}
