import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { PeerActivities } from './peer-activities';

const local = proxyLocalActivities<PeerActivities>({ startToCloseTimeout: '3 seconds', retry: { maximumAttempts: 5 } });
const regular = proxyActivities<PeerActivities>({ startToCloseTimeout: '30 seconds' });

/** The smallest honest durable refund: two short writes and one gateway call. */
export async function bareRefund(id: string): Promise<void> {
  await local.open(id);
  await regular.callGateway(id);
  await local.finish(id);
}

/** The same refund as it is written without thought for cost: eight regular activities. */
export async function naiveRefund(id: string): Promise<void> {
  await regular.validate(id);
  await regular.open(id);
  await regular.reserve(id);
  await regular.callGateway(id);
  await regular.settle(id);
  await regular.post(id);
  await regular.finish(id);
  await regular.notify(id);
}
