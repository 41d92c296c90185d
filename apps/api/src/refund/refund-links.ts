import { Injectable } from '@nestjs/common';
import { refundWorkflowId, uuidOf, type Principal, type Scope } from '@zikui/domain';
import type { AllowedAction, RefundView } from '@zikui/persistence';
import { Env } from '../env';

/** A refund as this API shows it. */
export type ShownRefund = RefundView &
  Readonly<{ /** The process in Temporal Web, for operators. */ temporalUrl: string | null }>;

const SCOPE_OF: Readonly<Record<AllowedAction, Scope>> = {
  decide: 'refunds:decide',
  cancel: 'refunds:create',
  resolve: 'refunds:decide',
};

/** Adds what depends on who looks and where things stand: the caller's actions and the link to the process. */
@Injectable()
export class RefundLinks {
  private readonly processes: string | null;

  constructor(env: Env) {
    const { TEMPORAL_UI_URL: ui, TEMPORAL_NAMESPACE: namespace } = env;
    this.processes = ui === undefined ? null : `${ui}/namespaces/${encodeURIComponent(namespace)}/workflows`;
  }

  show(principal: Principal, refund: RefundView): ShownRefund {
    return {
      ...refund,
      allowedActions: refund.allowedActions.filter((action) => principal.scopes.includes(SCOPE_OF[action])),
      temporalUrl: this.temporalUrl(principal.merchantId, refund.id),
    };
  }

  private temporalUrl(merchantId: string, id: string): string | null {
    const refundId = uuidOf('refund', id);
    if (this.processes === null || refundId === undefined) return null;
    return `${this.processes}/${encodeURIComponent(refundWorkflowId(merchantId, refundId))}`;
  }
}
