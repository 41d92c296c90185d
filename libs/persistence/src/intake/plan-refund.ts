import { firstWarningAt, payEndsAt, timelineDepth } from '@zikui/domain';
import { newId } from '../database/new-id';
import { STATUS_CHANGED, type StatusEventBody } from '../webhook/status-event';
import type { DecidedRequest } from './decided-request';
import { found } from './found';
import { planMoney } from './plan-money';
import { planReturn } from './plan-return';
import type { OwnColumns, RowsOf } from './refund-rows';

/** The rows that say what is refunded. */
export type PlannedRefund = ReturnType<typeof planRefund>;

const REQUESTED: StatusEventBody = { from: null, to: 'requested' };

/** Makes the rows of a refund; pure but for the new ids. */
export function planRefund(asked: DecidedRequest) {
  const { sale, decided } = asked;
  const id = newId();
  const own: OwnColumns = { merchant_id: sale.merchantId, refund_id: id };

  const lines = decided.quote.lines.map((line, index) => ({ id: newId(), no: index + 1, ...line }));
  const refund_line = lines.map(({ ref, ...line }) => ({
    ...own,
    ...line,
    sale_line_id: found(sale.lineIds[ref], ref),
  })) satisfies RowsOf<'refund_line'>;

  const approval_step = decided.approval.steps.map(({ no, role, slots = [], needed = 1, hours, then }) => ({
    id: newId(),
    ...own,
    no,
    role,
    slots,
    needed,
    hours,
    escalate_to: then,
    status: 'waiting',
  })) satisfies RowsOf<'approval_step'>;

  return {
    refund: [refundRow(asked, id)] as const,
    refund_line,
    ...planMoney(asked, own),
    approval_step,
    ...planReturn(asked, own, lines),
    refund_event: [requestedEntry(asked, own)] satisfies RowsOf<'refund_event'>,
    outgoing_event: [{ ...own, sequence: 1, type: STATUS_CHANGED, body: REQUESTED }] satisfies RowsOf<'outgoing_event'>,
  };
}

function refundRow(asked: DecidedRequest, id: string) {
  const { principal, request, sale, decided } = asked;
  const { quote, deadlines } = decided;
  return {
    id,
    merchant_id: sale.merchantId,
    sale_id: sale.id,
    customer_id: sale.customerId,
    legal_entity_id: sale.legalEntityId,
    policy_version_id: sale.policy.id,
    law_version: decided.lawVersion,
    request_key: asked.requestKey,
    external_ref: request.externalRef ?? null,
    metadata: request.metadata ?? {},
    reason: request.reason,
    destination: request.destination,
    requester: asked.requester,
    requested_by: request.requestedBy ?? null,
    requester_owner: principal.owner,
    note: asked.sealedNote,
    currency: quote.currency,
    payout: quote.payout,
    shipping_gross: quote.shipping.gross,
    shipping_tax: quote.shipping.tax,
    goodwill: quote.goodwill,
    fee: quote.fee,
    status: 'requested' as const,
    refusal: asked.refusal,
    statutory: decided.statutory,
    snapshot_hash: asked.snapshotHash,
    decided,
    cancel_by: deadlines.cancelBy,
    pay_by: deadlines.payBy,
    ...legalClock(decided, sale.snapshot.timeZone),
    due_at: decided.approval.silentUntil ?? decided.return.dueAt,
    created_at: sale.now,
    updated_at: sale.now,
  } satisfies RowsOf<'refund'>[number];
}

/** Only a right has a clock; of what the shop gives by itself the date is only shown. */
function legalClock({ statutory, deadlines: { payBy } }: DecidedRequest['decided'], timeZone: string) {
  if (!statutory || payBy === null) return { pay_ends_at: null, clock_at: null };
  return { pay_ends_at: payEndsAt({ payBy, timeZone }), clock_at: firstWarningAt({ payBy, timeZone }) };
}

const requestedEntry = ({ principal, request, decided }: DecidedRequest, own: OwnColumns) => ({
  ...own,
  kind: 'requested',
  depth: timelineDepth('requested'),
  to_status: 'requested',
  actor: principal.actor,
  data: {
    payout: decided.quote.payout,
    currency: decided.quote.currency,
    requestedBy: request.requestedBy ?? null,
  },
});
