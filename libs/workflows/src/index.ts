export { backTestWorkflow } from './policy/back-test.workflow';
export { reconcileAccountWorkflow } from './reconciliation/reconcile-account.workflow';
export { reconcileWorkflow } from './reconciliation/reconcile.workflow';
export { refundWorkflow } from './refund/refund.workflow';
export { refundRepairWorkflow } from './refund/refund-repair.workflow';
export { returnShipmentWorkflow } from './return/return-shipment.workflow';
