import {
  hasScope,
  publicId,
  refuseDecision,
  type ApprovalStepFacts,
  type ReviewReason,
  type Role,
  type Scope,
  type StepDecision,
} from '@zikui/domain';
import { CREDENTIAL_OF_COMMAND } from '../../access/credential.sql';
import { appendAudit } from '../../audit/append-audit';
import type { Tx } from '../../database/database';
import { newId } from '../../database/new-id';
import { releaseTransfers } from '../../transfer/release-transfers';
import type { LoadedRefund, LoadedStep } from '../loaded-refund';
import type { ProjectMove } from '../refund-process.types';
import { isChanged } from '../is-changed';
import { refused, step, type Moved, type Note } from '../step';
import { closeReturn } from './close-return';
import { goOn } from './go-on';
import type { MoveSecrets } from './led-by';
import { closeApprovalSteps } from './open-step';

export type DecisionMove = Extract<ProjectMove, { kind: 'decision' }>;

/** Records a decision of the open step and leads on, or rejects the refund and gives everything back. */
export async function decideStep(
  tx: Tx,
  secrets: MoveSecrets,
  refund: LoadedRefund,
  move: DecisionMove,
): Promise<Moved> {
  const facts = await decisionFacts(tx, refund.id, move);
  // The command was stored before the process heard of it.
  if (!facts) return refused('command_not_found');
  if (!facts.valid || !hasScope(facts, 'refunds:decide')) return refused('permission_missing');
  const refusal = refuseDecision(
    {
      ...refund,
      machines: refund.decided.approval.machines,
      changedBy: refund.decided.destinationChange?.by ?? null,
      steps: refund.steps.map((one) => stepFacts(one, facts.decisions, refund.now)),
    },
    facts,
    move,
  );
  if (refusal) return refused(refusal.code);
  const open = refund.steps.find(({ no }) => no === move.step);
  if (!open || facts.owner === refund.customerRef) return refused('self_approval');

  await record(tx, refund, open, move, facts);
  const moved =
    move.outcome === 'approve' ? await approve(tx, secrets, refund, open, move) : await reject(tx, refund, open, move);
  await writeDown(tx, refund, open, move, facts);
  return moved;
}

async function approve(
  tx: Tx,
  secrets: MoveSecrets,
  refund: LoadedRefund,
  open: LoadedStep,
  { actor }: DecisionMove,
): Promise<Moved> {
  const steps = refund.steps.map((one) => (one.id === open.id ? { ...one, status: 'approved' as const } : one));
  const data = { step: open.no, role: open.role };
  const last = steps.every(({ status }) => status !== 'waiting');
  return step(
    await goOn(
      tx,
      secrets,
      { ...refund, steps },
      {
        note: { kind: 'approval_given', actor, data },
        message: last && !isChanged(refund) ? { kind: 'refund_approved', status: 'queued' } : null,
      },
    ),
  );
}

async function reject(
  tx: Tx,
  refund: LoadedRefund,
  open: LoadedStep,
  { actor, reasonCode }: DecisionMove,
): Promise<Moved> {
  await closeApprovalSteps(tx, refund.id, 'superseded');
  const note: Note = {
    kind: 'approval_refused',
    actor,
    data: { step: open.no, role: open.role, reasonCode },
  };
  if (isChanged(refund)) return refuseDestination(refund, note);
  const closed = await closeReturn(tx, refund, 'cancelled');
  return step({
    to: 'rejected',
    reviewReason: null,
    dueAt: null,
    openStep: null,
    notes: [note, ...closed],
    messages: [{ kind: 'refund_rejected', status: 'queued' }],
    transfers: await releaseTransfers(tx, refund.id, refund.transfers),
  });
}

/** The refund itself was approved before: only where its money was to go instead is refused, and a person finds another way. */
const refuseDestination = (refund: LoadedRefund, note: Note): Moved =>
  step({
    to: 'needs_review',
    reviewReason: 'destination_rejected' satisfies ReviewReason,
    dueAt: null,
    openStep: null,
    notes: [{ ...note, kind: 'destination_refused' }],
    messages: [],
    transfers: refund.transfers,
  });

type DecisionFacts = Readonly<{
  owner: string;
  role: Role | null;
  amountLimit: number | null;
  scopes: readonly Scope[];
  /** `staff` for one who signed in. */ person: 'staff' | null;
  /** The credential, or the role that it had, was not taken away and has not expired. */ valid: boolean;
  note: string | null;
  /** From which network address the command came. */ address: string | null;
  decisions: readonly (StepDecision & Readonly<{ stepId: string }>)[];
}>;

// Role and limit are read now, also when the command waited: what was allowed when it came may not be any more.
async function decisionFacts(tx: Tx, refundId: string, { command }: DecisionMove): Promise<DecisionFacts | undefined> {
  const [facts] = await tx.query<DecisionFacts>(
    `SELECT k.owner, k.role, k.amount_limit AS "amountLimit", k.scopes, k.person, coalesce(k.valid, false) AS valid, c.note, c.address,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('stepId', d.step_id, 'outcome', d.outcome, 'actor', d.actor, 'owner', d.owner,
          'at', d.at)), '[]') FROM decision d WHERE d.refund_id = c.refund_id) AS decisions
     FROM refund_command c ${CREDENTIAL_OF_COMMAND} WHERE c.id = $1 AND c.refund_id = $2`,
    [command, refundId],
  );
  return facts;
}

function stepFacts(one: LoadedStep, decisions: DecisionFacts['decisions'], now: string): ApprovalStepFacts {
  const silent = one.dueAt !== null && Date.parse(one.dueAt) <= Date.parse(now);
  return {
    no: one.no,
    role: one.role,
    escalatedTo: silent ? one.escalateTo : null,
    status: one.status,
    decision: decisions.find(({ stepId }) => stepId === one.id) ?? null,
  };
}

async function record(
  tx: Tx,
  refund: LoadedRefund,
  open: LoadedStep,
  move: DecisionMove,
  { owner, role, note }: DecisionFacts,
): Promise<void> {
  await tx.query(
    `WITH decided AS (
       INSERT INTO decision (id, merchant_id, refund_id, step_id, command_id, actor, owner, role, outcome, reason_code, note, snapshot_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING step_id, outcome
     )
     UPDATE approval_step SET status = CASE decided.outcome WHEN 'approve' THEN 'approved' ELSE 'rejected' END
     FROM decided WHERE id = decided.step_id`,
    [
      newId(),
      refund.merchantId,
      refund.id,
      open.id,
      move.command,
      move.actor,
      owner,
      role,
      move.outcome,
      move.reasonCode,
      note,
      move.snapshotHash,
    ],
  );
}

/** In the audit log, after every row lock. */
const writeDown = (
  tx: Tx,
  refund: LoadedRefund,
  open: LoadedStep,
  { outcome, actor, command, snapshotHash }: DecisionMove,
  { owner, role, address }: DecisionFacts,
): Promise<void> =>
  appendAudit(tx, {
    ...{ merchantId: refund.merchantId, refundId: refund.id, actor, owner, role, address },
    action: outcome === 'approve' ? 'decision.approved' : 'decision.rejected',
    subject: publicId('refund', refund.id),
    data: { step: open.no, command: publicId('command', command), snapshotHash },
  });
