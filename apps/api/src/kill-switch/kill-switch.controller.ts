import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { KillSwitchView } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import type { ShownProposal } from '../proposal/proposal-links';
import { ProposalResource } from '../proposal/proposal.resource';
import { KillSwitchDto } from './kill-switch.dto';
import { KillSwitchList, KillSwitchResource } from './kill-switch.resource';
import { KillSwitchService } from './kill-switch.service';

@Controller('v1/kill-switches')
export class KillSwitchController {
  constructor(private readonly switches: KillSwitchService) {}

  @Get()
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('gateway.read')
  @ApiOperation({
    summary: 'Switches that stop new money',
    description: 'One for all money and one for each account at a gateway, on or off; those of the house when on.',
  })
  @ApiOkResponse({ type: KillSwitchList, description: 'All of them.' })
  @Refuses()
  list(@Caller() caller: Principal): Promise<Readonly<{ items: readonly KillSwitchView[] }>> {
    return this.switches.list(caller);
  }

  @Put()
  @HttpCode(200)
  @Scopes('refunds:decide')
  @ForStaff('money.stop', { recent: true })
  @ApiOperation({
    summary: 'Stop new money, or propose that it flows again',
    description:
      'Finance, ops or an administrator stops it alone and at once. Finance proposes to lift it; a second person confirms under `/v1/proposals`. Transfers that are due wait as `planned` with `holdReason` `kill_switch`, and go on by themselves afterwards.',
  })
  @ApiOkResponse({ type: KillSwitchResource, description: 'The switch as it stands.' })
  @ApiCreatedResponse({ type: ProposalResource, description: 'Proposed. A second person has to confirm.' })
  @Refuses('gateway_not_configured', 'proposal_exists', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  put(
    @Caller() caller: Principal,
    @IdempotencyKey() key: string,
    @Body() body: KillSwitchDto,
  ): Promise<Answer<KillSwitchView | ShownProposal>> {
    return this.switches.put(caller, body, key);
  }
}
