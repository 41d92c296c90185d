import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { backTestWorkflowId, REFUND_TASK_QUEUE, type BackTestInput } from '@zikui/workflows/contract';
import { NO_ANSWER, within } from './within';

/**
 * Starts a back-test that is written down, unless it runs. One that was lost is begun anew and goes on behind what was
 * counted. `no_answer` = a relay will start it. Throws when Temporal refuses the start.
 */
export async function startBackTest(
  client: Client,
  { merchantId, backTestId }: Readonly<{ merchantId: string; backTestId: string }>,
  limitMs: number,
): Promise<'started' | 'already_started' | 'no_answer'> {
  const input: BackTestInput = { v: 1, backTestId };
  try {
    const answer = await within(client, limitMs, () =>
      client.workflow.start('backTestWorkflow', {
        workflowId: backTestWorkflowId(merchantId, backTestId),
        taskQueue: REFUND_TASK_QUEUE,
        args: [input],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
        staticSummary: 'Try a policy on past refunds',
      }),
    );
    return answer === NO_ANSWER ? 'no_answer' : 'started';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already_started';
    throw error;
  }
}
