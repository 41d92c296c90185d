import type { Principal } from '../access/principal';
import type { ErrorCode } from '../error/error-code';
import type { ErrorValues } from '../error/refund-error';
import { isClosed, type RefundStatus } from './refund-status';

/** Statuses in which nothing may have been sent yet. */
const BEFORE_MONEY: readonly RefundStatus[] = ['requested', 'awaiting_approval', 'awaiting_return', 'needs_review'];

/**
 * Why a refund can't be cancelled any more, or null when it can. `attemptSent` = any attempt ever left for a gateway:
 * then money may have moved, whatever the status says.
 */
export function refuseCancellation(
  refund: Readonly<{ status: RefundStatus; attemptSent: boolean }>,
): Readonly<{ code: ErrorCode; values: ErrorValues }> | null {
  const { status, attemptSent } = refund;
  if (isClosed(status)) return { code: 'invalid_state', values: { status, to: 'cancelled' } };
  return attemptSent || !BEFORE_MONEY.includes(status) ? { code: 'too_late', values: { status } } : null;
}

/** People take back what they asked for themselves; the merchant's own systems whatever there is. Null for whoever may. */
export const refuseStranger = (
  { requesterOwner, requestedBy }: Readonly<{ requesterOwner: string; requestedBy: string | null }>,
  { person, owner }: Pick<Principal, 'person' | 'owner'>,
): ReturnType<typeof refuseCancellation> =>
  person === 'staff' && ![requesterOwner, requestedBy].includes(owner)
    ? { code: 'permission_missing', values: { permission: 'refund.cancel' } }
    : null;
