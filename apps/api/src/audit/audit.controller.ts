import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { AuditEntryView, Page } from '@zikui/persistence';
import { ForStaff } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { Refuses } from '../docs/refuses.decorator';
import { AuditDaysDto, AuditFilterDto } from './audit.dto';
import { AuditPage } from './audit.resource';
import { AuditService } from './audit.service';

@Controller('v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @ForStaff('audit.read')
  @ApiOperation({
    summary: 'Who did what',
    description:
      'Newest first: decisions, proposals, switches, powers, keys, sign-ins. Chained by hash, sealed each hour.',
  })
  @ApiOkResponse({ type: AuditPage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() filter: AuditFilterDto): Promise<Page<AuditEntryView>> {
    return this.audit.list(caller, filter);
  }

  @Get('export')
  @ForStaff('audit.read')
  @ApiOperation({
    summary: 'Export the audit log',
    description:
      'Every entry of these days, oldest first, as JSON, one to a line. That it was taken is an entry itself.',
  })
  @ApiOkResponse({
    description: 'The entries.',
    content: { 'application/x-ndjson': { schema: { type: 'string' } } },
  })
  @Refuses()
  export(@Caller() caller: Principal, @Query() days: AuditDaysDto): Promise<StreamableFile> {
    return this.audit.export(caller, days);
  }
}
