import { ActivityFailure, proxyActivities } from '@temporalio/workflow';
import type { BackTestActivities } from '@zikui/activities';
import { OPS_TASK_QUEUE } from '../reconciliation/reconciliation.contract';
import type { BackTestInput } from './back-test.contract';

const { backTest } = proxyActivities<BackTestActivities>({
  taskQueue: OPS_TASK_QUEUE,
  startToCloseTimeout: '30 minutes',
  scheduleToCloseTimeout: '2 hours',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
const { failBackTest } = proxyActivities<BackTestActivities>({
  taskQueue: OPS_TASK_QUEUE,
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Tries a policy on the refunds of the past. It goes on behind what was counted; what can't be carried out in two hours is given up. */
export async function backTestWorkflow({ backTestId }: BackTestInput): Promise<'ended' | 'failed'> {
  try {
    await backTest.executeWithOptions({ summary: 'Try the policy on past refunds' }, [{ backTestId }]);
    return 'ended';
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    await failBackTest.executeWithOptions({ summary: 'Write that it could not be carried out' }, [{ backTestId }]);
    return 'failed';
  }
}
