import { compiledPolicy, RefundError, type WorkingCalendar } from '@zikui/domain';
import type { Tx } from '../database/database';

/** The working hours of a policy version; a refund keeps those of its own version. */
export async function workingCalendar(tx: Tx, policyVersionId: string): Promise<WorkingCalendar> {
  const [version] = await tx.query<{ text: string; hash: string }>(
    `SELECT source AS text, hash FROM policy_version WHERE id = $1`,
    [policyVersionId],
  );
  if (!version) throw new RefundError('policy_missing');
  return compiledPolicy(version).calendar;
}
