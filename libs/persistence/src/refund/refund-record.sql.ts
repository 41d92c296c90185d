/** Rows of `from` as a JSON list, empty when there are none. */
const list = (object: string, from: string, order: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object(${object}) ORDER BY ${order}), '[]') FROM ${from})`;

const LINES = list(
  `'ref', sl.ref, 'units', l.units, 'gross', l.gross, 'tax', l.tax`,
  `refund_line l JOIN sale_line sl ON sl.id = l.sale_line_id WHERE l.refund_id = r.id`,
  'l.no',
);

const TRANSFERS = list(
  `'id', t.id, 'no', t.no, 'paymentRef', p.ref, 'gateway', t.gateway, 'amount', t.amount, 'status', t.status,
    'holdReason', t.hold_reason, 'heldAt', t.held_at, 'pendingReason', t.pending_reason, 'declineReason', t.decline_reason,
    'gatewayRefundId', t.gateway_refund_id, 'settledAt', t.settled_at`,
  `transfer t LEFT JOIN payment p ON p.id = t.payment_id WHERE t.refund_id = r.id`,
  't.no',
);

const DECISIONS = list(
  `'outcome', d.outcome, 'actor', d.actor, 'onBehalfOf', d.on_behalf_of, 'role', d.role, 'reasonCode', d.reason_code, 'at', d.at`,
  `decision d WHERE d.step_id = st.id`,
  'd.at, d.id',
);

const STEPS = list(
  `'no', st.no, 'role', st.role, 'approvers', st.slots, 'needed', st.needed, 'status', st.status, 'openedAt', st.opened_at,
    'dueAt', st.due_at, 'escalateTo', st.escalate_to, 'escalatedAt', st.escalated_at, 'assignedTo', st.assigned_to, 'decisions', ${DECISIONS}`,
  `approval_step st
    WHERE st.refund_id = r.id AND st.round = (SELECT max(round) FROM approval_step WHERE refund_id = r.id)`,
  'st.no',
);

const RETURN_ITEMS = list(
  `'ref', sl.ref, 'units', i.units, 'status', i.status`,
  `return_item i JOIN refund_line l ON l.id = i.refund_line_id JOIN sale_line sl ON sl.id = l.sale_line_id
    WHERE i.return_id = g.id`,
  'l.no',
);

const PARCELS = list(
  `'id', pc.id, 'carrier', pc.carrier, 'trackingCode', pc.tracking_code, 'labelUrl', pc.label_url, 'status', pc.status`,
  `parcel pc WHERE pc.return_id = g.id`,
  'pc.no',
);

const GOODS_RETURN = `(
  SELECT jsonb_build_object('id', g.id, 'mode', g.mode, 'moneyOn', g.money_on, 'status', g.status, 'dueAt', g.due_at,
    'items', ${RETURN_ITEMS}, 'parcels', ${PARCELS})
  FROM goods_return g WHERE g.refund_id = r.id ORDER BY g.no DESC LIMIT 1)`;

const CREDIT_NOTES = list(
  `'id', n.id, 'number', n.display_number, 'documentType', n.document_type, 'status', n.status, 'total', n.total,
    'issuedAt', n.issued_at`,
  `credit_note n WHERE n.refund_id = r.id`,
  'n.created_at, n.document_type DESC, n.completion',
);

const MESSAGES = list(
  `'id', ms.id, 'kind', ms.kind, 'channel', ms.channel, 'status', ms.status, 'sentAt', ms.sent_at`,
  `message ms WHERE ms.refund_id = r.id`,
  'ms.created_at, ms.id',
);

/** Refunds `r` of sale `s` with all that a `RefundRecord` holds, in one statement however many there are. Add the WHERE. */
export const SELECT_REFUND_RECORDS = `
  SELECT r.id, m.mode, s.sale_ref AS "saleRef", c.ref AS "customerRef", r.status, r.review_reason AS "reviewReason",
    r.was_reversed AS "wasReversed", r.origin, r.statutory, r.reason, r.destination, r.requester, r.requested_by AS "requestedBy",
    r.external_ref AS "externalRef", r.metadata, r.created_at AS "createdAt", r.updated_at AS "updatedAt",
    r.completed_at AS "completedAt", r.currency, r.payout, r.short_amount AS "shortAmount", r.shipping_gross AS "shippingGross",
    r.shipping_tax AS "shippingTax", r.goodwill, r.fee, r.pay_by AS "payBy", r.pay_missed AS "payMissed", s.snapshot ->> 'timeZone' AS zone, r.due_at AS "dueAt", r.snapshot_hash AS "snapshotHash",
    r.law_version AS "lawVersion", jsonb_build_object('name', v.name, 'version', v.number, 'hash', v.hash) AS policy,
    jsonb_build_object('rule', r.decided #> '{approval,rule}', 'machines', r.decided #> '{approval,machines}',
      'deadlines', r.decided -> 'deadlines', 'explanation', r.decided -> 'explanation', 'basis', r.decided -> 'basis') AS decided,
    ${LINES} AS lines, ${TRANSFERS} AS transfers, ${STEPS} AS steps, ${GOODS_RETURN} AS "goodsReturn",
    ${CREDIT_NOTES} AS "creditNotes", ${MESSAGES} AS messages,
    EXISTS (SELECT FROM attempt a JOIN transfer t ON t.id = a.transfer_id
      WHERE t.refund_id = r.id AND a.sent_at IS NOT NULL)
      OR EXISTS (SELECT FROM transfer t WHERE t.refund_id = r.id AND t.destination = 'manual' AND t.status IN ('pending', 'settled')) AS sent
  FROM refund r
  JOIN merchant m ON m.id = r.merchant_id
  JOIN sale s ON s.id = r.sale_id
  JOIN customer c ON c.id = r.customer_id
  JOIN policy_version v ON v.id = r.policy_version_id`;

/** One refund of a merchant. */
export const FIND_REFUND_RECORD = `${SELECT_REFUND_RECORDS} WHERE r.merchant_id = $1 AND r.id = $2`;
