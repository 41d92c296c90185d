import { ActivityFailure, proxyActivities } from '@temporalio/workflow';
import type { MessageActivities, QueuedMessage } from '@zikui/activities';
import { write } from '../refund/process-writes';
import { NOTIFY_TASK_QUEUE } from '../refund/refund.contract';

const { sendMessage } = proxyActivities<MessageActivities>({
  taskQueue: NOTIFY_TASK_QUEUE,
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '24 hours',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/** Sends the messages that a transition queued. Ends when each was sent or given up, after a day at most; money never waits for it. */
export async function sendMessages(messages: readonly QueuedMessage[]): Promise<void> {
  await Promise.all(messages.map(sendOne));
}

async function sendOne({ id, kind }: QueuedMessage): Promise<void> {
  try {
    await sendMessage.executeWithOptions({ summary: `Tell the customer: ${kind}` }, [{ messageId: id }]);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    await write('giveUpMessage', `Give up telling the customer: ${kind}`, { messageId: id });
  }
}
