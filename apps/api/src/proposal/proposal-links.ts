import {
  hasScope,
  PROPOSAL_OUTCOMES,
  refuseProposalDecision,
  type Principal,
  type ProposalOutcome,
} from '@zikui/domain';
import type { FoundProposal, ProposalView } from '@zikui/persistence';

/** A proposal as this API shows it: with what this caller may do. */
export type ShownProposal = ProposalView & Readonly<{ allowedActions: readonly ProposalOutcome[] }>;

export const showProposal = (principal: Principal, { view, facts }: FoundProposal): ShownProposal => ({
  ...view,
  allowedActions: hasScope(principal, 'refunds:decide')
    ? PROPOSAL_OUTCOMES.filter(
        (outcome) => refuseProposalDecision(facts, principal, { outcome, payloadHash: view.payloadHash }) === null,
      )
    : [],
});
