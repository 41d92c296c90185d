import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { DisputeEvidence, DisputeView, Page } from '@zikui/persistence';
import { CreatingScopes, ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { DisputeIdPipe } from '../body/id.pipe';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import type { ShownProposal } from '../proposal/proposal-links';
import { ProposalResource } from '../proposal/proposal.resource';
import { DisputeEvidenceResource } from './dispute-evidence.resource';
import { DisputeDto, DisputeFilterDto, DisputeOutcomeDto } from './dispute.dto';
import { DisputePage, DisputeResource } from './dispute.resource';
import { DisputeService } from './dispute.service';

@Controller('v1/disputes')
export class DisputeController {
  constructor(private readonly disputes: DisputeService) {}

  @Post()
  @CreatingScopes('refunds:create')
  @ForStaff('dispute.register')
  @ApiOperation({
    summary: 'Register a dispute of a payment',
    description:
      'For gateways that do not announce disputes. While it is open nothing of the payment is refunded. A dispute that is known under this id is given as it stands.',
  })
  @ApiCreatedResponse({ type: DisputeResource, description: 'Registered; counted against the payment at once.' })
  @ApiOkResponse({ type: DisputeResource, description: 'It was known, as its gateway has told of it.' })
  @Refuses(
    'sale_not_found',
    'unknown_payment',
    'currency_mismatch',
    'dispute_exists',
    'invalid_amount',
    ...BODY_REFUSALS,
    ...KEYED_REFUSALS,
  )
  register(
    @Caller() caller: Principal,
    @IdempotencyKey() key: string,
    @Body() body: DisputeDto,
  ): Promise<Answer<DisputeView>> {
    return this.disputes.register(caller, body, key);
  }

  @Get()
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('dispute.read')
  @ApiOperation({ summary: 'List disputes', description: 'Newest first. `next` is null on the last page.' })
  @ApiOkResponse({ type: DisputePage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() filter: DisputeFilterDto): Promise<Page<DisputeView>> {
    return this.disputes.list(caller, filter);
  }

  @Get(':id')
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('dispute.read')
  @ApiOperation({ summary: 'Read a dispute' })
  @ApiOkResponse({ type: DisputeResource, description: 'The dispute.' })
  @Refuses('dispute_not_found')
  find(@Caller() caller: Principal, @Param('id', DisputeIdPipe) id: string): Promise<DisputeView> {
    return this.disputes.find(caller, id);
  }

  @Get(':id/evidence')
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('dispute.read')
  @ApiOperation({
    summary: 'The evidence file of a dispute',
    description:
      'What was sold and paid, and the story of every refund of the payment with its transfers, gateway references and documents: what to show the acquirer. No personal data.',
  })
  @ApiOkResponse({ type: DisputeEvidenceResource, description: 'The file.' })
  @Refuses('dispute_not_found')
  evidence(@Caller() caller: Principal, @Param('id', DisputeIdPipe) id: string): Promise<DisputeEvidence> {
    return this.disputes.evidence(caller, id);
  }

  @Post(':id/outcome')
  @Scopes('refunds:decide')
  @ForStaff('dispute.state_outcome')
  @HttpCode(201)
  @ApiOperation({
    summary: 'State how a dispute ended',
    description:
      'For gateways that do not announce it. It becomes a proposal that a second person confirms: won, the amount is free again and what waited is sent; lost, it counts as paid for ever.',
  })
  @ApiCreatedResponse({ type: ProposalResource, description: 'Proposed. A second person has to confirm.' })
  @Refuses('dispute_not_found', 'invalid_state', 'proposal_exists', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  propose(
    @Caller() principal: Principal,
    @Param('id', DisputeIdPipe) disputeId: string,
    @IdempotencyKey() key: string,
    @Body() body: DisputeOutcomeDto,
  ): Promise<Answer<ShownProposal>> {
    return this.disputes.propose(principal, { disputeId, key, body });
  }
}
