import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { RefundReadStore, type Page, type StatusEvent } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { PagingDto } from '../body/paging.dto';
import { Refuses } from '../docs/refuses.decorator';
import { StatusEventPage } from './status-event.resource';

@Controller('v1/events')
export class EventController {
  constructor(private readonly refunds: RefundReadStore) {}

  @Get()
  @Scopes('refunds:read')
  @ForStaff('refund.follow')
  @ApiOperation({
    summary: 'Every status change, in order',
    description:
      'So that a backend need not ask for each refund. Keep `next` and ask again: an event that was passed never appears behind it.',
  })
  @ApiOkResponse({ type: StatusEventPage, description: 'The next changes.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() { after, limit }: PagingDto): Promise<Page<StatusEvent>> {
    return this.refunds.events(caller.merchantId, after ?? null, limit);
  }
}
