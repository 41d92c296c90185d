const DECISIONS = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('outcome', d.outcome, 'actor', d.actor, 'owner', d.owner, 'onBehalfOf', d.on_behalf_of,
    'fits', d.fits, 'at', to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY d.at, d.id), '[]')
  FROM decision d WHERE d.step_id = s.id`;

/**
 * SQL: the steps of refund `r` as what decides the right to decide looks at them, a JSON list. Rounds come with new
 * snapshots; only the last one can be decided. A step that was silent past its time is open to the next role too, even
 * before its process has written so.
 */
export const STEP_FACTS = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('no', s.no, 'role', s.role, 'slots', s.slots, 'needed', s.needed, 'status', s.status,
    'escalatedTo', CASE WHEN s.escalated_at IS NOT NULL OR s.due_at <= now() THEN s.escalate_to END,
    'decisions', (${DECISIONS})) ORDER BY s.no), '[]')
  FROM approval_step s
  WHERE s.refund_id = r.id AND s.round = (SELECT max(round) FROM approval_step WHERE refund_id = r.id))`;
