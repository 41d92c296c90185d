import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse } from '@nestjs/swagger';
import { Public } from '../access/access.decorator';
import type { Answer } from '../answer/answer';
import { LiveResource, ReadyResource, type Liveness } from './health.resource';
import { HealthService } from './health.service';
import type { Readiness } from './readiness';

@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers', security: [] })
  @ApiOkResponse({ type: LiveResource, description: 'It does.' })
  live(): Liveness {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'The process may be given work',
    description: '`degraded` = Temporal is away: refunds are accepted and started later.',
    security: [],
  })
  @ApiOkResponse({ type: ReadyResource, description: 'It may.' })
  @ApiServiceUnavailableResponse({
    type: ReadyResource,
    description: 'PostgreSQL is away or not migrated, or the process is stopping.',
  })
  ready(): Promise<Answer<Readiness>> {
    return this.health.ready();
  }
}
