import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { Found } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { Refuses } from '../docs/refuses.decorator';
import { SearchDto } from './search.dto';
import { FoundList } from './search.resource';
import { SearchService } from './search.service';

@Controller('v1/search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get()
  @Scopes('refunds:read')
  @ForStaff('refund.follow')
  @ApiOperation({
    summary: 'Find something by its name',
    description:
      'Whole names alone: personal data is kept encrypted and found by none of its parts. Mail addresses and telephone numbers find nothing for roles that work without them. Twenty things at most; of one order, payment or customer its ten newest refunds.',
  })
  @ApiOkResponse({
    type: FoundList,
    description: 'Refunds first, the newest at the top; none when nothing is called so.',
  })
  @Refuses('card_number_refused')
  find(@Caller() caller: Principal, @Query() { q }: SearchDto): Promise<Readonly<{ items: readonly Found[] }>> {
    return this.search.find(caller, q);
  }
}
