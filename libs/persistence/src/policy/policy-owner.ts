import { mayPropose, PROPOSAL_ROLES, RefundError, type Principal } from '@zikui/domain';

/** Policies are written by those who may propose them. Throws `permission_missing`. */
export function insistOnPolicyOwner({ role }: Principal): void {
  if (mayPropose('publish_policy', role)) return;
  throw new RefundError('permission_missing', { permission: PROPOSAL_ROLES.publish_policy.propose.join(' or ') });
}
