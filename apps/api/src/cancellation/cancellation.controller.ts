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
import { HowAsked, type Asked } from '../request/asked.decorator';
import { CancellationDto } from './cancellation.dto';
import { CancellationService } from './cancellation.service';
import type { ShownRefund } from '../refund/refund-links';

@Controller('v1/refunds/:id/cancellation')
export class CancellationController {
  constructor(private readonly cancellations: CancellationService) {}

  @Post()
  @Scopes('refunds:create')
  @ForStaff('refund.cancel')
  @AnswersCommand()
  @ApiOperation({
    summary: 'Cancel a refund',
    description: 'Until its first attempt was sent to a gateway; after that it is too late.',
  })
  @Refuses('refund_not_found', 'too_late', 'invalid_state', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  cancel(
    @Caller() principal: Principal,
    @HowAsked() asked: Asked,
    @Param('id', RefundIdPipe) refundId: string,
    @IdempotencyKey() key: string,
    @Body() cancellation: CancellationDto,
  ): Promise<Answer<ShownRefund | ShownCommand>> {
    return this.cancellations.cancel({ principal, asked }, { refundId, key, cancellation });
  }
}
