import {
  judgeDecision,
  money,
  publicId,
  slotsOf,
  type ApprovalFacts,
  type ApproverSlot,
  type Authority,
  type DecisionVerdict,
  type ExplanationEntry,
  type Money,
  type Principal,
} from '@zikui/domain';
import type { Database } from '../database/database';
import { cursorOfPlace, placeOfCursor } from '../database/instant-place';
import { instantTextOrNull } from '../database/instant-text';
import type { Page } from '../database/page';
import { DUE_TODAY, INBOX } from './approval-inbox.sql';

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
  /** The shop's reference of the customer. */ customerRef: string;
  reason: string;
  /** Rule of the policy that asks for it. */ rule: string;
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
/** An open step that is due today and that somebody else has to decide. */
export type DueWithOthers = Readonly<{
  refundId: string;
  step: number;
  role: string;
  escalatedTo: string | null;
  assignedTo: string | null;
  saleRef: string;
  customerRef: string;
  payout: Money;
  dueAt: string | null;
}>;
/** `more`: there may be others. */
export type DueList = Readonly<{ items: readonly DueWithOthers[]; more: boolean }>;

/** So many steps that are due today are looked through, and so many are shown. */
const [MOST_LOOKED_AT, MOST_DUE] = [200, 20];

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

  /** Open steps that are due before the day of the merchant ends and that this person may not decide, what is due first at the top. */
  async dueWithOthers(principal: Principal): Promise<DueList> {
    const rows = await this.database.read(principal, (tx) =>
      tx.query<InboxRow>(DUE_TODAY, [principal.merchantId, principal.keyId, MOST_LOOKED_AT]),
    );
    const due = rows.flatMap((row) => dueFor(principal, row));
    return { items: due.slice(0, MOST_DUE), more: due.length > MOST_DUE || rows.length === MOST_LOOKED_AT };
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
    customerRef: string;
    reason: string;
    rule: string;
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

/** Whether he may approve it now, and by what. */
const verdictOf = (principal: Principal, row: InboxRow): DecisionVerdict =>
  judgeDecision(
    row,
    { ...principal, authorities: row.authorities },
    { step: row.no, outcome: 'approve', reasonCode: null, snapshotHash: row.snapshotHash },
  );

function dueFor(principal: Principal, row: InboxRow): readonly DueWithOthers[] {
  const step = row.steps.find(({ no }) => no === row.no);
  if (row.status !== 'awaiting_approval' || !step || verdictOf(principal, row).kind !== 'refused') return [];
  return [
    {
      ...{ refundId: publicId('refund', row.id), step: row.no, role: step.role, escalatedTo: step.escalatedTo },
      ...{ assignedTo: row.assignedTo, saleRef: row.saleRef, customerRef: row.customerRef },
      ...{ payout: money(row.payout, row.currency), dueAt: instantTextOrNull(row.dueAt) },
    },
  ];
}

function itemFor(principal: Principal, row: InboxRow): readonly InboxItem[] {
  const { no, snapshotHash } = row;
  const verdict = verdictOf(principal, row);
  const step = row.steps.find((one) => one.no === no);
  if (verdict.kind === 'refused' || !step) return [];
  const { person, delegation } = verdict.authority;
  return [
    {
      ...{ refundId: publicId('refund', row.id), step: no, role: step.role, approvers: slotsOf(step) },
      missing: verdict.missing + 1,
      ...{ saleRef: row.saleRef, customerRef: row.customerRef, reason: row.reason, rule: row.rule },
      payout: money(row.payout, row.currency),
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

const NEXT_REMINDER = `
SELECT min(p.remind_at) AS "remindAt" FROM step_reminder p JOIN approval_step o ON o.id = p.step_id AND o.status = 'open'
WHERE p.merchant_id = $1 AND p.staff_id = $2 AND p.remind_at > now()`;
