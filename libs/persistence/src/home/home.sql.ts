/** $3 bounds each count: whoever has more of them does not need the number. */
const upTo = (condition: string): string =>
  `(SELECT count(*)::int FROM (SELECT FROM refund r WHERE r.merchant_id = $1 AND ${condition} LIMIT $3) counted)`;
export const COUNT_STUCK = `
SELECT ${upTo(`r.status = 'in_doubt'`)} AS unknown, ${upTo(`r.status = 'needs_review'`)} AS reviews,
  ${upTo(`r.status = ANY (ARRAY['needs_review', 'in_doubt']) AND r.review_assigned_to = $2`)} AS mine`;

/** The last sign of the person before this visit: at least a day ago counts, and no more than two weeks. */
const SINCE = `(
  SELECT greatest(now() - interval '14 days', coalesce(max(s.last_seen_at), now() - interval '1 day'))
  FROM staff_session s WHERE s.merchant_id = $1 AND s.staff_id = $2 AND s.id <> $3)`;
export const LAST_VISIT = `SELECT ${SINCE} AS since`;
/** What changed since then is few beside all that ever failed. */
export const NEWLY_FAILED = `
SELECT r.id, s.sale_ref AS "saleRef", r.payout, r.currency, r.updated_at AS at FROM refund r JOIN sale s ON s.id = r.sale_id
WHERE r.merchant_id = $1 AND r.status = 'failed' AND r.updated_at > ${SINCE}
ORDER BY r.updated_at DESC, r.id DESC LIMIT $4`;
/** Nobody follows more than some hundreds. */
export const NEWS_OF_WATCHED = `
SELECT r.id, s.sale_ref AS "saleRef", r.payout, r.currency, r.status, r.updated_at AS at
FROM refund_watch w JOIN refund r ON r.id = w.refund_id JOIN sale s ON s.id = r.sale_id
WHERE w.merchant_id = $1 AND w.staff_id = $2 AND r.updated_at > ${SINCE}
ORDER BY r.updated_at DESC, r.id DESC LIMIT $4`;
