import {
  CARRIER_TASK_QUEUE,
  gatewayTaskQueue,
  NOTIFY_TASK_QUEUE,
  OPS_TASK_QUEUE,
  REFUND_TASK_QUEUE,
} from '@zikui/workflows/contract';
import type { WorkerOptions } from '@temporalio/worker';
import { GATEWAYS } from '@zikui/connectors';
import type { Env, WorkerRole } from '../env';
import type { Activities } from './activities';

export type WorkerSpec = Pick<
  WorkerOptions,
  | 'taskQueue'
  | 'activities'
  | 'maxTaskQueueActivitiesPerSecond'
  | 'workflowBundle'
  | 'maxCachedWorkflows'
  | 'stickyQueueScheduleToStartTimeout'
>;

/** One Temporal worker per role; the gateway role has one per gateway, so that each gateway has a queue and a pace of its own. */
export function workerSpecs(
  env: Pick<Env, 'WORKER_ROLES' | 'WORKFLOW_BUNDLE' | 'MAX_CACHED_WORKFLOWS' | 'GATEWAY_RATES'>,
  activities: Activities,
): WorkerSpec[] {
  const specs: Readonly<Record<WorkerRole, () => WorkerSpec[]>> = {
    workflow: () => [
      {
        taskQueue: REFUND_TASK_QUEUE,
        workflowBundle: { codePath: env.WORKFLOW_BUNDLE },
        activities: {
          ...activities.refundProcess,
          ...activities.message,
          tryTransfer: activities.transfer.tryTransfer,
        },
        maxCachedWorkflows: env.MAX_CACHED_WORKFLOWS,
        // After a crash the next worker takes over within two seconds instead of ten.
        stickyQueueScheduleToStartTimeout: '2s',
      },
    ],
    gateway: () =>
      GATEWAYS.map((name) => ({
        taskQueue: gatewayTaskQueue(name),
        activities: activities.transfer,
        // Kept by the server, for all workers together.
        ...(env.GATEWAY_RATES[name] !== undefined && { maxTaskQueueActivitiesPerSecond: env.GATEWAY_RATES[name] }),
      })),
    carrier: () => [{ taskQueue: CARRIER_TASK_QUEUE, activities: activities.returnLabel }],
    notify: () => [{ taskQueue: NOTIFY_TASK_QUEUE, activities: activities.message }],
    ops: () => [{ taskQueue: OPS_TASK_QUEUE, activities: { ...activities.reconciliation, ...activities.backTest } }],
    relay: () => [],
  };
  return env.WORKER_ROLES.flatMap((role) => specs[role]());
}
