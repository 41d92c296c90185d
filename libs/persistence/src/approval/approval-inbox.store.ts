import {
  judgeDecision,
  money,
  publicId,
  slotsOf,
  type ApprovalFacts,
  type ApproverSlot,
  type Authority,
  type ExplanationEntry,
  type Money,
  type Principal,
} from '@zikui/domain';
import type { Database } from '../database/database';
import { cursorOfPlace, placeOf, placeOfCursor } from '../database/instant-place';
import { instantTextOrNull } from '../database/instant-text';
import type { Page } from '../database/page';
import { DAY_END } from '../merchant/day-end.sql';
import { AUTHORITIES, BENEFICIARIES, holderOf } from './authority.sql';
import { STEP_FACTS } from './step-facts.sql';

export type InboxQuery = Readonly<{
  limit: number;
  after?: string;
  /** Those that he put aside, and no others; without it those that he did not. */ reminded?: boolean;
}>;
/** A limit of the policy that the refund passed when it was asked for, in words: which, its value, how much was used, in which window. */
export type PassedLimit = Pick<ExplanationEntry, 'rule' | 'he' | 'en' | 'values'>;
/** An open step that the caller may decide, with what he needs to know first. */
export type InboxItem = Readonly<{
  refundId: string;
  step: number;
  role: string;
  approvers: readonly ApproverSlot[];
  /** How many approvals it still waits for. */ missing: number;
  saleRef: string;
  reason: string;
  payout: Money;
  statutory: boolean;
  payBy: string | null;
  openedAt: string | null;
  /** When it is offered to the next role. */ dueAt: string | null;
  /** That is before the day of the merchant ends. */ dueToday: boolean;
  escalatedTo: string | null;
  assignedTo: string | null;
  /** With whose authority he would decide, where it is not his own. */ onBehalfOf: string | null;
  /** Questions of approvers that nobody has answered yet. */ openQuestions: number;
  /** Why more is asked of approvers than by the amount alone. */ passedLimits: readonly PassedLimit[];
  snapshotHash: string;
  /** When he is reminded of it; null when he did not put it aside. */ remindAt: string | null;
}>;
/** `nextReminderAt`: when the next of those that he put aside comes back. */
export type Inbox = Page<InboxItem> & Readonly<{ nextReminderAt: string | null }>;

/** The inbox of an approver. */
export class ApprovalInboxStore {
  constructor(private readonly database: Database) {}

  /** Open steps that this person may decide now, those that are due first before the others. A page may hold fewer than asked for while there is a `next`. */
  async list(principal: Principal, { limit, after, reminded = false }: InboxQuery): Promise<Inbox> {
    const [dueAt, id] = placeOfCursor(after);
    const { merchantId, keyId } = principal;
    const [rows, [next]] = await this.database.read(principal, (tx) =>
      Promise.all([
        tx.query<InboxRow>(INBOX, [merchantId, keyId, limit + 1, dueAt, id, reminded]),
        tx.query<{ remindAt: string | null }>(NEXT_REMINDER, [merchantId, keyId]),
      ]),
    );
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).flatMap((row) => itemFor(principal, row)),
      next: last ? cursorOfPlace(last.place, last.stepId) : null,
      nextReminderAt: instantTextOrNull(next?.remindAt ?? null),
    };
  }

  /** What these refunds of the merchant pay out, one sum for each currency; those that there are not count for nothing. */
  async sumsOf(merchantId: string, refundIds: readonly string[]): Promise<readonly Money[]> {
    const rows = await this.database.read({ merchantId }, (tx) =>
      tx.query<Readonly<{ currency: string; amount: number }>>(SUMS, [merchantId, refundIds]),
    );
    return rows.map(({ amount, currency }) => money(amount, currency));
  }
}

const SUMS = `
SELECT currency, sum(payout)::bigint AS amount FROM refund WHERE merchant_id = $1 AND id = ANY ($2::uuid[]) GROUP BY currency ORDER BY currency`;

