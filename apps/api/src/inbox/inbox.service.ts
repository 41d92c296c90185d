import { Injectable } from '@nestjs/common';
import type { Principal } from '@zikui/domain';
import { ApprovalInboxStore, ApprovalStepStore, type InboxItem, type Page } from '@zikui/persistence';
import type { PagingDto } from '../body/paging.dto';
import type { ShownRefund } from '../refund/refund-links';
import { RefundService } from '../refund/refund.service';

@Injectable()
export class InboxService {
  constructor(
    private readonly inbox: ApprovalInboxStore,
    private readonly steps: ApprovalStepStore,
    private readonly refunds: RefundService,
  ) {}

  list(principal: Principal, { limit, after }: PagingDto): Promise<Page<InboxItem>> {
    return this.inbox.list(principal, { limit, ...(after !== undefined && { after }) });
  }

  /** Answers with the refund as it stands then. */
  async assign(
    principal: Principal,
    ask: Readonly<{ refundId: string; step: number; to: string | null }>,
  ): Promise<ShownRefund> {
    await this.steps.assign(principal, ask);
    return this.refunds.find(principal, ask.refundId);
  }
}
