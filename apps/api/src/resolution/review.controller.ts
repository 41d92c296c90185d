import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { Page, ReviewView } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { Refuses } from '../docs/refuses.decorator';
import { ResolutionService } from './resolution.service';
import { ReviewFilterDto } from './review-filter.dto';
import { ReviewPage } from './review.resource';

@Controller('v1/reviews')
export class ReviewController {
  constructor(private readonly resolutions: ResolutionService) {}

  @Get()
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('review.read')
  @ApiOperation({
    summary: 'Refunds that do not go on by themselves',
    description:
      'Those in `needs_review` or `in_doubt`, the oldest request first, with the evidence to judge them and exactly what may be done. `pendingReason=insufficient_funds` lists those that wait for the balance at their gateway to be filled.',
  })
  @ApiOkResponse({ type: ReviewPage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() filter: ReviewFilterDto): Promise<Page<ReviewView>> {
    return this.resolutions.list(caller, filter);
  }
}
