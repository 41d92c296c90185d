import type { Client } from '@temporalio/client';
import type { ProcessStates } from '@zikui/activities';
import { RefundError } from '@zikui/domain';
import { processState } from '@zikui/process-client';

const LIMIT_MS = 5_000;

/** Asks Temporal itself; what cannot be known now is no state. */
export const processStates = (client: Client): ProcessStates => ({
  async stateOf(workflowId) {
    const state = await processState(client, workflowId, LIMIT_MS);
    if (state.kind === 'no_answer') throw new RefundError('unavailable');
    return state;
  },
});
