import { ScheduleAlreadyRunning, type Client } from '@temporalio/client';
import { RECONCILE_SCHEDULE_ID, REFUND_TASK_QUEUE } from '@zikui/workflows/contract';
import { NO_ANSWER, within } from './within';

/** Makes the schedule by which processes and books are compared, once for all workers. A round that still runs is not doubled; rounds that an outage swallowed are made up for an hour back. */
export async function scheduleReconciliation(
  client: Client,
  everyMs: number,
  limitMs: number,
): Promise<'made' | 'there' | 'no_answer'> {
  try {
    const answer = await within(client, limitMs, () =>
      client.schedule.create({
        scheduleId: RECONCILE_SCHEDULE_ID,
        spec: { intervals: [{ every: everyMs }] },
        policies: { overlap: 'SKIP', catchupWindow: '1 hour' },
        action: {
          type: 'startWorkflow',
          workflowType: 'reconcileWorkflow',
          workflowId: 'reconcile',
          taskQueue: REFUND_TASK_QUEUE,
          args: [],
        },
      }),
    );
    return answer === NO_ANSWER ? 'no_answer' : 'made';
  } catch (error) {
    if (error instanceof ScheduleAlreadyRunning) return 'there';
    throw error;
  }
}
