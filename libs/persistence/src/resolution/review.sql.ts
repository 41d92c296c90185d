/** So many of what gateways announced, and of what people asked them, are shown; the timeline has them all. */
const MOST_SHOWN = 20;

const ATTEMPTS = `
SELECT coalesce(jsonb_agg(jsonb_build_object('no', a.no, 'status', a.status, 'reference', a.reference, 'requestHash', a.request_hash,
  'sends', a.sends, 'sentAt', a.sent_at, 'answeredAt', a.answered_at, 'gatewayRefundId', a.gateway_refund_id, 'evidence', a.evidence) ORDER BY a.no), '[]')
FROM attempt a WHERE a.transfer_id = t.id`;

/** An attempt that is sent anew has a schedule of its own. */
const OPEN_SINCE = `
SELECT min(e.at) FROM refund_event e WHERE e.refund_id = t.refund_id AND e.kind IN ('transfer_unknown', 'transfer_pending')
  AND e.data -> 'transfer' = to_jsonb(t.no)
  AND e.at >= (SELECT a.sent_at FROM attempt a WHERE a.transfer_id = t.id ORDER BY a.no DESC LIMIT 1)`;

/** Refunds `r` with all that is known about what became of their money. */
export const SELECT_REVIEWS = `
SELECT r.id, s.sale_ref AS "saleRef", r.status, r.review_reason AS "reviewReason", r.currency, r.payout, r.short_amount AS "shortAmount", r.pay_by AS "payBy", s.snapshot ->> 'timeZone' AS "payByZone", now() AS now, r.review_assigned_to AS "assignedTo",
  entered.at AS since, greatest(0, floor(extract(epoch FROM now() - entered.at)))::int AS "ageSeconds",
  (SELECT count(*)::int FROM approval_step a WHERE a.refund_id = r.id
    AND a.round = (SELECT max(round) FROM approval_step WHERE refund_id = r.id)) AS steps,
  r.payout - r.short_amount AS owed, r.surplus,
  (SELECT g.status FROM goods_return g WHERE g.refund_id = r.id AND g.mode = 'required' ORDER BY g.no DESC LIMIT 1) AS "awaitedGoods",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'no', t.no, 'gateway', t.gateway, 'destination', t.destination, 'amount', t.amount,
     'status', t.status, 'replacesId', t.replaces_id, 'pendingReason', t.pending_reason, 'declineReason', t.decline_reason, 'isHeld', t.hold_reason IS NOT NULL, 'openSince', (${OPEN_SINCE}), 'attempts', (${ATTEMPTS})) ORDER BY t.no), '[]')
   FROM transfer t WHERE t.refund_id = r.id) AS transfers,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('transfer', e.data->'transfer', 'finding', e.data->'finding', 'actor', e.actor, 'at', e.at) ORDER BY e.id DESC), '[]')
   FROM (SELECT * FROM refund_event l WHERE l.refund_id = r.id AND l.kind = 'looked_up' ORDER BY l.id DESC LIMIT ${String(MOST_SHOWN)}) e) AS "lookUps",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('source', w.source, 'eventId', w.event_id, 'type', w.type, 'state', w.state, 'receivedAt', w.received_at)
     ORDER BY w.received_at DESC), '[]')
   FROM (SELECT * FROM inbox_event i WHERE i.refund_id = r.id AND i.source LIKE 'gateway:%' ORDER BY i.received_at DESC LIMIT ${String(MOST_SHOWN)}) w) AS webhooks,
  (SELECT coalesce(jsonb_agg(p.id ORDER BY p.id), '[]') FROM proposal p
   WHERE p.refund_id = r.id AND p.status = 'open' AND p.expires_at > now()) AS proposals
FROM refund r JOIN sale s ON s.id = r.sale_id
CROSS JOIN LATERAL (
  SELECT coalesce(max(e.at), r.created_at) AS at FROM refund_event e WHERE e.refund_id = r.id AND e.to_status = r.status
) entered`;

/** One refund of a merchant. */
export const FIND_REVIEW = `${SELECT_REVIEWS} WHERE r.merchant_id = $1 AND r.id = $2`;
