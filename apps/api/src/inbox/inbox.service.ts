import { Injectable } from '@nestjs/common';
import type { Principal } from '@zikui/domain';
import {
  ApprovalInboxStore,
  ApprovalStepStore,
  DecidedStepStore,
  type DecidedStep,
  type DueList,
  type Inbox,
  type Page,
} from '@zikui/persistence';
import type { ShownRefund } from '../refund/refund-links';
import { RefundService } from '../refund/refund.service';
import type { PagingDto } from '../body/paging.dto';
import type { InboxDto } from './inbox.dto';

@Injectable()
export class InboxService {
  constructor(
    private readonly inbox: ApprovalInboxStore,
    private readonly decided: DecidedStepStore,
    private readonly steps: ApprovalStepStore,
    private readonly refunds: RefundService,
  ) {}

  list(principal: Principal, query: InboxDto): Promise<Inbox> {
    return this.inbox.list(principal, query);
  }

  dueWithOthers(principal: Principal): Promise<DueList> {
    return this.inbox.dueWithOthers(principal);
  }

  decidedBy(principal: Principal, paging: PagingDto): Promise<Page<DecidedStep>> {
    return this.decided.list(principal, paging);
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
