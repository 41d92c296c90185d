export type {
  OpenedRefund,
  OpenedRepair,
  Projected,
  ProjectMove,
  ProcessTransfer,
  QueuedMessage,
  Transition,
} from '@zikui/persistence';
export * from './failure/failures';
export * from './message/message.activities';
export * from './policy/back-test.activities';
export * from './policy/run-back-test';
export * from './reconciliation/compare-books';
export * from './reconciliation/known-at-gateway';
export * from './reconciliation/reconcile-processes';
export * from './reconciliation/reconciliation.activities';
export * from './refund/refund-process.activities';
export * from './return/return-label.activities';
export * from './transfer/first-calls';
export * from './transfer/look-up-transfer';
export * from './transfer/look-up-transfer-now';
export * from './transfer/submit-transfer';
export * from './transfer/transfer.activities';
export * from './transfer/transfer.ports';
