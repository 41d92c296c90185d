import { STORE_CREDIT, type Mode } from '@zikui/domain';
import type { RefundRecord, ReturnRecord, StepRecord, TransferRecord } from '../refund/refund.record';
import type { DecidedRequest } from './decided-request';
import type { PlannedRefund } from './plan-refund';

/** The refund as it will be read once its rows are written; the answer is stored with them. */
export function recordOfPlan(asked: DecidedRequest, rows: PlannedRefund, mode: Mode): RefundRecord {
  const { sale, decided, request } = asked;
  const [refund] = rows.refund;
  const { name, number, hash } = sale.policy;
  return {
    id: refund.id,
    mode,
    saleRef: sale.snapshot.saleRef,
    customerRef: sale.snapshot.customer.ref,
    status: refund.status,
    reviewReason: null,
    wasReversed: false,
    origin: 'request',
    statutory: decided.statutory,
    reason: request.reason,
    destination: request.destination,
    requester: asked.requester,
    requestedBy: refund.requested_by,
    externalRef: refund.external_ref,
    metadata: refund.metadata,
    createdAt: refund.created_at,
    updatedAt: refund.updated_at,
    completedAt: null,
    currency: refund.currency,
    shortAmount: 0,
    payout: refund.payout,
    shippingGross: refund.shipping_gross,
    shippingTax: refund.shipping_tax,
    goodwill: refund.goodwill,
    fee: refund.fee,
    payBy: refund.pay_by,
    payMissed: false,
    zone: sale.snapshot.timeZone,
    dueAt: refund.due_at,
    snapshotHash: asked.snapshotHash,
    lawVersion: decided.lawVersion,
    policy: { name, version: number, hash },
    decided: {
      rule: decided.approval.rule,
      machines: decided.approval.machines,
      deadlines: decided.deadlines,
      explanation: decided.explanation,
      basis: decided.basis ?? null,
    },
    lines: decided.quote.lines,
    transfers: transferRecords(asked, rows),
    steps: rows.approval_step.map(stepRecord),
    goodsReturn: returnRecord(asked, rows),
    creditNotes: [],
    messages: [],
    sent: false,
  };
}

const transferRecords = ({ decided }: DecidedRequest, rows: PlannedRefund): TransferRecord[] =>
  rows.transfer.map(({ id, no, gateway, amount, status }, index) => {
    const paymentRef = decided.quote.transfers[index]?.paymentRef ?? STORE_CREDIT;
    return {
      id,
      no,
      paymentRef: paymentRef === STORE_CREDIT ? null : paymentRef,
      gateway,
      amount,
      status,
      holdReason: null,
      heldAt: null,
      pendingReason: null,
      declineReason: null,
      gatewayRefundId: null,
      settledAt: null,
    };
  });

const stepRecord = (step: PlannedRefund['approval_step'][number]): StepRecord => ({
  no: step.no,
  role: step.role,
  approvers: step.slots,
  needed: step.needed,
  status: step.status,
  openedAt: null,
  dueAt: null,
  escalateTo: step.escalate_to,
  escalatedAt: null,
  assignedTo: null,
  decisions: [],
});

function returnRecord({ decided }: DecidedRequest, rows: PlannedRefund): ReturnRecord | null {
  const [goods] = rows.goods_return;
  if (goods === undefined) return null;
  const { moneyOn, items } = decided.return;
  return {
    id: goods.id,
    mode: goods.mode,
    moneyOn,
    status: goods.status,
    dueAt: goods.due_at,
    items: items.map((item) => ({ ...item, status: 'expected' })),
    parcels: [],
  };
}
