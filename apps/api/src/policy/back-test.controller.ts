import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { BackTestChangeView, BackTestView, Page } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { BackTestIdPipe } from '../body/id.pipe';
import { PagingDto } from '../body/paging.dto';
import { Refuses } from '../docs/refuses.decorator';
import { BackTestChangePage, BackTestResource } from './back-test.resource';
import { BackTestService } from './back-test.service';

@Controller('v1/back-tests')
export class BackTestController {
  constructor(private readonly backTests: BackTestService) {}

  @Get(':id')
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('policy.read')
  @ApiOperation({ summary: 'Read a back-test', description: 'How far it has got, and what it found until there.' })
  @ApiOkResponse({ type: BackTestResource, description: 'The back-test.' })
  @Refuses('back_test_not_found')
  find(@Caller() caller: Principal, @Param('id', BackTestIdPipe) id: string): Promise<BackTestView> {
    return this.backTests.find(caller, id);
  }

  @Get(':id/changes')
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('policy.read')
  @ApiOperation({
    summary: 'Refunds that would have gone another way',
    description: 'In the order in which they were asked for; the first ten thousand.',
  })
  @ApiOkResponse({ type: BackTestChangePage, description: 'One page.' })
  @Refuses('back_test_not_found')
  changes(
    @Caller() caller: Principal,
    @Param('id', BackTestIdPipe) id: string,
    @Query() paging: PagingDto,
  ): Promise<Page<BackTestChangeView>> {
    return this.backTests.changes(caller, id, paging);
  }
}
