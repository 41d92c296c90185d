import {
  publicId,
  reachOf,
  RefundError,
  samePerson,
  slotsOf,
  slotText,
  timelineDepth,
  type Principal,
} from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { loadRefund, type LoadedRefund, type LoadedStep } from '../refund/loaded-refund';
import { escalateIfNobody } from '../refund/moves/escalate-step';
import type { Note } from '../refund/step';
import { stepReach } from './step-reach';
import { tellApprovers } from './tell-approvers';

export type AssignAsk = Readonly<{
  refundId: string;
  step: number;
  /** Null: nobody in particular. */ to: string | null;
}>;
type Place = Readonly<{ merchantId: string; refundId: string }>;

/** No run writes here: the status stays, so nothing is projected. */
const NO_RUN = { runId: '', seq: 0, version: 0 };
/** So many steps are looked at again when somebody goes away. */
const MOST_STEPS = 200;

/** What people do about an open step beside deciding it. Its refund's status stays as it is. */
export class ApprovalStepStore {
  constructor(private readonly database: Database) {}

  /**
   * Says who is expected to decide an open step; others who may still can. He is told by mail. Safe to repeat. Throws `refund_not_found`,
   * `step_not_open`, `permission_missing` (to a caller who decides nothing, and for somebody who could not decide it), `approver_not_found`.
   */
  async assign(principal: Principal, ask: AssignAsk): Promise<void> {
    const { merchantId } = principal;
    await this.database.write({ merchantId }, async (tx) => {
      const { refund, step } = await lockStep(tx, { merchantId, refundId: ask.refundId }, ask.step);
      if (ask.to !== null) await checkAssignee(tx, refund.id, step, ask.to);
      const changed = await tx.query(ASSIGN, [step.id, ask.to]);
      if (changed.length === 0) return;
      await writeNotes(tx, refund, [
        { kind: 'approval_assigned', actor: principal.actor, data: { step: step.no, role: step.role, to: ask.to } },
      ]);
      if (ask.to !== null) await tellApprovers(tx, refund.id, step, 'approval_assigned');
      await appendAudit(tx, {
        ...doneBy(principal),
        ...{ refundId: refund.id, action: 'approval.assigned', subject: publicId('refund', refund.id) },
        data: { step: step.no, to: ask.to },
      });
    });
  }

  /** Offers to the role above what nobody can decide any more, since somebody went away or lost a right. Each step by itself, and safe to repeat. */
  async lookAgain(merchantId: string): Promise<void> {
    const open = await this.database.read({ merchantId }, (tx) =>
      tx.query<{ refundId: string; no: number }>(OPEN, [merchantId, MOST_STEPS]),
    );
    for (const { refundId, no } of open)
      await this.database.write({ merchantId }, async (tx) => {
        const { refund, step } = await lockStep(tx, { merchantId, refundId }, no).catch(passedBy);
        if (!refund || !step) return;
        const { notes } = await escalateIfNobody(tx, refundId, step);
        const [first] = notes;
        // That it is stuck was said when it was offered, and is not said each time that somebody looks.
        if (first?.kind === 'approval_escalated') await writeNotes(tx, refund, notes);
      });
  }
}

/** Meanwhile somebody decided it. */
function passedBy(error: unknown): Partial<Awaited<ReturnType<typeof lockStep>>> {
  if (error instanceof RefundError && error.code === 'step_not_open') return {};
  throw error;
}

async function lockStep(
  tx: Tx,
  { merchantId, refundId }: Place,
  no: number,
): Promise<Readonly<{ refund: LoadedRefund; step: LoadedStep }>> {
  await tx.query(`SELECT id FROM refund WHERE id = $1 AND merchant_id = $2 FOR NO KEY UPDATE`, [refundId, merchantId]);
  const refund = await loadRefund(tx, { merchantId, refundId, ...NO_RUN });
  if (refund?.merchantId !== merchantId)
    throw new RefundError('refund_not_found', { refund: publicId('refund', refundId) });
  const step = refund.steps.find((one) => one.no === no && one.status === 'open');
  if (refund.status !== 'awaiting_approval' || !step)
    throw new RefundError('step_not_open', {
      step: no,
      status: refund.status,
      decidedBy: null,
      outcome: null,
      decidedAt: null,
    });
  return { refund, step };
}

async function checkAssignee(tx: Tx, refundId: string, step: LoadedStep, to: string): Promise<void> {
  const reach = await stepReach(tx, refundId, step.no);
  if (!reach?.house.some(({ person }) => samePerson(person, to)))
    throw new RefundError('approver_not_found', { person: to });
  const able = reachOf(reach.refund, reach.step, reach.house);
  if (!able.some((person) => samePerson(person, to)))
    throw new RefundError('permission_missing', { permission: slotsOf(step).map(slotText).join(' / ') });
}

const writeNotes = (tx: Tx, { merchantId, id }: LoadedRefund, notes: readonly Note[]): Promise<unknown> =>
  tx.query(NOTE, [merchantId, id, JSON.stringify(notes.map((note) => ({ ...note, depth: timelineDepth(note.kind) })))]);

const ASSIGN = `UPDATE approval_step SET assigned_to = $2 WHERE id = $1 AND assigned_to IS DISTINCT FROM $2 RETURNING id`;
const OPEN = `
SELECT refund_id AS "refundId", no FROM approval_step
WHERE merchant_id = $1 AND status = 'open' AND escalated_at IS NULL AND escalate_to IS NOT NULL ORDER BY due_at LIMIT $2`;
const NOTE = `
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT $1, $2, note.kind, note.depth, note.actor, note.data
FROM jsonb_to_recordset($3::jsonb) AS note (kind text, depth text, actor text, data jsonb)`;
