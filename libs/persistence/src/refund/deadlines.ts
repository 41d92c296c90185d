import { addDays, endOfDay, localDate, startOfDay } from '@zikui/domain';
import type { LoadedRefund } from './loaded-refund';

/** So many days before `payBy` a person takes over what still waits (domain.md section 6). */
const REVIEW_DAYS = 2;

/** When a refund that the customer has a right to stops waiting by itself; null when no date binds. */
export const reviewAt = ({ statutory, payBy, timeZone }: LoadedRefund): string | null =>
  statutory && payBy !== null ? startOfDay(addDays(payBy, -REVIEW_DAYS), timeZone) : null;

/** When a refund that waits for approvals stops waiting. */
export const approvalDueAt = (refund: LoadedRefund): string | null =>
  earliest(refund.decided.approval.silentUntil, reviewAt(refund));

/** When the goods are to be there: the policy's days count from when the customer is asked to send them. */
export const goodsDueAt = ({ decided, now, timeZone }: LoadedRefund): string =>
  endOfDay(addDays(localDate(now, timeZone), decided.return.days), timeZone);

export function earliest(...instants: readonly (string | null)[]): string | null {
  const set = instants.filter((instant) => instant !== null);
  return set.reduce<string | null>(
    (first, one) => (first === null || Date.parse(one) < Date.parse(first) ? one : first),
    null,
  );
}
