import { compiledPolicy, RefundError, type CompiledPolicy, type WorkingCalendar } from '@zikui/domain';
import type { Tx } from '../database/database';

/** The working hours of a policy version; a refund keeps those of its own version. */
export const workingCalendar = async (tx: Tx, policyVersionId: string): Promise<WorkingCalendar> =>
  (await policyVersion(tx, policyVersionId)).calendar;

/** A version of a policy, ready to be asked. Throws `policy_missing`. */
export async function policyVersion(tx: Tx, policyVersionId: string): Promise<CompiledPolicy> {
  const [version] = await tx.query<{ text: string; hash: string }>(
    `SELECT source AS text, hash FROM policy_version WHERE id = $1`,
    [policyVersionId],
  );
  if (!version) throw new RefundError('policy_missing');
  return compiledPolicy(version);
}
