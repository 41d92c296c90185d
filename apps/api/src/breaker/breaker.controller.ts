import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { BreakerView } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { BreakerIdPipe } from '../body/id.pipe';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import type { ShownProposal } from '../proposal/proposal-links';
import { ProposalResource } from '../proposal/proposal.resource';
import { BreakerReleaseDto } from './breaker.dto';
import { BreakerList } from './breaker.resource';
import { BreakerService } from './breaker.service';

@Controller('v1/breakers')
export class BreakerController {
  constructor(private readonly breakers: BreakerService) {}

  @Get()
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('gateway.read')
  @ApiOperation({
    summary: 'Limits of amounts that were passed',
    description:
      'Newest first. While one is open, transfers that are due wait with `holdReason` `breaker`; none fails.',
  })
  @ApiOkResponse({ type: BreakerList, description: 'The newest hundred.' })
  @Refuses()
  list(@Caller() caller: Principal): Promise<Readonly<{ items: readonly BreakerView[] }>> {
    return this.breakers.list(caller);
  }

  @Post(':id/releases')
  @HttpCode(201)
  @Scopes('refunds:decide')
  @ForStaff('breaker.release')
  @ApiOperation({
    summary: 'Propose to release what waits',
    description:
      'A second person confirms under `/v1/proposals`. It is then not tripped again before its time is over.',
  })
  @ApiCreatedResponse({ type: ProposalResource, description: 'Proposed. A second person has to confirm.' })
  @Refuses('breaker_not_found', 'invalid_state', 'proposal_exists', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  release(
    @Caller() caller: Principal,
    @Param('id', BreakerIdPipe) breakerId: string,
    @IdempotencyKey() key: string,
    @Body() body: BreakerReleaseDto,
  ): Promise<Answer<ShownProposal>> {
    return this.breakers.release(caller, { breakerId, key, body });
  }
}
