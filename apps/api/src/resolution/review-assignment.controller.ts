import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { RefundIdPipe } from '../body/id.pipe';
import { BODY_REFUSALS, Refuses } from '../docs/refuses.decorator';
import type { ShownRefund } from '../refund/refund-links';
import { RefundResource } from '../refund/refund.resource';
import { ReviewAssignmentDto } from './review-assignment.dto';
import { ReviewAssignmentService } from './review-assignment.service';

@Controller('v1/refunds/:id/review-assignment')
export class ReviewAssignmentController {
  constructor(private readonly assignments: ReviewAssignmentService) {}

  @Put()
  @Scopes('refunds:decide')
  @ForStaff('review.assign')
  @ApiOperation({
    summary: 'Take a refund of the desk, or hand it to a person',
    description:
      'Says who is expected to see to a refund in `needs_review` or `in_doubt`. He must be one who may resolve it, and is told by mail; others still may.',
  })
  @ApiOkResponse({ type: RefundResource, description: 'The refund as it stands now.' })
  @Refuses('refund_not_found', 'invalid_state', 'approver_not_found', ...BODY_REFUSALS)
  assign(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @Body() { to = null }: ReviewAssignmentDto,
  ): Promise<ShownRefund> {
    return this.assignments.assign(caller, { refundId, to });
  }
}
