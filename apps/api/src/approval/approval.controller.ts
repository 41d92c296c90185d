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
import { ApprovalService } from './approval.service';
import { DecisionDto } from './decision.dto';

@Controller('v1/refunds/:id/decisions')
export class ApprovalController {
  constructor(private readonly approvals: ApprovalService) {}

  @Post()
  @Scopes('refunds:decide')
  @ForStaff('refund.decide')
  @AnswersCommand()
  @ApiOperation({
    summary: 'Approve or reject an approval step',
    description:
      'Bound to the `snapshotHash` that was read. Whoever requested, and whoever approved another step, cannot decide. A 409 names who decided and how.',
  })
  @Refuses(
    'refund_not_found',
    'step_not_open',
    'snapshot_changed',
    'machines_may_not_decide',
    'self_approval',
    'limit_exceeded',
    'rejection_not_legal',
    ...BODY_REFUSALS,
    ...KEYED_REFUSALS,
  )
  decide(
    @Caller() principal: Principal,
    @HowAsked() asked: Asked,
    @Param('id', RefundIdPipe) refundId: string,
    @IdempotencyKey() key: string,
    @Body() decision: DecisionDto,
  ): Promise<Answer<ShownRefund | ShownCommand>> {
    return this.approvals.decide({ principal, asked }, { refundId, key, decision });
  }
}
