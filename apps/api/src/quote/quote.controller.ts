import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { RefundIntakeStore, type QuoteView } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { BODY_REFUSALS, QUOTE_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { QuoteResource } from './quote.resource';
import { RefundRequestDto } from './refund-request.dto';

@Controller('v1/refunds/quote')
export class QuoteController {
  constructor(private readonly intake: RefundIntakeStore) {}

  @Post()
  @HttpCode(200)
  @Scopes('refunds:create')
  @ForStaff('refund.create')
  @ApiOperation({
    summary: 'Quote a refund',
    description:
      'What a refund would be, line by line, and every rule that spoke. Writes nothing and needs no Idempotency-Key.',
  })
  @ApiOkResponse({ type: QuoteResource, description: 'What the refund would be.' })
  @Refuses(...QUOTE_REFUSALS, ...BODY_REFUSALS)
  quote(@Caller() caller: Principal, @Body() body: RefundRequestDto): Promise<QuoteView> {
    return this.intake.quote(caller, body);
  }
}
