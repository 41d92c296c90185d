import { hasScope, judgeDecision, publicId, type DecisionVerdict, type ReviewReason } from '@zikui/domain';
import { appendAudit } from '../../audit/append-audit';
import type { Tx } from '../../database/database';
import { releaseTransfers } from '../../transfer/release-transfers';
import { isChanged } from '../is-changed';
import type { LoadedRefund, LoadedStep } from '../loaded-refund';
import { openStep } from '../process-view';
import { refused, step, type Moved, type Note } from '../step';
import { closeReturn } from './close-return';
import { decisionFacts, recordDecision, type DecisionFacts, type DecisionMove } from './decision-facts';
import { goOn } from './go-on';
import type { MoveSecrets } from './led-by';
import { closeApprovalSteps } from './open-step';

type Allowed = Extract<DecisionVerdict, { kind: 'allowed' }>;

/**
 * Records a decision of the open step and leads on, waits for the step's other approvals, or rejects the refund and gives
 * everything back. Who may decide is read in this very transaction, also when the command waited.
 */
export async function decideStep(
  tx: Tx,
  secrets: MoveSecrets,
  refund: LoadedRefund,
  move: DecisionMove,
): Promise<Moved> {
  const facts = await decisionFacts(tx, refund.id, move.command);
  // The command was stored before the process heard of it.
  if (!facts) return refused('command_not_found');
  if (!facts.valid || !hasScope(facts, 'refunds:decide')) return refused('permission_missing');
  const verdict = judgeDecision(
    {
      ...refund,
      machines: refund.decided.approval.machines,
      changedBy: refund.decided.destinationChange?.by ?? null,
      beneficiaries: facts.beneficiaries,
      steps: facts.steps,
    },
    facts,
    move,
  );
  if (verdict.kind === 'refused') return refused(verdict.refusal.code);
  const open = refund.steps.find(({ no }) => no === move.step);
  if (!open) return refused('step_not_open');

  await recordDecision(tx, { refund, step: open, move, facts, verdict });
  const decided = { open, move, verdict };
  const moved =
    move.outcome === 'approve' ? await approve(tx, secrets, refund, decided) : await reject(tx, refund, decided);
  await writeDown(tx, refund, decided, facts);
  return moved;
}

type Decided = Readonly<{ open: LoadedStep; move: DecisionMove; verdict: Allowed }>;

async function approve(tx: Tx, secrets: MoveSecrets, refund: LoadedRefund, decided: Decided): Promise<Moved> {
  const { open, verdict } = decided;
  const note = noteOf(decided, 'approval_given', { missing: verdict.missing });
  if (verdict.missing > 0)
    return step({
      to: refund.status,
      reviewReason: null,
      dueAt: refund.dueAt,
      openStep: openStep(open, verdict.missing),
      notes: [note],
      messages: [],
      transfers: refund.transfers,
    });
  const steps = refund.steps.map((one) => (one.id === open.id ? { ...one, status: 'approved' as const } : one));
  const last = steps.every(({ status }) => status !== 'waiting');
  const message = last && !isChanged(refund) ? ({ kind: 'refund_approved', status: 'queued' } as const) : null;
  return step(await goOn(tx, secrets, { ...refund, steps }, { note, message }));
}

async function reject(tx: Tx, refund: LoadedRefund, decided: Decided): Promise<Moved> {
  await closeApprovalSteps(tx, refund.id, 'superseded');
  const note = noteOf(decided, 'approval_refused', { reasonCode: decided.move.reasonCode });
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

const noteOf = ({ open, move, verdict }: Decided, kind: Note['kind'], more: Note['data']): Note => ({
  kind,
  actor: move.actor,
  data: {
    step: open.no,
    role: open.role,
    onBehalfOf: verdict.authority.delegation === null ? null : verdict.authority.person,
    ...more,
  },
});

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

/** In the audit log, after every row lock. */
const writeDown = (
  tx: Tx,
  refund: LoadedRefund,
  { open, move, verdict: { authority } }: Decided,
  { owner, address }: DecisionFacts,
): Promise<void> =>
  appendAudit(tx, {
    ...{ merchantId: refund.merchantId, refundId: refund.id, actor: move.actor, owner, role: authority.role, address },
    action: move.outcome === 'approve' ? 'decision.approved' : 'decision.rejected',
    subject: publicId('refund', refund.id),
    data: {
      step: open.no,
      command: publicId('command', move.command),
      snapshotHash: move.snapshotHash,
      onBehalfOf: authority.delegation === null ? null : authority.person,
    },
  });
