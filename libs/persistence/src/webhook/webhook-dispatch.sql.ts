/** Numbers of transactions below this one are all committed, or were undone: nothing can come before them any more. */
const SETTLED = `pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;
const BEHIND = `(e.transaction_no, e.number) > (w.transaction_no, w.number) AND e.transaction_no < ${SETTLED}`;

/** Done when the endpoint was made already: its place passes such events, and it is told nothing of them. */
const NOT_BEFORE_IT = `pg_visible_in_snapshot(transaction_no::text::xid8, made_after::pg_snapshot) IS NOT TRUE`;

export const FAN_OUT = `
WITH endpoint AS (
  SELECT w.id, w.merchant_id, w.transaction_no, w.number, w.made_after FROM webhook_endpoint w
  WHERE w.status = 'enabled' AND w.deleted_at IS NULL AND EXISTS (SELECT FROM outgoing_event e WHERE e.merchant_id = w.merchant_id AND ${BEHIND})
  ORDER BY w.transaction_no LIMIT $1 FOR UPDATE SKIP LOCKED
), due AS (
  SELECT w.id AS endpoint_id, w.made_after, e.* FROM endpoint w CROSS JOIN LATERAL (
    SELECT e.merchant_id, e.refund_id, e.sequence, e.type, e.transaction_no, e.number FROM outgoing_event e
    WHERE e.merchant_id = w.merchant_id AND ${BEHIND} ORDER BY e.transaction_no, e.number LIMIT $2
  ) e
), made AS (
  INSERT INTO webhook_delivery (id, merchant_id, endpoint_id, refund_id, sequence, status, next_try_at, expires_at)
  SELECT uuidv7(), merchant_id, endpoint_id, refund_id, sequence, 'pending', now(), now() + $4 * interval '1 millisecond'
  FROM due WHERE type = ANY ($3::text[]) AND ${NOT_BEFORE_IT} ORDER BY transaction_no, number
  ON CONFLICT (endpoint_id, refund_id, sequence) DO NOTHING
), place AS (
  SELECT DISTINCT ON (endpoint_id) endpoint_id, transaction_no, number FROM due ORDER BY endpoint_id, transaction_no DESC, number DESC
), moved AS (
  UPDATE webhook_endpoint w SET transaction_no = place.transaction_no, number = place.number FROM place WHERE w.id = place.endpoint_id RETURNING w.id
)
SELECT count(*) FROM moved`;

/** Endpoints in any order, so that none is always the last one; of each a few, the longest due first. */
export const CLAIM = `
UPDATE webhook_delivery SET tries = tries + 1, leased_until = now() + $5 * interval '1 millisecond', next_try_at = now() + $5 * interval '1 millisecond'
WHERE id IN (
  SELECT due.id FROM (
    SELECT w.id FROM webhook_endpoint w
    WHERE w.status = 'enabled' AND w.deleted_at IS NULL AND (w.failures > 0) = $2 AND w.id <> ALL ($3::uuid[])
      AND EXISTS (SELECT FROM webhook_delivery d WHERE d.endpoint_id = w.id AND d.status = 'pending' AND d.next_try_at <= now())
    ORDER BY random()
  ) w CROSS JOIN LATERAL (
    SELECT d.id FROM webhook_delivery d WHERE d.endpoint_id = w.id AND d.status = 'pending' AND d.next_try_at <= now()
    ORDER BY d.next_try_at, d.id LIMIT $4 FOR UPDATE SKIP LOCKED
  ) due LIMIT $1
) RETURNING id`;

export const DETAILS = `
SELECT d.id, d.merchant_id AS "merchantId", d.endpoint_id AS "endpointId", w.url, w.secret,
  CASE WHEN w.previous_until > now() THEN w.previous_secret END AS "previousSecret", d.tries - d.tries_before AS "tryNo", d.tries,
  e.transaction_no AS "transactionNo", e.number, e.type, e.sequence, e.body, e.at, d.refund_id AS "refundId", s.sale_ref AS "saleRef",
  r.external_ref AS "externalRef", m.mode
