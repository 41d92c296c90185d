import {
  carrierWorkflowId,
  merchantOfWorkflow,
  reconciliationWorkflowId,
  refundWorkflowId,
  repairWorkflowId,
  returnWorkflowId,
} from './workflow-id';

const MERCHANT = '01938f00-0000-7000-8000-000000000001';
const REFUND = '01938f00-0000-7000-8000-000000000002';

describe('the merchant of a process', () => {
  it.each([
    refundWorkflowId(MERCHANT, REFUND),
    repairWorkflowId(MERCHANT, REFUND, 2),
    carrierWorkflowId(MERCHANT, REFUND, 1),
    returnWorkflowId(MERCHANT, REFUND, 1),
    reconciliationWorkflowId(MERCHANT, REFUND),
  ])('is named by the id %s', (id) => expect(merchantOfWorkflow(id)).toBe(MERCHANT));

  it.each(['', 'reconcile', 'house-round', `other:${MERCHANT}:${REFUND}`, 'refund::x'])(
    'is nobody for %j, which is refused',
    (id) => expect(() => merchantOfWorkflow(id)).toThrow('is no process of a merchant'),
  );
});
