import { parsePolicy, RefundError, type WorkingCalendar } from '@zikui/domain';
import type { Tx } from '../database/database';

/** The working hours of a policy version; a refund keeps those of its own version. */
export async function workingCalendar(tx: Tx, policyVersionId: string): Promise<WorkingCalendar> {
  const [version] = await tx.query<{ source: string }>(`SELECT source FROM policy_version WHERE id = $1`, [
    policyVersionId,
  ]);
  const parsed = version && parsePolicy(version.source);
  // Only valid policies are published, and a published text never changes.
  if (parsed?.kind !== 'valid') throw new RefundError('internal');
  return parsed.policy.calendar;
}
