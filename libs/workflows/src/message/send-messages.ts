import { ActivityFailure, proxyActivities, proxyLocalActivities, TemporalFailure } from '@temporalio/workflow';
import type { MessageActivities, QueuedMessage } from '@zikui/activities';
import { write } from '../refund/process-writes';
import { NOTIFY_TASK_QUEUE } from '../refund/refund.contract';

const { sendMessage } = proxyActivities<MessageActivities>({
  taskQueue: NOTIFY_TASK_QUEUE,
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '24 hours',
  // Without it the customer of a worker that was killed would wait half a minute more, each time.
  heartbeatTimeout: '6 seconds',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/** One try within the task that ended the process, which saves it another task: nobody asks it for anything any more. */
const { tryMessage } = proxyLocalActivities<MessageActivities>({
  startToCloseTimeout: '4 seconds',
  retry: { maximumAttempts: 1 },
});

/** Sends the messages that a transition queued. Ends when each was sent or given up, after a day at most; money never waits for it. */
export async function sendMessages(messages: readonly QueuedMessage[]): Promise<void> {
  await Promise.all(messages.map(sendOne));
}

/** The same for messages with which a process ends: what the mail server takes at once costs the process no step more. */
export async function sendLastMessages(messages: readonly QueuedMessage[]): Promise<void> {
  await Promise.all(
    messages.map(async (message) => {
      if (!(await isSentAtOnce(message))) await sendOne(message);
    }),
  );
}

async function isSentAtOnce({ id, kind }: QueuedMessage): Promise<boolean> {
  try {
    const { outcome } = await tryMessage.executeWithOptions({ summary: `Tell the customer: ${kind}` }, [
      { messageId: id },
    ]);
    return outcome !== 'later';
  } catch (error) {
    // A failed local activity comes without the wrapping of a regular one; the worker may have been too busy for it.
    if (error instanceof TemporalFailure) return false;
    throw error;
  }
}

async function sendOne({ id, kind }: QueuedMessage): Promise<void> {
  try {
    await sendMessage.executeWithOptions({ summary: `Tell the customer: ${kind}` }, [{ messageId: id }]);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    await write('giveUpMessage', `Give up telling the customer: ${kind}`, { messageId: id });
  }
}
