import { mayMove, move, type StateTable } from '../state/state-table';

/** Which status of a refund may follow which (domain.md section 2). The only place that knows. */
const NEXT = {
  requested: ['awaiting_approval', 'awaiting_return', 'processing', 'rejected', 'cancelled', 'needs_review'],
  awaiting_approval: ['awaiting_return', 'processing', 'rejected', 'expired', 'cancelled', 'needs_review'],
  awaiting_return: ['processing', 'awaiting_approval', 'expired', 'cancelled', 'needs_review'],
  processing: ['awaiting_gateway', 'in_doubt', 'needs_review', 'completed'],
  awaiting_gateway: ['processing', 'in_doubt', 'needs_review', 'completed'],
  in_doubt: ['processing', 'awaiting_gateway', 'needs_review', 'completed'],
  needs_review: [
    'processing',
    'awaiting_gateway',
    'in_doubt',
    'awaiting_return',
    'awaiting_approval',
    'completed',
    'cancelled',
    'failed',
  ],
  completed: ['needs_review'],
  rejected: [],
  expired: [],
  cancelled: [],
  failed: [],
} as const satisfies Record<string, readonly string[]>;

export type RefundStatus = keyof typeof NEXT;
/** `external`: made at the gateway itself, past this house, and only recorded here. */
export type RefundOrigin = 'request' | 'external';
export const REFUND_STATUSES = Object.keys(NEXT) as readonly RefundStatus[];
/** Statuses that no process of the refund leaves again (`completed` only by a reversal's repair). */
export const CLOSED_STATUSES: readonly RefundStatus[] = ['completed', 'rejected', 'expired', 'cancelled', 'failed'];
/** Statuses that a refund leaves again. */
export const OPEN_STATUSES: readonly RefundStatus[] = REFUND_STATUSES.filter(
  (status) => !CLOSED_STATUSES.includes(status),
);
export const isClosed = (status: RefundStatus): boolean => CLOSED_STATUSES.includes(status);
/** Statuses whose units, amounts and reservations were given back. */
export const GIVEN_BACK_STATUSES: readonly RefundStatus[] = ['rejected', 'expired', 'cancelled', 'failed'];
export const REFUND_NEXT: StateTable<RefundStatus> = NEXT;
export const canMove = (from: RefundStatus, to: RefundStatus): boolean => mayMove(REFUND_NEXT, from, to);
/** Returns `to`, or throws `invalid_state`. */
export const moveRefund = (from: RefundStatus, to: RefundStatus): RefundStatus => move(REFUND_NEXT, from, to);
