import { PROPOSAL_KINDS, PROPOSAL_OUTCOMES, PROPOSAL_STATUSES, type ProposalOutcome } from '@zikui/domain';
import type { ProposalView, ThinCoverage } from '@zikui/persistence';
import { CoverageWarningsResource } from '../approver/coverage.resource';
import { ShowChoice, ShowChoices, ShowInstant, ShowMany, ShowMap, ShowOne, ShowText } from '../docs/shown.decorator';
import type { ShownProposal, WarnedProposal } from './proposal-links';

class ProposalDecisionResource {
  @ShowChoice(PROPOSAL_OUTCOMES) readonly outcome!: ProposalOutcome;
  @ShowText({ about: 'Who: a person, or `key:` and the id of an API key.' }) readonly actor!: string;
  @ShowText() readonly role!: string;
  @ShowText({ nullable: true }) readonly note!: string | null;
  @ShowInstant() readonly at!: string;
}

export class ProposalResource implements ShownProposal {
  @ShowText({ example: 'pp_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowChoice(PROPOSAL_KINDS) readonly kind!: ProposalView['kind'];
  @ShowChoice(PROPOSAL_STATUSES, { about: '`void`: what it is about has changed since it was proposed.' })
  readonly status!: ProposalView['status'];
  @ShowText({ nullable: true }) readonly refundId!: string | null;
  @ShowText({ nullable: true }) readonly transferId!: string | null;
  @ShowMap({ about: 'What is to be done. Never changes.' }) readonly payload!: ProposalView['payload'];
  @ShowText({ about: 'SHA-256 of what is proposed; a decision names it.' }) readonly payloadHash!: string;
  @ShowText() readonly proposedBy!: string;
  @ShowText({ nullable: true }) readonly reason!: string | null;
  @ShowText({ about: 'What the proposer knows it by.' }) readonly evidence!: string;
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant({ about: 'It waits that long for a second person.' }) readonly expiresAt!: string;
  @ShowInstant({ nullable: true }) readonly endedAt!: string | null;
  @ShowOne(() => ProposalDecisionResource, { nullable: true }) readonly decision!: ProposalView['decision'];
  @ShowChoices(PROPOSAL_OUTCOMES, { about: 'What this caller may do now.' })
  readonly allowedActions!: readonly ProposalOutcome[];
}

export class WarnedProposalResource extends ProposalResource implements WarnedProposal {
  @ShowOne(() => CoverageWarningsResource, {
    nullable: true,
    about: 'Of an open proposal to publish a policy: what too few persons could do with it. Null otherwise.',
  })
  readonly coverage!: ThinCoverage | null;
}

export class ProposalPage {
  @ShowMany(() => ProposalResource) readonly items!: readonly ShownProposal[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}