FROM webhook_delivery d
JOIN webhook_endpoint w ON w.id = d.endpoint_id
JOIN outgoing_event e ON e.refund_id = d.refund_id AND e.sequence = d.sequence
JOIN refund r ON r.id = d.refund_id
JOIN sale s ON s.id = r.sale_id
JOIN merchant m ON m.id = d.merchant_id
WHERE d.id = ANY ($1::uuid[]) ORDER BY e.transaction_no, e.number`;

/** The last twenty tries are kept. */
const LOGGED = `log = (CASE WHEN jsonb_array_length(d.log) < 20 THEN d.log ELSE d.log - 0 END)
  || jsonb_build_array(jsonb_build_object('at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || $4::jsonb)`;
/** A try that came after this one, or an end that somebody gave it, stands. */
const STILL_OURS = `d.id = $1 AND d.tries = $3 AND d.status = 'pending'`;
const ENDED = `next_try_at = NULL, leased_until = NULL, ended_at = now()`;

// Endpoints are locked before their deliveries, here as where they are deleted. One that is well is not written: that costs no second row.
export const DELIVERED = `
WITH endpoint AS MATERIALIZED (
  SELECT id FROM webhook_endpoint WHERE id = $2 AND failures > 0 FOR NO KEY UPDATE
), told AS (
  UPDATE webhook_delivery d SET status = 'delivered', ${ENDED}, ${LOGGED} WHERE ${STILL_OURS} AND (SELECT count(*) FROM endpoint) >= 0 RETURNING d.id
)
UPDATE webhook_endpoint SET failures = 0 WHERE id IN (SELECT id FROM endpoint) AND EXISTS (SELECT FROM told)`;

const LOCKED = `SELECT id, owner FROM webhook_endpoint WHERE id = $2 FOR NO KEY UPDATE`;

/** When it is tried next, unless its life is over by then. */
const NEXT = `now() + $5 * interval '1 millisecond'`;

export const FAILED = `
WITH w AS MATERIALIZED (${LOCKED}), told AS (
  UPDATE webhook_delivery d SET ${LOGGED}, leased_until = NULL,
    status = CASE WHEN ${NEXT} < d.expires_at THEN 'pending' ELSE 'dead' END,
    next_try_at = CASE WHEN ${NEXT} < d.expires_at THEN ${NEXT} END,
    owner = CASE WHEN ${NEXT} < d.expires_at THEN NULL ELSE w.owner END,
    ended_at = CASE WHEN ${NEXT} < d.expires_at THEN NULL ELSE now() END
  FROM w WHERE w.id = d.endpoint_id AND ${STILL_OURS} RETURNING d.id
)
UPDATE webhook_endpoint SET failures = failures + 1 WHERE id = $2 AND EXISTS (SELECT FROM told)`;

export const GONE = `
WITH w AS MATERIALIZED (${LOCKED}), told AS (
  UPDATE webhook_delivery d SET status = 'dead', owner = w.owner, ${ENDED}, ${LOGGED}
  FROM w WHERE w.id = d.endpoint_id AND ${STILL_OURS} RETURNING d.id
)
UPDATE webhook_endpoint SET status = 'disabled', disabled_reason = 'gone', disabled_at = now(), failures = failures + 1, updated_at = now(),
  notice_due_at = CASE WHEN contact IS NOT NULL THEN now() END, notice_tries = 0, noticed_at = NULL
WHERE id = $2 AND status = 'enabled' AND EXISTS (SELECT FROM told)
RETURNING merchant_id AS "merchantId", id AS "endpointId"`;

// Not while a try of it is on its way: that one may still be taken.
export const GIVE_UP = `
UPDATE webhook_delivery d SET status = 'dead', owner = w.owner, ${ENDED} FROM webhook_endpoint w
WHERE w.id = d.endpoint_id AND d.id IN (
  SELECT id FROM webhook_delivery WHERE status = 'pending' AND expires_at <= now() AND (leased_until IS NULL OR leased_until <= now()) ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED
) RETURNING d.id`;
