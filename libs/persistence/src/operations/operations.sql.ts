import type { WorkBox } from './operations.view';

const box = (name: WorkBox['box'], since: string, from: string): string =>
  `SELECT '${name}' AS box, count(*)::int AS count, min(${since}) AS "oldestAt" FROM ${from}`;

/** A mail is tried for a day. Ids rise with time, so those of the last two days stand together. */
const YOUNG_ID = `(lpad(to_hex((extract(epoch FROM now() - interval '2 days') * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid`;

export const WORK_IN_BOXES = [
  box('starts', 'created_at', 'outbox WHERE merchant_id = $1'),
  box('signals', 'created_at', 'outbox_signal WHERE merchant_id = $1'),
  box('commands', 'created_at', `refund_command WHERE merchant_id = $1 AND state = 'pending'`),
  box('inbox', 'received_at', `inbox_event WHERE merchant_id = $1 AND next_try_at IS NOT NULL`),
  box(
    'messages',
    'created_at',
    `message WHERE merchant_id = $1 AND id >= ${YOUNG_ID} AND status IN ('queued', 'sending')`,
  ),
  box('staff_messages', 'created_at', `staff_message WHERE merchant_id = $1 AND status = 'queued'`),
  box('webhooks', 'created_at', `webhook_delivery WHERE merchant_id = $1 AND status = 'pending'`),
].join('\nUNION ALL ');

export const OLDEST_UNKNOWN = `
SELECT count(*) OVER ()::int AS count, coalesce(a.sent_at, t.updated_at) AS "oldestAt", t.refund_id AS "refundId"
FROM refund r JOIN transfer t ON t.refund_id = r.id AND t.status = 'in_doubt'
LEFT JOIN attempt a ON a.transfer_id = t.id AND a.status = 'unknown'
WHERE r.merchant_id = $1 AND r.status IN ('in_doubt', 'needs_review', 'awaiting_gateway', 'processing')
ORDER BY 2, t.id LIMIT 1`;
