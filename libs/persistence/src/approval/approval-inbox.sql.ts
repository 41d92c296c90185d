import { placeOf } from '../database/instant-place';
import { DAY_END } from '../merchant/day-end.sql';
import { AUTHORITIES, BENEFICIARIES, holderOf } from './authority.sql';
import { STEP_FACTS } from './step-facts.sql';

/** SQL: open steps, given as `open`, with all that says whether the credential $2 of merchant $1 may decide them; what is due first comes first. */
const inboxOf = (open: string): string => `
SELECT r.id, open.id AS "stepId", open.no, s.sale_ref AS "saleRef", c.ref AS "customerRef", r.reason, r.decided #>> '{approval,rule}' AS rule,
  r.status, r.statutory, r.snapshot_hash AS "snapshotHash", r.payout, r.currency,
  coalesce((r.decided -> 'approval' ->> 'machines')::boolean, false) AS machines, r.requester_owner AS "requesterOwner",
  r.requested_by AS "requestedBy", r.decided -> 'destinationChange' ->> 'by' AS "changedBy", r.pay_by AS "payBy",
  open.aside_until AS "remindAt", open.opened_at AS "openedAt", open.due_at AS "dueAt", coalesce(open.due_at < ${DAY_END}, false) AS "dueToday",
  ${placeOf('open.due_at')} AS place, open.assigned_to AS "assignedTo", (SELECT count(*) FROM note q WHERE q.refund_id = r.id AND q.kind = 'question'
    AND NOT EXISTS (SELECT FROM note a WHERE a.reply_to = q.id))::int AS "openQuestions",
  jsonb_path_query_array(r.decided, '$.explanation[*] ? (@.rule starts with "limits.")') AS "passedLimits",
  ${BENEFICIARIES} AS beneficiaries, ${STEP_FACTS} AS steps, ${AUTHORITIES} AS authorities
FROM (${open}) open
JOIN refund r ON r.id = open.refund_id JOIN merchant m ON m.id = r.merchant_id JOIN sale s ON s.id = r.sale_id
JOIN customer c ON c.id = r.customer_id LEFT JOIN ${holderOf('$2')} ON true
ORDER BY open.due_at, open.id`;

export const INBOX = inboxOf(`
  SELECT o.*, aside.remind_at AS aside_until FROM approval_step o
  LEFT JOIN step_reminder aside ON aside.step_id = o.id AND aside.staff_id = $2 AND aside.remind_at > now()
  WHERE o.merchant_id = $1 AND o.status = 'open' AND (aside.id IS NOT NULL) = $6::boolean
    AND (o.due_at, o.id) > (coalesce($4::timestamptz, '-infinity'), coalesce($5::uuid, '00000000-0000-0000-0000-000000000000'))
  ORDER BY o.due_at, o.id LIMIT $3`);

/** Those that are due before the day of the merchant ends, put aside or not. */
export const DUE_TODAY = inboxOf(`
  SELECT o.*, NULL::timestamptz AS aside_until FROM approval_step o JOIN merchant m ON m.id = o.merchant_id
  WHERE o.merchant_id = $1 AND o.status = 'open' AND o.due_at < ${DAY_END}
  ORDER BY o.due_at, o.id LIMIT $3`);
