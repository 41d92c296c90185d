import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { GatewayStateView } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { Refuses } from '../docs/refuses.decorator';
import { GatewayList } from './gateway.resource';
import { GatewayService } from './gateway.service';

@Controller('v1/gateways')
export class GatewayController {
  constructor(private readonly gateways: GatewayService) {}

  @Get()
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('gateway.read')
  @ApiOperation({
    summary: 'How the accounts at gateways do',
    description: 'Health, breaker, kill switch and the age of what waits, by name.',
  })
  @ApiOkResponse({ type: GatewayList, description: 'Every account of the merchant.' })
  @Refuses()
  list(@Caller() caller: Principal): Promise<Readonly<{ items: readonly GatewayStateView[] }>> {
    return this.gateways.list(caller);
  }
}
