import { move, type StateTable } from '../state/state-table';

export const APPROVAL_STEP_STATUSES = ['waiting', 'open', 'approved', 'rejected', 'expired', 'superseded'] as const;
export type ApprovalStepStatus = (typeof APPROVAL_STEP_STATUSES)[number];

/** Which status of an approval step may follow which. Escalation keeps `open` and adds a role. */
export const APPROVAL_STEP_NEXT: StateTable<ApprovalStepStatus> = {
  waiting: ['open', 'superseded'],
  open: ['approved', 'rejected', 'expired', 'superseded'],
  approved: ['superseded'], // A changed snapshot was never approved.
  rejected: [],
  expired: [],
  superseded: [],
};
/** Returns `to`, or throws `invalid_state`. */
export const moveApprovalStep = (from: ApprovalStepStatus, to: ApprovalStepStatus): ApprovalStepStatus =>
  move(APPROVAL_STEP_NEXT, from, to);
