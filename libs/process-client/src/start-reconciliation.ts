import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { REFUND_TASK_QUEUE, reconciliationWorkflowId, type ReconciliationInput } from '@zikui/workflows/contract';
import { NO_ANSWER, within } from './within';

/** Starts a comparison that is written down, at most once. `no_answer` = the schedule will start it. Throws when Temporal refuses the start. */
export async function startReconciliation(
  client: Client,
  { merchantId, reconciliationId }: Readonly<{ merchantId: string; reconciliationId: string }>,
  limitMs: number,
): Promise<'started' | 'already_started' | 'no_answer'> {
  const input: ReconciliationInput = { v: 1, reconciliationId };
  try {
    const answer = await within(client, limitMs, () =>
      client.workflow.start('reconcileAccountWorkflow', {
        workflowId: reconciliationWorkflowId(merchantId, reconciliationId),
        taskQueue: REFUND_TASK_QUEUE,
        args: [input],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
        staticSummary: 'Compare the books of an account',
      }),
    );
    return answer === NO_ANSWER ? 'no_answer' : 'started';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already_started';
    throw error;
  }
}
