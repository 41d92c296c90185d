import type { Role } from '../access/principal';
import type { ErrorCode } from '../error/error-code';
import type { ErrorValues } from '../error/refund-error';
import type { RefundStatus } from '../refund/refund-status';
import { isLegalRejection, LEGAL_REJECTION_CODES } from '../text/rejection-reasons';
import type { ApprovalStepStatus } from './approval-step-status';
import { slotsOf } from './approval-ladder';
import { fitsSlot, samePerson, slotText, standsFor, type ApproverSlot, type Authority, type Decider } from './approver';
import { filledSlots } from './fill-slots';

export type StepDecision = Readonly<{
  outcome: 'approve' | 'reject';
  actor: string;
  /** The person whose credential it was. */ owner: string;
  /** Who had delegated the authority that was used. */ onBehalfOf: string | null;
  /** Slots of the step that it fits. */ fits: readonly number[];
  at: string;
}>;
export type ApprovalStepFacts = Readonly<{
  no: number;
  role: Role;
  /** Empty where one approval of `role` is all that is asked for. */ slots: readonly ApproverSlot[];
  needed: number;
  /** Who may decide besides, once the step has been silent for too long or nobody could decide it. */
  escalatedTo: Role | null;
  status: ApprovalStepStatus;
  decisions: readonly StepDecision[];
}>;

/** What the right to decide depends on; read from the rows, in one go. */
export type ApprovalFacts = Readonly<{
  status: RefundStatus;
  /** The law grants it, whatever the merchant wishes. */ statutory: boolean;
  snapshotHash: string;
  payout: number;
  currency: string;
  /** Whether the policy lets API keys decide. */ machines: boolean;
  /** The person whose credential requested, and the person whom it named. */ requesterOwner: string;
  requestedBy: string | null;
  /** Who last had the money go another way than was asked for. */ changedBy: string | null;
  /** By whatever name the house knows who is paid. */ beneficiaries: readonly string[];
  /** Of the current round. */ steps: readonly ApprovalStepFacts[];
}>;
export type DecisionAsk = Readonly<{
  step: number;
  outcome: StepDecision['outcome'];
  /** Of a rejection. */ reasonCode: string | null;
  snapshotHash: string;
}>;
export type DecisionRefusal = Readonly<{ code: ErrorCode; values: ErrorValues }>;
export type DecisionVerdict =
  | Readonly<{ kind: 'refused'; refusal: DecisionRefusal }>
  /** With which authority it is made, which slots that fits, and whether it leaves more approvals to be given. */
  | Readonly<{ kind: 'allowed'; authority: Authority; fits: readonly number[]; missing: number }>;

/**
 * Whether this person may decide this step now. What has changed comes before who asks: whoever lost a race is told who
 * won it. A refund that the law grants is rejected on a legal ground only (domain.md section 2). Four eyes are persons:
 * behind another key, in another role and through a delegation they stay the same.
 */
export function judgeDecision(refund: ApprovalFacts, decider: Decider, ask: DecisionAsk): DecisionVerdict {
  const step = refund.steps.find(({ no }) => no === ask.step);
  if (refund.status !== 'awaiting_approval' || step?.status !== 'open') return refuse(notOpen(refund, ask, step));
  if (ask.snapshotHash !== refund.snapshotHash)
    return refuse({ code: 'snapshot_changed', values: { snapshotHash: refund.snapshotHash } });
  if (!refund.machines && decider.person !== 'staff') return refuse({ code: 'machines_may_not_decide', values: {} });
  if (hasPart(refund, decider.owner)) return refuse({ code: 'self_approval', values: {} });

  const tried = decider.authorities.map((authority) => tryAuthority(refund, step, ask, authority));
  const allowed = tried.find(({ kind }) => kind === 'allowed');
  if (allowed === undefined) return tried.toSorted(byNearness)[0] ?? refuse(notFitting(step));
  if (refund.statutory && ask.outcome === 'reject' && !isLegalRejection(ask.reasonCode ?? ''))
    return refuse({
      code: 'rejection_not_legal',
      values: { reasonCode: ask.reasonCode, allowed: LEGAL_REJECTION_CODES.join(', ') },
    });
  return allowed;
}

