import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import {
  REFUND_SEARCH_ATTRIBUTES,
  REFUND_TASK_QUEUE,
  refundWorkflowId,
  repairWorkflowId,
  type RefundInput,
} from '@zikui/workflows/contract';
import { NO_ANSWER, within } from './within';

/** Everything the start of a refund's process needs, as it lies in the outbox. */
export type RefundStart = Readonly<{
  merchantId: string;
  refundId: string;
  /** Number of the repair that is to be started; absent for the refund's own process. */ repair?: number;
  input: RefundInput;
  searchAttributes: Readonly<{
    merchant: string;
    saleRef: string;
    gateway: string;
    reason: string;
    status: string;
    amountMinor: number;
    dueAt: string | null;
  }>;
}>;

/**
 * Starts the process of a refund, or of its repair, at most once: a process that runs or has ended is `already_started`, which is as good.
 * `no_answer` = Temporal can't be reached now and the outbox has to try again. Throws when Temporal refuses the start.
 */
export async function startRefund(
  client: Client,
  start: RefundStart,
  limitMs: number,
): Promise<'started' | 'already_started' | 'no_answer'> {
  try {
    const answer = await within(client, limitMs, () =>
      client.workflow.start(start.repair === undefined ? 'refundWorkflow' : 'refundRepairWorkflow', {
        workflowId: workflowIdOf(start),
        taskQueue: REFUND_TASK_QUEUE,
        args: [start.input],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
        typedSearchAttributes: searchAttributesOf(start.searchAttributes),
        staticSummary:
          `${start.repair === undefined ? 'Refund' : 'Repair of refund'} ${start.refundId} of sale ${start.searchAttributes.saleRef}`.slice(
            0,
            200,
          ),
      }),
    );
    return answer === NO_ANSWER ? 'no_answer' : 'started';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already_started';
    throw error;
  }
}

const workflowIdOf = ({ merchantId, refundId, repair }: RefundStart): string =>
  repair === undefined ? refundWorkflowId(merchantId, refundId) : repairWorkflowId(merchantId, refundId, repair);

function searchAttributesOf(facts: RefundStart['searchAttributes']): TypedSearchAttributes {
  const keys = REFUND_SEARCH_ATTRIBUTES;
  const attributes = new TypedSearchAttributes([
    { key: keys.merchant, value: facts.merchant },
    { key: keys.saleRef, value: facts.saleRef },
    { key: keys.gateway, value: facts.gateway },
    { key: keys.reason, value: facts.reason },
    { key: keys.status, value: facts.status },
    { key: keys.amountMinor, value: facts.amountMinor },
  ]);
  return facts.dueAt === null ? attributes : attributes.updateCopy([{ key: keys.dueAt, value: new Date(facts.dueAt) }]);
}
