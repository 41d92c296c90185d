import { refusePermission } from '../access/permission';
import type { Principal } from '../access/principal';
import type { Authority } from '../approval/approver';
import { refuseDecision, type ApprovalFacts, type DecisionRefusal } from '../approval/refuse-decision';
import { LEGAL_REJECTION_CODES } from '../text/rejection-reasons';
import { refuseCancellation, refuseStranger } from './refuse-cancellation';
import type { RefundStatus } from './refund-status';

/** What people do about a refund; which ways out of a review there are, the desk says. */
export const REFUND_ACTIONS = ['approve', 'reject', 'assign', 'cancel', 'comment', 'resolve'] as const;
export type RefundAction = (typeof REFUND_ACTIONS)[number];
/** Whether somebody may do it now, and why not. */
export type ActionVerdict = Readonly<{ action: RefundAction; refusal: DecisionRefusal | null }>;

export type ActionFacts = ApprovalFacts & Readonly<{ attemptSent: boolean }>;
/** Who looks, with all that he may decide about this refund. */
export type Onlooker = Pick<Principal, 'owner' | 'role' | 'roles' | 'person'> &
  Readonly<{ authorities: readonly Authority[] }>;

const STUCK: readonly RefundStatus[] = ['needs_review', 'in_doubt'];

/** Every action, by the same rules that refuse it when it is done. Pure; what it says may be over a moment later. */
export function judgeActions(refund: ActionFacts, onlooker: Onlooker): readonly ActionVerdict[] {
  const open = refund.steps.find(({ status }) => status === 'open');
  const step = (open ?? refund.steps.at(-1))?.no ?? 1;
  const decision = (outcome: 'approve' | 'reject'): DecisionRefusal | null =>
    refusePermission(onlooker, 'refund.decide') ??
    refuseDecision(refund, onlooker, {
      ...{ step, outcome, snapshotHash: refund.snapshotHash },
      // Of the reasons for a rejection one is always a legal ground.
      reasonCode: outcome === 'reject' ? (LEGAL_REJECTION_CODES[0] ?? null) : null,
    });
  const inState = (isRight: boolean): DecisionRefusal | null =>
    isRight ? null : { code: 'invalid_state', values: { status: refund.status, to: null } };
  const refusals: Readonly<Record<RefundAction, DecisionRefusal | null>> = {
    approve: decision('approve'),
    reject: decision('reject'),
    assign: refusePermission(onlooker, 'approval.assign') ?? inState(open !== undefined),
    cancel:
      refusePermission(onlooker, 'refund.cancel') ?? refuseStranger(refund, onlooker) ?? refuseCancellation(refund),
    comment: refusePermission(onlooker, 'note.write'),
    resolve: refusePermission(onlooker, 'review.resolve') ?? inState(STUCK.includes(refund.status)),
  };
  return REFUND_ACTIONS.map((action) => ({ action, refusal: refusals[action] }));
}
