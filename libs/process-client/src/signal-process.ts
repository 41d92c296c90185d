import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { CarrierEvent, GatewayEvent, HoldLifted } from '@zikui/workflows/contract';
import { NO_ANSWER, within } from './within';

export type ProcessSignal = Readonly<
  | { workflowId: string; name: 'gatewayEvent'; event: GatewayEvent }
  | { workflowId: string; name: 'carrierEvent'; event: CarrierEvent }
  | { workflowId: string; name: 'holdLifted'; event: HoldLifted }
>;

/** Tells a process of a fact that is already recorded. Safe to repeat: processes know events by their id. `closed` = it has ended. */
export async function signalProcess(
  client: Client,
  signal: ProcessSignal,
  limitMs: number,
): Promise<'signalled' | 'closed' | 'no_answer'> {
  try {
    const answer = await within(client, limitMs, () =>
      client.workflow.getHandle(signal.workflowId).signal(signal.name, signal.event),
    );
    return answer === NO_ANSWER ? 'no_answer' : 'signalled';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'closed';
    throw error;
  }
}
