import { ActivityFailure, proxyActivities } from '@temporalio/workflow';
import type { QueuedMessage, ReturnLabelActivities } from '@zikui/activities';
import { CARRIER_TASK_QUEUE } from '../refund/refund.contract';

const { createReturnLabel, cancelReturnLabel } = proxyActivities<ReturnLabelActivities>({
  taskQueue: CARRIER_TASK_QUEUE,
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '1 hour',
  heartbeatTimeout: '6 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Orders the label of a return, and with it the instructions for the customer. A carrier that gives none for an hour leaves the return without one. */
export async function orderLabel(returnId: string): Promise<readonly QueuedMessage[]> {
  try {
    const { messages } = await createReturnLabel.executeWithOptions({ summary: 'Order the return label' }, [
      { returnId },
    ]);
    return messages;
  } catch (error) {
    if (error instanceof ActivityFailure) return [];
    throw error;
  }
}

/** Takes back a label that was never used. One that cannot be taken back costs the merchant its price, nothing more. */
export async function cancelLabel(returnId: string): Promise<void> {
  try {
    await cancelReturnLabel.executeWithOptions({ summary: 'Cancel the unused return label' }, [{ returnId }]);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
  }
}
