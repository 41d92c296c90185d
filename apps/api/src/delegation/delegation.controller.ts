import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { DelegationView } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { DelegationIdPipe } from '../body/id.pipe';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import { DelegationDto } from './delegation.dto';
import { DelegationList, DelegationResource } from './delegation.resource';
import { DelegationService } from './delegation.service';

@Controller('v1/delegations')
export class DelegationController {
  constructor(private readonly delegations: DelegationService) {}

  @Post()
  @Scopes('refunds:decide')
  @ForStaff('delegation.make')
  @ApiOperation({
    summary: 'Let another person decide with your authority for a time',
    description:
      'Never more than you may decide yourself at that moment; it cannot be passed on, and four eyes count both of you. Each decision says whose authority was used.',
  })
  @ApiCreatedResponse({ type: DelegationResource, description: 'Delegated. The same for a repeat.' })
  @Refuses(...BODY_REFUSALS, ...KEYED_REFUSALS)
  make(
    @Caller() caller: Principal,
    @IdempotencyKey() key: string,
    @Body() body: DelegationDto,
  ): Promise<Answer<DelegationView>> {
    return this.delegations.make(caller, body, key);
  }

  @Get()
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('delegation.read')
  @ApiOperation({ summary: 'List delegations', description: 'Those that hold or will, the soonest to end first.' })
  @ApiOkResponse({ type: DelegationList, description: 'All of them, 200 at most.' })
  @Refuses()
  list(@Caller() caller: Principal): Promise<Readonly<{ items: readonly DelegationView[] }>> {
    return this.delegations.list(caller);
  }

  @Delete(':id')
  @Scopes('refunds:decide')
  @ForStaff('delegation.make')
  @ApiOperation({
    summary: 'End a delegation at once',
    description: 'By either of the two, or by an administrator. Safe to repeat.',
  })
  @ApiOkResponse({ type: DelegationResource, description: 'Ended.' })
  @Refuses('delegation_not_found')
  end(@Caller() caller: Principal, @Param('id', DelegationIdPipe) id: string): Promise<DelegationView> {
    return this.delegations.end(caller, id);
  }
}
