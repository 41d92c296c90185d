import { HOLD_REASONS } from '@zikui/domain';

const ORDER = HOLD_REASONS.map((reason) => `'${reason}'`).join(', ');

/** A dispute `d` of the payment `p` holds what it backs, as `disputeBlocks` says. */
export const DISPUTE_BLOCKS = `p.disputed > 0 AND (d.status = 'open' OR (d.status = 'lost' AND p.held + p.disputed > p.captured))`;

/**
 * Why a transfer may not be sent now, as an expression that is null when nothing holds it; of several holds the first of
 * `HOLD_REASONS`. The parameters $2 to $7 are the transfer's id, merchant, gateway, currency, the person who asked for
 * its refund and the reason he gave. Each row that holds stays locked until COMMIT: whoever lifts it comes before this look, or after the wait
 * of the transfer was written down, and then wakes it. A dispute holds as
 * `disputeBlocks` says. A pause of a gateway lets its one probe through.
 */
export const HOLD_ON_TRANSFER = `(
  SELECT held.reason FROM (
    SELECT own.reason FROM (
      SELECT h.reason FROM sending_hold h
      WHERE h.ended_at IS NULL AND (h.merchant_id = $3 OR h.merchant_id IS NULL) AND (h.gateway = $4 OR h.gateway IS NULL)
        AND (h.currency = $5 OR h.currency IS NULL) AND (h.requested_by = $6 OR h.requested_by IS NULL) AND (h.refund_reason = $7 OR h.refund_reason IS NULL)
        AND (h.until IS NULL OR h.until > now() OR h.reason = 'gateway_paused') AND h.probe_transfer_id IS DISTINCT FROM $2
      FOR SHARE
    ) own
    UNION ALL
    SELECT 'dispute' FROM (
      SELECT d.id FROM transfer t JOIN payment p ON p.id = t.payment_id JOIN dispute d ON d.payment_id = p.id
      WHERE t.id = $2 AND ${DISPUTE_BLOCKS}
      FOR SHARE OF d
    ) disputed
  ) held ORDER BY array_position(ARRAY[${ORDER}]::text[], held.reason::text) LIMIT 1
)`;
