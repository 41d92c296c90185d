import {
  hasScope,
  inRoleThatMay,
  PROPOSAL_OUTCOMES,
  refuseProposalDecision,
  rolesThatAllow,
  type Principal,
  type ProposalOutcome,
} from '@zikui/domain';
import type { FoundProposal, ProposalView, ThinCoverage } from '@zikui/persistence';

/** A proposal as this API shows it: with what this caller may do. */
export type ShownProposal = ProposalView & Readonly<{ allowedActions: readonly ProposalOutcome[] }>;
/** One that is looked at by itself: a proposal to publish a policy says whom the shop would lack with it; others say null. */
export type WarnedProposal = ShownProposal & Readonly<{ coverage: ThinCoverage | null }>;

const mayDecide = (principal: Principal): boolean =>
  hasScope(principal, 'refunds:decide') || rolesThatAllow(principal, 'proposal.decide').length > 0;

export const showProposal = (principal: Principal, { view, facts }: FoundProposal): ShownProposal => ({
  ...view,
  allowedActions: mayDecide(principal)
    ? PROPOSAL_OUTCOMES.filter((outcome) => {
        const refuse = (candidate: Principal) =>
          refuseProposalDecision(facts, candidate, { outcome, payloadHash: view.payloadHash });
        return refuse(inRoleThatMay(principal, refuse)) === null;
      })
    : [],
});
