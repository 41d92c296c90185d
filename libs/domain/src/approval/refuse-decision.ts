import type { Principal, Role } from '../access/principal';
import type { ErrorCode } from '../error/error-code';
import type { ErrorValues } from '../error/refund-error';
import type { RefundStatus } from '../refund/refund-status';
import { isLegalRejection, LEGAL_REJECTION_CODES } from '../text/rejection-reasons';
import type { ApprovalStepStatus } from './approval-step-status';

export type StepDecision = Readonly<{
  outcome: 'approve' | 'reject';
  actor: string;
  /** The person whose credential it was. */ owner: string;
  at: string;
}>;
export type ApprovalStepFacts = Readonly<{
  no: number;
  role: Role;
  /** Who may decide besides `role`, once the step has been silent for too long. */ escalatedTo: Role | null;
  status: ApprovalStepStatus;
  decision: StepDecision | null;
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
  /** Of the current round. */ steps: readonly ApprovalStepFacts[];
}>;
export type Decider = Pick<Principal, 'owner' | 'role' | 'amountLimit' | 'person'>;
export type DecisionAsk = Readonly<{
  step: number;
  outcome: StepDecision['outcome'];
  /** Of a rejection. */ reasonCode: string | null;
  snapshotHash: string;
}>;
export type DecisionRefusal = Readonly<{ code: ErrorCode; values: ErrorValues }>;

/**
 * Why this caller may not decide this step now, or null when it may. What has changed comes before who asks: whoever lost
 * a race is told who won it. A refund that the law grants is rejected on a legal ground only (domain.md section 2).
 */
export function refuseDecision(refund: ApprovalFacts, decider: Decider, ask: DecisionAsk): DecisionRefusal | null {
  const step = refund.steps.find(({ no }) => no === ask.step);
  if (refund.status !== 'awaiting_approval' || step?.status !== 'open') {
    const { decision = null } = step ?? {};
    return {
      code: 'step_not_open',
      values: {
        step: ask.step,
        status: refund.status,
        decidedBy: decision?.actor ?? null,
        outcome: decision?.outcome ?? null,
        decidedAt: decision?.at ?? null,
      },
    };
  }
  if (ask.snapshotHash !== refund.snapshotHash)
    return { code: 'snapshot_changed', values: { snapshotHash: refund.snapshotHash } };
  if (!refund.machines && decider.person !== 'staff') return { code: 'machines_may_not_decide', values: {} };
  if (hasPart(refund, decider.owner)) return { code: 'self_approval', values: {} };
  if (!fits(decider.role, step)) return { code: 'permission_missing', values: { permission: step.role } };
  const { amountLimit } = decider;
  if (amountLimit === null || refund.payout > amountLimit)
    return { code: 'limit_exceeded', values: { payout: refund.payout, limit: amountLimit, currency: refund.currency } };
  if (refund.statutory && ask.outcome === 'reject' && !isLegalRejection(ask.reasonCode ?? ''))
    return {
      code: 'rejection_not_legal',
      values: { reasonCode: ask.reasonCode, allowed: LEGAL_REJECTION_CODES.join(', ') },
    };
  return null;
}

/** Requester, the person he named, whoever chose another destination since, and whoever approved another step of this round. */
const hasPart = (refund: ApprovalFacts, owner: string): boolean =>
  owner === refund.requesterOwner ||
  owner === refund.requestedBy ||
  owner === refund.changedBy ||
  refund.steps.some(({ decision }) => decision?.owner === owner);

/** Whose steps a role may decide besides its own: approvers stand in levels, and the highest one stands in for finance too. */
const STANDS_IN_FOR: Partial<Record<Role, readonly Role[]>> = {
  manager: ['lead'],
  cfo: ['lead', 'manager', 'finance'],
};
const fits = (role: Role | null, { role: asked, escalatedTo }: ApprovalStepFacts): boolean =>
  role !== null && (role === escalatedTo || role === asked || STANDS_IN_FOR[role]?.includes(asked) === true);
