import { Injectable } from '@nestjs/common';
import type { Principal } from '@zikui/domain';
import { ReviewAssignmentStore, type ReviewAssignAsk } from '@zikui/persistence';
import type { ShownRefund } from '../refund/refund-links';
import { RefundService } from '../refund/refund.service';

@Injectable()
export class ReviewAssignmentService {
  constructor(
    private readonly assignments: ReviewAssignmentStore,
    private readonly refunds: RefundService,
  ) {}

  /** Answers with the refund as it stands then. */
  async assign(principal: Principal, ask: ReviewAssignAsk): Promise<ShownRefund> {
    await this.assignments.assign(principal, ask);
    return this.refunds.find(principal, ask.refundId);
  }
}
