import { Injectable } from '@nestjs/common';
import { judgeActions, publicId, samePerson, type Principal } from '@zikui/domain';
import { StepEvidenceStore } from '@zikui/persistence';
import { found } from '../error/found';
import { shownAction } from '../refund/refund-action.resource';
import { RefundLinks } from '../refund/refund-links';
import { SHOWN_REASONS } from './rejection-reason.resource';
import type { ShownStepEvidence } from './step-evidence.resource';

@Injectable()
export class StepEvidenceService {
  constructor(
    private readonly evidence: StepEvidenceStore,
    private readonly links: RefundLinks,
  ) {}

  async find(principal: Principal, refundId: string, no: number): Promise<ShownStepEvidence> {
    const refund = publicId('refund', refundId);
    const evidence = await this.evidence.find(principal, refundId, no);
    const { facts, able, ...shown } = found(evidence, 'refund_not_found', { refund });
    const step = found(
      shown.refund.approval.steps.find((one) => one.step === no),
      'refund_not_found',
      { refund },
    );
    return {
      ...shown,
      refund: this.links.show(principal, shown.refund),
      step,
      why: shown.refund.explanation.filter(({ pointer }) => pointer === '/approval'),
      actions: judgeActions(facts, { ...principal, authorities: facts.authorities }).map(shownAction),
      others: able.filter((person) => !samePerson(person, principal.owner)),
      rejectionReasons: SHOWN_REASONS,
    };
  }
}
