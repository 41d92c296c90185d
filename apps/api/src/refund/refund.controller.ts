import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNotModifiedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { Page, RefundCount, TimelineEntry } from '@zikui/persistence';
import { CreatingScopes, ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { RefundIdPipe } from '../body/id.pipe';
import { BODY_REFUSALS, KEYED_REFUSALS, QUOTE_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import { RefundRequestDto } from '../quote/refund-request.dto';
import { RefundFilterDto, RefundListDto } from './refund-filter.dto';
import { RefundDetailResource, type RefundDetail } from './refund-detail.resource';
import type { ShownRefund } from './refund-links';
import { RefundCountResource, RefundPage, RefundResource } from './refund.resource';
import { RefundService } from './refund.service';
import { TimelinePage } from './timeline.resource';

const text = { schema: { type: 'string' as const } };
const ACCEPTED_HEADERS = {
  Location: { ...text, description: 'Where the refund is read.' },
  'Idempotent-Replayed': { ...text, description: '`true` when this answers a repeat.' },
};

@Controller('v1/refunds')
export class RefundController {
  constructor(private readonly refunds: RefundService) {}

  @Post()
  @CreatingScopes('refunds:create')
  @ForStaff('refund.create')
  @ApiOperation({
    summary: 'Ask for a refund',
    description:
      'Accepted durably, or refused and nothing is written. The answer is the refund as it was accepted; its process then carries it to the end. A repeat with the same key and body gets the same answer with `Idempotent-Replayed: true`.',
  })
  @ApiCreatedResponse({
    type: RefundResource,
    description: 'Accepted. The same for a repeat.',
    headers: ACCEPTED_HEADERS,
  })
  @Refuses(...QUOTE_REFUSALS, 'external_ref_taken', 'too_many_at_once', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  accept(
    @Caller() caller: Principal,
    @IdempotencyKey() key: string,
    @Body() body: RefundRequestDto,
  ): Promise<Answer<ShownRefund>> {
    return this.refunds.accept(caller, body, key);
  }

  @Get()
  @Scopes('refunds:read')
  @ForStaff('refund.read')
  @ApiOperation({
    summary: 'List refunds',
    description: 'Newest first, or by the legal date to pay by (`sort=payBy`). `next` is null on the last page.',
  })
  @ApiOkResponse({ type: RefundPage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() filter: RefundFilterDto): Promise<Page<ShownRefund>> {
    return this.refunds.list(caller, filter);
  }

  @Get('count')
  @Scopes('refunds:read')
  @ForStaff('refund.read')
  @ApiOperation({
    summary: 'Count refunds',
    description:
      'How many a list holds, and what they pay in each currency. Counted up to 10,000: beyond that `more` is true and nothing is summed.',
  })
  @ApiOkResponse({ type: RefundCountResource, description: 'The count.' })
  @Refuses()
  count(@Caller() caller: Principal, @Query() filter: RefundListDto): Promise<RefundCount> {
    return this.refunds.count(caller, filter);
  }

  @Get(':id')
  @Scopes('refunds:read')
  @ForStaff('refund.read')
  @ApiOperation({
    summary: 'Read a refund',
    description: 'With an `ETag`: send it as `If-None-Match` and an unchanged refund answers 304.',
  })
  @ApiOkResponse({ type: RefundDetailResource, description: 'The refund.' })
  @ApiNotModifiedResponse({ description: 'As the `If-None-Match` says that it was.' })
  @Refuses('refund_not_found')
  find(@Caller() caller: Principal, @Param('id', RefundIdPipe) id: string): Promise<RefundDetail> {
    return this.refunds.detail(caller, id);
  }

  @Get(':id/timeline')
  @Scopes('refunds:read')
  @ForStaff('refund.follow')
  @ApiOperation({
    summary: 'Everything that happened',
    description: 'Oldest first, each entry in Hebrew and English. `depth` says whom it is for.',
  })
  @ApiOkResponse({ type: TimelinePage, description: 'All entries.' })
  @Refuses('refund_not_found')
  timeline(@Caller() caller: Principal, @Param('id', RefundIdPipe) id: string): Promise<Page<TimelineEntry>> {
    return this.refunds.timeline(caller, id);
  }
}
