/** The one process of a refund. `merchantId` and `refundId` are the plain UUIDs of the rows. */
export const refundWorkflowId = (merchantId: string, refundId: string): string => `refund:${merchantId}:${refundId}`;
/** The process that compares the books of one account over some days. */
export const reconciliationWorkflowId = (merchantId: string, reconciliationId: string): string =>
  `reconciliation:${merchantId}:${reconciliationId}`;
/** The process that waits for the goods of a refund; `no` counts its returns from 1. */
export const returnWorkflowId = (merchantId: string, refundId: string, no: number): string =>
  `return:${merchantId}:${refundId}:${no}`;
