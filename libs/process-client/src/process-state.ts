import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { NO_ANSWER, within } from './within';

/** Where a process stands: its newest run, for a reset leaves an older one behind as ended. */
export async function processState(
  client: Client,
  workflowId: string,
  limitMs: number,
): Promise<
  Readonly<
    { kind: 'running' } | { kind: 'missing' } | { kind: 'closed'; as: string; runId: string } | { kind: 'no_answer' }
  >
> {
  try {
    const found = await within(client, limitMs, () => client.workflow.getHandle(workflowId).describe());
    if (found === NO_ANSWER) return { kind: 'no_answer' };
    const { name } = found.status;
    if (name === 'RUNNING') return { kind: 'running' };
    return { kind: 'closed', as: name.toLowerCase(), runId: found.runId };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { kind: 'missing' };
    throw error;
  }
}
