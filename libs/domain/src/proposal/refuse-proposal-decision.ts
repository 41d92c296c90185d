import type { Principal } from '../access/principal';
import type { DecisionRefusal } from '../approval/refuse-decision';
import { isPersonal, mayConfirm, PROPOSAL_ROLES, type ProposalKind } from './proposal-kind';
import type { ProposalStatus } from './proposal-status';

export const PROPOSAL_OUTCOMES = ['confirm', 'reject'] as const;
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number];
export type ProposalDecision = Readonly<{ outcome: ProposalOutcome; actor: string; at: string }>;

/** What the right to decide a proposal depends on; read from the rows, in one go. */
export type ProposalFacts = Readonly<{
  kind: ProposalKind;
  /** As it stands now: one whose time is over is `expired`. */ status: ProposalStatus;
  payloadHash: string;
  /** What the act is about in money, if it is. */ amount: number | null;
  currency: string | null;
  proposedBy: string;
  proposerOwner: string;
  /** Persons who asked for the refund that it is about, are paid by it, or get the power that it gives. */ parties: readonly string[];
  /** Whether the policy lets API keys decide. */ machines: boolean;
  decision: ProposalDecision | null;
}>;
export type ProposalDecider = Pick<Principal, 'owner' | 'role' | 'amountLimit' | 'person'>;
export type ProposalAsk = Readonly<{ outcome: ProposalOutcome; payloadHash: string }>;

/**
 * Why this person may not decide this proposal now, or null when he may. Whoever lost a race is told who won it. Keys of
 * one owner are one person. Whoever approved the refund earlier may confirm; whoever proposed may only take back
 * (domain.md section 7, rule 10).
 */
export function refuseProposalDecision(
  proposal: ProposalFacts,
  decider: ProposalDecider,
  ask: ProposalAsk,
): DecisionRefusal | null {
  const { status, decision, kind } = proposal;
  if (status === 'void') return { code: 'proposal_void', values: {} };
  if (status !== 'open') {
    const { actor = null, outcome = null, at = null } = decision ?? {};
    return { code: 'proposal_not_open', values: { status, decidedBy: actor, outcome, decidedAt: at } };
  }
  if (ask.payloadHash !== proposal.payloadHash)
    return { code: 'snapshot_changed', values: { snapshotHash: proposal.payloadHash } };
  if (ask.outcome === 'reject' && decider.owner === proposal.proposerOwner) return null;
  if (!mayConfirm(kind, decider.role))
    return { code: 'permission_missing', values: { permission: PROPOSAL_ROLES[kind].confirm.join(' or ') } };
  return ask.outcome === 'reject' ? null : refuseConfirmation(proposal, decider);
}

function refuseConfirmation(
  proposal: ProposalFacts,
  { owner, amountLimit, person }: ProposalDecider,
): DecisionRefusal | null {
  const { amount, currency, proposedBy, proposerOwner, parties, kind } = proposal;
  const machines = proposal.machines && !isPersonal(kind);
  if (!machines && person !== 'staff') return { code: 'machines_may_not_decide', values: {} };
  if (owner === proposerOwner || parties.includes(owner))
    return { code: 'second_person_needed', values: { proposedBy } };
  if (amount !== null && (amountLimit === null || amount > amountLimit))
    return { code: 'limit_exceeded', values: { payout: amount, limit: amountLimit, currency } };
  return null;
}
