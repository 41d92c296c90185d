import type { Principal } from '../access/principal';
import type { RefundStatus } from '../refund/refund-status';
import { APPROVER_ROLES } from './approver-roles';
import type { ApprovalStepStatus } from './approval-step-status';
import type { DecisionRefusal } from './refuse-decision';

export type DeadlineAsk = Readonly<{ step: number | null; dueAt: string }>;
type Waiting = Readonly<{
  status: RefundStatus;
  steps: readonly Readonly<{ no: number; status: ApprovalStepStatus; escalatedTo: unknown }>[];
}>;

const MOVERS: readonly unknown[] = [...APPROVER_ROLES, 'admin'];
const WAITS: readonly RefundStatus[] = ['awaiting_approval', 'awaiting_return'];

/** Why a time limit is not moved; null when it is. A statutory refund's limit also never passes its review date, which its process knows. */
export function refuseDeadline(
  refund: Waiting,
  { role }: Pick<Principal, 'role'>,
  { step: no, dueAt }: DeadlineAsk,
  now: string,
): DecisionRefusal | null {
  if (!MOVERS.includes(role)) return { code: 'permission_missing', values: { permission: MOVERS.join(' or ') } };
  if (!WAITS.includes(refund.status)) return { code: 'invalid_state', values: { status: refund.status } };
  const step = refund.steps.find((one) => one.no === no);
  if (no !== null && step?.status !== 'open')
    return {
      code: 'step_not_open',
      values: { step: no, status: refund.status, decidedBy: null, outcome: null, decidedAt: null },
    };
  if (step && step.escalatedTo !== null) return { code: 'invalid_state', values: { status: refund.status } };
  return Date.parse(dueAt) > Date.parse(now) ? null : { code: 'invalid_request', values: {} };
}
