import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { MoneyEvidence } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { RefundIdPipe } from '../body/id.pipe';
import type { ShownCommand } from '../command/command-links';
import { AnswersCommand } from '../command/command-response.decorator';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import type { ShownProposal } from '../proposal/proposal-links';
import { ProposalResource } from '../proposal/proposal.resource';
import type { ShownRefund } from '../refund/refund-links';
import { HowAsked, type Asked } from '../request/asked.decorator';
import { LookUpDto, ResolutionDto } from './resolution.dto';
import { ResolutionService } from './resolution.service';
import { MoneyEvidenceResource } from './review.resource';

@Controller('v1/refunds/:id')
export class ResolutionController {
  constructor(private readonly resolutions: ResolutionService) {}

  @Get('transfers')
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('refund.follow')
  @ApiOperation({
    summary: 'What was sent for a refund, and what is known of it',
    description:
      'Every transfer with its attempts, the references and ids that its gateway keeps them under, the last answers without what is secret or personal, when the gateway is asked next, and what people asked and gateways announced.',
  })
  @ApiOkResponse({ type: MoneyEvidenceResource, description: 'As of now.' })
  @Refuses('refund_not_found')
  transfers(@Caller() caller: Principal, @Param('id', RefundIdPipe) refundId: string): Promise<MoneyEvidence> {
    return this.resolutions.evidence(caller, refundId);
  }

  @Post('resolutions')
  @Scopes('refunds:decide')
  @ForStaff('review.resolve')
  @AnswersCommand()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Resolve a refund that does not go on by itself',
    description:
      '`GET /v1/reviews` says what may be done. One person may send again, await goods, ask the approvers again or have the money go elsewhere, which the approvers decide; whatever states a fact about money, or ends what is owed, becomes a proposal that a second person confirms.',
  })
  @ApiCreatedResponse({ type: ProposalResource, description: 'Proposed. A second person has to confirm.' })
  @Refuses(
    'refund_not_found',
    'invalid_state',
    'invalid_amount',
    'over_refund',
    'destination_not_allowed',
    'consent_missing',
    'payee_not_found',
    'line_exhausted',
    'shipping_exhausted',
    'proposal_exists',
    ...BODY_REFUSALS,
    ...KEYED_REFUSALS,
  )
  resolve(
    @Caller() principal: Principal,
    @HowAsked() asked: Asked,
    @Param('id', RefundIdPipe) refundId: string,
    @IdempotencyKey() key: string,
    @Body() resolution: ResolutionDto,
  ): Promise<Answer<ShownRefund | ShownCommand | ShownProposal>> {
    return this.resolutions.resolve({ principal, asked }, { refundId, key, resolution });
  }

  @Post('lookups')
  @Scopes('refunds:decide')
  @ForStaff('review.resolve')
  @AnswersCommand()
  @ApiOperation({
    summary: 'Ask the gateway now',
    description: 'What became of a transfer that is being sent, pending or in doubt. Its answer is recorded.',
  })
  @Refuses('refund_not_found', 'invalid_state', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  lookUp(
    @Caller() principal: Principal,
    @HowAsked() asked: Asked,
    @Param('id', RefundIdPipe) refundId: string,
    @IdempotencyKey() key: string,
    @Body() lookUp: LookUpDto,
  ): Promise<Answer<ShownRefund | ShownCommand>> {
    return this.resolutions.lookUp({ principal, asked }, { refundId, key, lookUp });
  }
}
