import { Injectable } from '@nestjs/common';
import type { Principal } from '@zikui/domain';
import { ApprovalStepStore, ApproverStore, CoverageStore, type ApproverView } from '@zikui/persistence';
import type { ApproverDto } from './approver.dto';
import type { ShownCoverage } from './coverage.resource';

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

  async thin({ merchantId }: Principal): Promise<ShownCoverage> {
    const { steps, acts } = await this.coverage.of(merchantId);
    return { items: steps, acts };
  }

  /** What waited for him alone does not wait for his return. */
  async put(principal: Principal, body: ApproverDto): Promise<ApproverView> {
    const approver = await this.approvers.put(principal, body);
    if (approver.absence !== null) await this.steps.lookAgain(principal.merchantId);
    return approver;
  }
}
