import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { RefundIdPipe } from '../body/id.pipe';
import type { ShownCommand } from '../command/command-links';
import { AnswersCommand } from '../command/command-response.decorator';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import type { ShownRefund } from '../refund/refund-links';
import { HowAsked, type Asked } from '../request/asked.decorator';
import { DeadlineDto } from './deadline.dto';
import { DeadlineService } from './deadline.service';

@Controller('v1/refunds/:id/deadline')
export class DeadlineController {
  constructor(private readonly deadlines: DeadlineService) {}

  @Post()
  @Scopes('refunds:decide')
  @ForStaff('deadline.move')
  @AnswersCommand()
  @ApiOperation({
    summary: 'Move a time limit',
    description:
      'Of an approval step, after which it is offered to the next role too; or of the refund, after which it stops waiting. A refund that the law grants never waits beyond its review date.',
  })
  @Refuses('refund_not_found', 'invalid_state', 'step_not_open', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  move(
    @Caller() principal: Principal,
    @HowAsked() asked: Asked,
    @Param('id', RefundIdPipe) refundId: string,
    @IdempotencyKey() key: string,
    @Body() deadline: DeadlineDto,
  ): Promise<Answer<ShownRefund | ShownCommand>> {
    return this.deadlines.move({ principal, asked }, { refundId, key, deadline });
  }
}
