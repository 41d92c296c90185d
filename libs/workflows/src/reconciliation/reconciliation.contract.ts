// Stores name the process they wake; the ids therefore live in the domain.
export { reconciliationWorkflowId } from '@zikui/domain';

/** Where the work of comparing is done. Its processes run beside those of refunds: a queue of their own would cost every worker a second pool of threads. */
export const OPS_TASK_QUEUE = 'ops';
/** The one schedule by which processes and books are compared. */
export const RECONCILE_SCHEDULE_ID = 'reconcile:all';

/** Ids only. Fields are only ever added. */
export type ReconciliationInput = Readonly<{ v: 1; reconciliationId: string }>;
