import { Injectable } from '@nestjs/common';
import type { Principal } from '@zikui/domain';
import {
  ApprovalStepStore,
  ApproverStore,
  CoverageStore,
  type ApproverView,
  type CoverageView,
} from '@zikui/persistence';
import type { ApproverDto } from './approver.dto';

@Injectable()
export class ApproverService {
  constructor(
    private readonly approvers: ApproverStore,
    private readonly steps: ApprovalStepStore,
    private readonly coverage: CoverageStore,
  ) {}

  async list({ merchantId }: Principal): Promise<Readonly<{ items: readonly ApproverView[] }>> {
    return { items: await this.approvers.list(merchantId) };
  }

  async thin({ merchantId }: Principal): Promise<Readonly<{ items: readonly CoverageView[] }>> {
    return { items: await this.coverage.of(merchantId) };
  }

  /** What waited for him alone does not wait for his return. */
  async put(principal: Principal, body: ApproverDto): Promise<ApproverView> {
    const approver = await this.approvers.put(principal, body);
    if (approver.absence !== null) await this.steps.lookAgain(principal.merchantId);
    return approver;
  }
}
