/** The one process of a refund. `merchantId` and `refundId` are the plain UUIDs of the rows. */
export const refundWorkflowId = (merchantId: string, refundId: string): string => `refund:${merchantId}:${refundId}`;
/** The process that repairs a refund whose money came back after it was completed; `no` counts its repairs from 1. */
export const repairWorkflowId = (merchantId: string, refundId: string, no: number): string =>
  `repair:${merchantId}:${refundId}:${no}`;
/** The process that carries a refund now: its own, or the repair that was begun last. */
export const carrierWorkflowId = (merchantId: string, refundId: string, repairs: number): string =>
  repairs === 0 ? refundWorkflowId(merchantId, refundId) : repairWorkflowId(merchantId, refundId, repairs);
/** The process that compares the books of one account over some days. */
export const reconciliationWorkflowId = (merchantId: string, reconciliationId: string): string =>
  `reconciliation:${merchantId}:${reconciliationId}`;
/** The process that waits for the goods of a refund; `no` counts its returns from 1. */
export const returnWorkflowId = (merchantId: string, refundId: string, no: number): string =>
  `return:${merchantId}:${refundId}:${no}`;
/** The process that tries a policy on the refunds of the past. */
export const backTestWorkflowId = (merchantId: string, backTestId: string): string =>
  `back-test:${merchantId}:${backTestId}`;

const OF_A_MERCHANT = /^(?:refund|repair|reconciliation|return|back-test):([^:]+):/;
/** Whose process that is, by its id alone: whoever works for a process works for this merchant. Throws for an id that none of the above gave. */
export function merchantOfWorkflow(workflowId: string): string {
  const merchantId = OF_A_MERCHANT.exec(workflowId)?.[1];
  if (merchantId === undefined) throw new Error(`${workflowId} is no process of a merchant`);
  return merchantId;
}