type InboxRow = ApprovalFacts &
  Readonly<{
    id: string;
    stepId: string;
    no: number;
    saleRef: string;
    reason: string;
    payBy: string | null;
    openedAt: string | null;
    dueAt: string;
    dueToday: boolean;
    place: string;
    assignedTo: string | null;
    openQuestions: number;
    passedLimits: readonly PassedLimit[];
    authorities: readonly Authority[];
    remindAt: string | null;
  }>;

function itemFor(principal: Principal, row: InboxRow): readonly InboxItem[] {
  const { no, snapshotHash } = row;
  const ask = { step: no, outcome: 'approve', reasonCode: null, snapshotHash } as const;
  const verdict = judgeDecision(row, { ...principal, authorities: row.authorities }, ask);
  const step = row.steps.find((one) => one.no === no);
  if (verdict.kind === 'refused' || !step) return [];
  const { person, delegation } = verdict.authority;
  return [
    {
      ...{ refundId: publicId('refund', row.id), step: no, role: step.role, approvers: slotsOf(step) },
      missing: verdict.missing + 1,
      ...{ saleRef: row.saleRef, reason: row.reason, payout: money(row.payout, row.currency) },
      ...{ statutory: row.statutory, payBy: row.payBy },
      ...{ openedAt: instantTextOrNull(row.openedAt), dueAt: instantTextOrNull(row.dueAt) },
      dueToday: row.dueToday,
      ...{ escalatedTo: step.escalatedTo, assignedTo: row.assignedTo },
      onBehalfOf: delegation === null ? null : person,
      passedLimits: row.passedLimits.map(({ rule, he, en, values }) => ({ rule, he, en, values })),
      ...{ openQuestions: row.openQuestions, snapshotHash, remindAt: instantTextOrNull(row.remindAt) },
    },
  ];
}

const INBOX = `
SELECT r.id, open.id AS "stepId", open.no, s.sale_ref AS "saleRef", r.reason, r.status, r.statutory, r.snapshot_hash AS "snapshotHash", r.payout, r.currency,
  coalesce((r.decided -> 'approval' ->> 'machines')::boolean, false) AS machines, r.requester_owner AS "requesterOwner",
  r.requested_by AS "requestedBy", r.decided -> 'destinationChange' ->> 'by' AS "changedBy", r.pay_by AS "payBy",
  open.aside_until AS "remindAt", open.opened_at AS "openedAt", open.due_at AS "dueAt", coalesce(open.due_at < ${DAY_END}, false) AS "dueToday",
  ${placeOf('open.due_at')} AS place, open.assigned_to AS "assignedTo", (SELECT count(*) FROM note q WHERE q.refund_id = r.id AND q.kind = 'question'
    AND NOT EXISTS (SELECT FROM note a WHERE a.reply_to = q.id))::int AS "openQuestions",
  jsonb_path_query_array(r.decided, '$.explanation[*] ? (@.rule starts with "limits.")') AS "passedLimits",
  ${BENEFICIARIES} AS beneficiaries, ${STEP_FACTS} AS steps, ${AUTHORITIES} AS authorities
FROM (
  SELECT o.*, aside.remind_at AS aside_until FROM approval_step o
  LEFT JOIN step_reminder aside ON aside.step_id = o.id AND aside.staff_id = $2 AND aside.remind_at > now()
  WHERE o.merchant_id = $1 AND o.status = 'open' AND (aside.id IS NOT NULL) = $6::boolean
    AND (o.due_at, o.id) > (coalesce($4::timestamptz, '-infinity'), coalesce($5::uuid, '00000000-0000-0000-0000-000000000000'))
  ORDER BY o.due_at, o.id LIMIT $3
) open
JOIN refund r ON r.id = open.refund_id JOIN merchant m ON m.id = r.merchant_id JOIN sale s ON s.id = r.sale_id LEFT JOIN ${holderOf('$2')} ON true
ORDER BY open.due_at, open.id`;
const NEXT_REMINDER = `
SELECT min(p.remind_at) AS "remindAt" FROM step_reminder p JOIN approval_step o ON o.id = p.step_id AND o.status = 'open'
WHERE p.merchant_id = $1 AND p.staff_id = $2 AND p.remind_at > now()`;
