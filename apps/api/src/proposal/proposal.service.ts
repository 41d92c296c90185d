import { Injectable } from '@nestjs/common';
import {
  canonicalJson,
  inRoleThatMay,
  publicId,
  RefundError,
  refuseProposalDecision,
  uuidOf,
  type DecisionRefusal,
  type ProposalKind,
  type Principal,
} from '@zikui/domain';
import {
  BankFileOutcomeStore,
  BankReturnStore,
  CoverageStore,
  DisputeOutcomeStore,
  confirmKeyPower,
  confirmStaffPower,
  liftHold,
  PolicyPublicationStore,
  ProposalStore,
  sha256Hex,
  type FoundProposal,
  type Page,
  type ProposalAnswer,
  type ProposalDecisionAsk,
  type ProposalEffect,
  type ProposalView,
} from '@zikui/persistence';
import { Answer } from '../answer/answer';
import type { ShownCommand } from '../command/command-links';
import { CommandService, type CommandCaller } from '../command/command.service';
import { found } from '../error/found';
import type { ProposalDecisionDto } from './proposal-decision.dto';
import type { ProposalFilterDto } from './proposal-filter.dto';
import { showProposal, type ShownProposal, type WarnedProposal } from './proposal-links';

type Decision = Readonly<{ proposalId: string; key: string; decision: ProposalDecisionDto }>;

@Injectable()
export class ProposalService {
  constructor(
    private readonly proposals: ProposalStore,
    private readonly commands: CommandService,
    private readonly outcomes: DisputeOutcomeStore,
    private readonly publications: PolicyPublicationStore,
    private readonly bankFiles: BankFileOutcomeStore,
    private readonly bankReturns: BankReturnStore,
    private readonly coverage: CoverageStore,
  ) {}

  async find(principal: Principal, id: string): Promise<ShownProposal> {
    return showProposal(principal, await this.foundById(principal, id));
  }

  async findWarned(principal: Principal, id: string): Promise<WarnedProposal> {
    const proposal = await this.find(principal, id);
    const version = uuidOf('policyVersion', String(proposal.payload['policyVersion']));
    const isOpen = proposal.kind === 'publish_policy' && proposal.status === 'open' && version !== undefined;
    return { ...proposal, coverage: isOpen ? await this.coverage.with(principal.merchantId, version) : null };
  }

  async list(principal: Principal, filter: ProposalFilterDto): Promise<Page<ShownProposal>> {
    const { refundId, ...rest } = filter;
    const refund = refundId === undefined ? undefined : uuidOf('refund', refundId);
    const ofRefund = refund === undefined ? {} : { refundId: refund };
    const { items, next } = await this.proposals.list(principal.merchantId, { ...rest, ...ofRefund });
    return { items: items.map((item) => showProposal(principal, item)), next };
  }

  /** A rejection ends the proposal here, and so does what is about no refund; a confirmed resolution is carried out by the process of its refund. Each in one transaction with the decision. */
  async decide(caller: CommandCaller, ask: Decision): Promise<Answer<ShownProposal | ShownCommand>> {
    const { outcome, payloadHash, note = null } = ask.decision;
    const proposal = await this.foundById(caller.principal, ask.proposalId);
    const { view } = proposal;
    const principal = inRoleThatMay(caller.principal, (candidate) =>
      refuseProposalDecision(proposal.facts, candidate, { outcome, payloadHash }),
    );
    if (outcome === 'confirm' && view.kind === 'resolution')
      return this.confirmResolution({ ...caller, principal }, ask, view);
    const bodyHash = sha256Hex(canonicalJson(ask.decision));
    const asked: ProposalDecisionAsk = { ...ask, outcome, payloadHash, note, bodyHash };
    if (outcome === 'confirm' && view.kind === 'dispute_outcome')
      return answerOf(principal, await this.outcomes.confirm(principal, proposal, asked), 200);
    if (outcome === 'confirm' && view.kind === 'publish_policy')
      return answerOf(principal, await this.publications.confirm(principal, asked), 200);
    if (outcome === 'confirm' && view.kind === 'bank_file_outcome')
      return answerOf(principal, await this.bankFiles.confirm(principal, proposal, asked), 200);
    if (outcome === 'confirm' && view.kind === 'bank_return')
      return answerOf(principal, await this.bankReturns.confirm(principal, proposal, asked), 200);
    return answerOf(principal, await this.proposals.decide(principal, asked, EFFECTS[view.kind]?.(principal)), 200);
  }

  private async confirmResolution(
    caller: CommandCaller,
    { proposalId, key, decision }: Decision,
    view: ProposalView,
  ): Promise<Answer<ShownProposal | ShownCommand>> {
    const { principal } = caller;
    const refundId = uuidOf('refund', view.refundId ?? '');
    // A resolution belongs to a refund.
    if (refundId === undefined) throw new RefundError('internal');
    const answer = await this.commands.carryOut(caller, {
      refundId,
      route: `POST /v1/proposals/${publicId('proposal', proposalId)}/decisions`,
      key,
      body: decision,
      name: 'resolveReview',
      payload: {
        action: view.payload['action'] ?? null,
        transfer: view.transferId === null ? null : (uuidOf('transfer', view.transferId) ?? null),
        proposal: proposalId,
      },
      note: decision.note ?? null,
      refuse: (_facts, candidate) => this.refusalOf(candidate, proposalId, decision),
    });
    if (answer.more.status !== 200) return answer as Answer<ShownCommand>;
    return new Answer(await this.find(principal, proposalId), answer.more);
  }

  private async refusalOf(
    principal: Principal,
    id: string,
    { outcome, payloadHash }: ProposalDecisionDto,
  ): Promise<DecisionRefusal | null> {
    const { facts } = await this.foundById(principal, id);
    return refuseProposalDecision(facts, principal, { outcome, payloadHash });
  }

  private async foundById({ merchantId }: Principal, id: string): Promise<FoundProposal> {
    const proposal = await this.proposals.find(merchantId, id);
    return found(proposal, 'proposal_not_found', { proposal: publicId('proposal', id) });
  }
}

/** What a confirmation does to our own tables, by kind; resolutions and outcomes of disputes have ways of their own. */
const EFFECTS: Partial<Record<ProposalKind, (confirmer: Principal) => ProposalEffect>> = {
  lift_kill_switch: liftHold,
  release_breaker: liftHold,
  staff_power: confirmStaffPower,
  api_key_power: confirmKeyPower,
};

/** A proposal, and whether this answers a repeat. */
export const answerOf = (
  principal: Principal,
  { proposal, replayed }: ProposalAnswer,
  status: number,
): Answer<ShownProposal> =>
  new Answer(showProposal(principal, proposal), {
    status,
    headers: {
      ...(status === 201 && { Location: `/v1/proposals/${proposal.view.id}` }),
      ...(replayed && { 'Idempotent-Replayed': 'true' }),
    },
  });
