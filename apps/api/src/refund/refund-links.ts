import { Injectable } from '@nestjs/common';
import {
  refundWorkflowId,
  rolesThatAllow,
  seesLinesOnly,
  uuidOf,
  type Permission,
  type Principal,
  type Scope,
} from '@zikui/domain';
import type { AllowedAction, RefundView } from '@zikui/persistence';
import { Env } from '../env';

/** A refund as this API shows it. */
export type ShownRefund = RefundView &
  Readonly<{ /** The process in Temporal Web, for operators. */ temporalUrl: string | null }>;

const NEEDED: Readonly<Record<AllowedAction, Readonly<{ scope: Scope; permission: Permission }>>> = {
  decide: { scope: 'refunds:decide', permission: 'refund.decide' },
  cancel: { scope: 'refunds:create', permission: 'refund.cancel' },
  resolve: { scope: 'refunds:decide', permission: 'review.resolve' },
};
const may = (principal: Principal, action: AllowedAction): boolean =>
  principal.person === 'staff'
    ? rolesThatAllow(principal, NEEDED[action].permission).length > 0
    : principal.scopes.includes(NEEDED[action].scope);

/** What comes back, without how the money goes, who decides and what the customer was told. */
const linesOf = (refund: RefundView): RefundView => ({
  ...refund,
  metadata: {},
  ...{ transfers: [], creditNotes: [], explanation: [], messages: [], allowedActions: [] },
  approval: { ...refund.approval, steps: [] },
});

/** Adds what depends on who looks and where things stand: the caller's actions and the link to the process. */
@Injectable()
export class RefundLinks {
  /** All processes in Temporal Web. */ readonly processesUrl: string | null;

  constructor(env: Env) {
    const { TEMPORAL_UI_URL: ui, TEMPORAL_NAMESPACE: namespace } = env;
    this.processesUrl = ui === undefined ? null : `${ui}/namespaces/${encodeURIComponent(namespace)}/workflows`;
  }

  show(principal: Principal, refund: RefundView): ShownRefund {
    if (seesLinesOnly(principal)) return { ...linesOf(refund), temporalUrl: null };
    return {
      ...refund,
      allowedActions: refund.allowedActions.filter((action) => may(principal, action)),
      temporalUrl: this.temporalUrl(principal.merchantId, refund.id),
    };
  }

  private temporalUrl(merchantId: string, id: string): string | null {
    const refundId = uuidOf('refund', id);
    if (this.processesUrl === null || refundId === undefined) return null;
    return `${this.processesUrl}/${encodeURIComponent(refundWorkflowId(merchantId, refundId))}`;
  }
}
