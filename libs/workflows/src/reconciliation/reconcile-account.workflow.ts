import { ActivityFailure, proxyActivities } from '@temporalio/workflow';
import type { ReconciliationActivities } from '@zikui/activities';
import { OPS_TASK_QUEUE, type ReconciliationInput } from './reconciliation.contract';

const { reconcileAccount } = proxyActivities<ReconciliationActivities>({
  taskQueue: OPS_TASK_QUEUE,
  startToCloseTimeout: '1 hour',
  scheduleToCloseTimeout: '6 hours',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});
const { failReconciliation } = proxyActivities<ReconciliationActivities>({
  taskQueue: OPS_TASK_QUEUE,
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Compares one account over some days. A gateway that can't be asked for six hours ends it as failed; nothing is concluded then. */
export async function reconcileAccountWorkflow({ reconciliationId }: ReconciliationInput): Promise<'done' | 'failed'> {
  try {
    await reconcileAccount.executeWithOptions({ summary: 'Compare gateway, transfers and ledger' }, [
      { reconciliationId },
    ]);
    return 'done';
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    await failReconciliation.executeWithOptions({ summary: 'Write that it could not be compared' }, [
      { reconciliationId },
    ]);
    return 'failed';
  }
}