/** The same for who only wants to know why not; null when he may. */
export function refuseDecision(refund: ApprovalFacts, decider: Decider, ask: DecisionAsk): DecisionRefusal | null {
  const verdict = judgeDecision(refund, decider, ask);
  return verdict.kind === 'refused' ? verdict.refusal : null;
}

/** Requester, the person he named, who is paid, whoever chose another destination since, and whoever decided in this round, himself or through another. */
export const hasPart = (refund: Parties, person: string): boolean =>
  [refund.requesterOwner, refund.requestedBy, refund.changedBy, ...refund.beneficiaries, ...decidersOf(refund)].some(
    (other) => other !== null && samePerson(other, person),
  );
type Parties = Pick<ApprovalFacts, 'requesterOwner' | 'requestedBy' | 'changedBy' | 'beneficiaries' | 'steps'>;
const decidersOf = ({ steps }: Pick<ApprovalFacts, 'steps'>): readonly (string | null)[] =>
  steps.flatMap(({ decisions }) => decisions.flatMap(({ owner, onBehalfOf }) => [owner, onBehalfOf]));

/** Slots of a step that an authority fits; all of them for the role that the step was escalated to. */
export function fittingSlots(
  step: Pick<ApprovalStepFacts, 'role' | 'slots' | 'escalatedTo'>,
  authority: Omit<Authority, 'person'>,
): readonly number[] {
  const { escalatedTo } = step;
  const isEscalated = escalatedTo !== null && authority.role !== null && standsFor(authority.role, escalatedTo);
  return slotsOf(step).flatMap((slot, index) => (isEscalated || fitsSlot(authority, slot) ? [index] : []));
}

function tryAuthority(
  refund: ApprovalFacts,
  step: ApprovalStepFacts,
  { outcome }: DecisionAsk,
  authority: Authority,
): DecisionVerdict {
  const fits = fittingSlots(step, authority);
  const approvals = approvalsGiven(step);
  const before = filledSlots(approvals);
  const filled = filledSlots([...approvals, fits]);
  // An approval beside those that were given already would bring the step no further.
  const isWanted = fits.length > 0 && (outcome === 'reject' || filled > before);
  if (!isWanted) return refuse(notFitting(step));
  if (authority.delegation !== null && hasPart(refund, authority.person))
    return refuse({ code: 'self_approval', values: {} });
  const sum = refund.payout + (outcome === 'approve' ? authority.approvedBefore : 0);
  const { limit } = authority;
  if (limit === null || sum > limit)
    return refuse({ code: 'limit_exceeded', values: { payout: sum, limit, currency: refund.currency } });
  return { kind: 'allowed', authority, fits, missing: step.needed - filled };
}

/** For each approval of a step the slots that it fits. */
export const approvalsGiven = ({ decisions }: Pick<ApprovalStepFacts, 'decisions'>): readonly (readonly number[])[] =>
  decisions.filter(({ outcome }) => outcome === 'approve').map(({ fits }) => fits);

const refuse = (refusal: DecisionRefusal): Extract<DecisionVerdict, { kind: 'refused' }> => ({
  kind: 'refused',
  refusal,
});

/** Of several reasons why not, the one that lacks least is told. */
const NEARNESS: readonly ErrorCode[] = ['limit_exceeded', 'self_approval', 'permission_missing'];
const nearness = (verdict: DecisionVerdict): number =>
  verdict.kind === 'refused' ? NEARNESS.indexOf(verdict.refusal.code) : -1;
const byNearness = (one: DecisionVerdict, other: DecisionVerdict): number => nearness(one) - nearness(other);

/** Names the slots that are still to be filled, as far as the approvals leave that open. */
const notFitting = (step: ApprovalStepFacts): DecisionRefusal => {
  const slots = slotsOf(step);
  const approvals = approvalsGiven(step);
  const open = slots.filter((_, index) => filledSlots([...approvals, [index]]) > filledSlots(approvals));
  const permission = [...new Set((open.length > 0 ? open : slots).map(slotText))].join(' / ');
  return { code: 'permission_missing', values: { permission } };
};

function notOpen({ status }: ApprovalFacts, ask: DecisionAsk, step: ApprovalStepFacts | undefined): DecisionRefusal {
  const last = step?.decisions.at(-1);
  return {
    code: 'step_not_open',
    values: {
      step: ask.step,
      status,
      decidedBy: last?.actor ?? null,
      outcome: last?.outcome ?? null,
      decidedAt: last?.at ?? null,
    },
  };
}
