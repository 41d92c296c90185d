export { refundWorkflow } from './refund/refund.workflow';
export { returnShipmentWorkflow } from './return/return-shipment.workflow';
