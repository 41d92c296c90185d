import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, proxyActivities, startChild } from '@temporalio/workflow';
import type { ReconciliationActivities } from '@zikui/activities';
import { reconcileAccountWorkflow } from './reconcile-account.workflow';
import { OPS_TASK_QUEUE, reconciliationWorkflowId } from './reconciliation.contract';

const { dueReconciliations, reconcileProcesses } = proxyActivities<ReconciliationActivities>({
  taskQueue: OPS_TASK_QUEUE,
  startToCloseTimeout: '10 minutes',
  scheduleToCloseTimeout: '1 hour',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** One round of the schedule: processes that were lost, then one process per account whose days are to be compared. Returns how many accounts it started. */
export async function reconcileWorkflow(): Promise<number> {
  await reconcileProcesses.executeWithOptions({ summary: 'Find rows and processes that lost each other' }, []);
  const { due } = await dueReconciliations.executeWithOptions({ summary: 'Which accounts are due' }, []);
  let started = 0;
  for (const { merchantId, reconciliationId, gateway } of due) {
    try {
      await startChild(reconcileAccountWorkflow, {
        workflowId: reconciliationWorkflowId(merchantId, reconciliationId),
        parentClosePolicy: ParentClosePolicy.ABANDON,
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
        args: [{ v: 1, reconciliationId }],
        staticSummary: `Compare the books of ${gateway}`,
      });
      started += 1;
    } catch (error) {
      // The api started it, or an earlier round did and it still runs.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
  return started;
}
