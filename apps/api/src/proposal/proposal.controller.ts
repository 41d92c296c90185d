import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { Page } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { ProposalIdPipe } from '../body/id.pipe';
import type { ShownCommand } from '../command/command-links';
import { CommandResource } from '../command/command.resource';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import { HowAsked, type Asked } from '../request/asked.decorator';
import { ProposalDecisionDto } from './proposal-decision.dto';
import { ProposalFilterDto } from './proposal-filter.dto';
import type { ShownProposal, WarnedProposal } from './proposal-links';
import { ProposalPage, ProposalResource, WarnedProposalResource } from './proposal.resource';
import { ProposalService } from './proposal.service';

@Controller('v1/proposals')
export class ProposalController {
  constructor(private readonly proposals: ProposalService) {}

  @Get()
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('proposal.read')
  @ApiOperation({
    summary: 'Acts that need a second person',
    description: 'Newest first. `allowedActions` says which of them this caller may decide.',
  })
  @ApiOkResponse({ type: ProposalPage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() filter: ProposalFilterDto): Promise<Page<ShownProposal>> {
    return this.proposals.list(caller, filter);
  }

  @Get(':id')
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('proposal.read')
  @ApiOperation({ summary: 'Read a proposal' })
  @ApiOkResponse({ type: WarnedProposalResource, description: 'The proposal.' })
  @Refuses('proposal_not_found')
  find(@Caller() caller: Principal, @Param('id', ProposalIdPipe) id: string): Promise<WarnedProposal> {
    return this.proposals.findWarned(caller, id);
  }

  @Post(':id/decisions')
  @Scopes('refunds:decide')
  @ForStaff('proposal.decide')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Confirm or reject a proposal',
    description:
      'Bound to the `payloadHash` that was read. Whoever proposed, asked for the refund or is paid by it cannot confirm. The first valid decision wins; a 409 names the winner.',
  })
  @ApiOkResponse({ type: ProposalResource, description: 'Decided, and carried out if it was confirmed.' })
  @ApiAcceptedResponse({
    type: CommandResource,
    description: 'Stored, and not yet answered by the process. `Location` tells where to look.',
  })
  @Refuses(
    'proposal_not_found',
    'proposal_not_open',
    'proposal_void',
    'snapshot_changed',
    'second_person_needed',
    'machines_may_not_decide',
    'limit_exceeded',
    'invalid_state',
    'movement_taken',
    'too_early',
    'look_up_failed',
    'policy_in_force',
    'policy_invalid',
    ...BODY_REFUSALS,
    ...KEYED_REFUSALS,
  )
  decide(
    @Caller() principal: Principal,
    @HowAsked() asked: Asked,
    @Param('id', ProposalIdPipe) proposalId: string,
    @IdempotencyKey() key: string,
    @Body() decision: ProposalDecisionDto,
  ): Promise<Answer<ShownProposal | ShownCommand>> {
    return this.proposals.decide({ principal, asked }, { proposalId, key, decision });
  }
}
