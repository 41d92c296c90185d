import { ROLES, type Principal, type Role } from './principal';

/** Lead, manager and cfo: who decides, by level. */
const APPROVERS = ['lead', 'manager', 'cfo'] as const satisfies readonly Role[];

/**
 * What a person may do, by his roles: the matrix of staff. A key has scopes instead, and acts that it decides go by the
 * one role that it has. What depends on the thing itself (whose refund, which step, how much) is asked beside it.
 */
export const PERMISSIONS = {
  /** A warehouse sees its lines alone. */ 'refund.read': ROLES,
  /** What happened to it, and what became of commands. */ 'refund.follow': [
    'support',
    ...APPROVERS,
    'finance',
    'policy_owner',
    'ops',
    'auditor',
    'admin',
  ],
  /** Takes many of them out of the house at once. */ 'refund.export': [...APPROVERS, 'finance', 'auditor'],
  'refund.create': ['support', 'finance'],
  /** His own request. */ 'refund.cancel': ['support', 'finance'],
  /** Within his limit, and not his own. */ 'refund.decide': [...APPROVERS, 'finance'],
  /** Says who is expected to decide. */ 'approval.assign': [...APPROVERS, 'finance'],
  /** Moves a limit of waiting. */ 'deadline.move': [...APPROVERS, 'finance', 'admin'],
  'delegation.read': [...APPROVERS, 'finance', 'ops', 'auditor', 'admin'],
  /** His own authority; an administrator, that of another. */ 'delegation.make': [...APPROVERS, 'finance', 'admin'],
  'approver.read': [...APPROVERS, 'finance', 'policy_owner', 'auditor', 'admin'],
  /** Of himself; an administrator, of others. */ 'approver.tell': [...APPROVERS, 'finance', 'admin'],
  /** Words and photos of people: for whoever may see persons. */ 'note.read': [
    'support',
    ...APPROVERS,
    'finance',
    'auditor',
  ],
  'note.write': ['support', ...APPROVERS, 'finance'],
  /** Once more, with a new link. */ 'message.resend': ['support', 'finance'],
  /** Takes back the links that a customer got. */ 'portal.revoke': ['support', 'finance'],
  'sale.read': ['support', ...APPROVERS, 'finance', 'policy_owner', 'ops', 'auditor', 'admin'],
  'review.read': ['support', ...APPROVERS, 'finance', 'ops', 'auditor', 'admin'],
  'review.resolve': ['finance', 'ops'],
  /** Takes one, or says who is expected to. */ 'review.assign': ['finance', 'ops'],
  'proposal.read': ['support', ...APPROVERS, 'finance', 'policy_owner', 'ops', 'auditor', 'admin'],
  'policy.read': ['support', ...APPROVERS, 'finance', 'policy_owner', 'ops', 'auditor', 'admin'],
  /** Drafts, back-tests, and proposals to publish. */ 'policy.write': ['policy_owner'],
  'proposal.decide': [...APPROVERS, 'finance', 'policy_owner', 'ops', 'admin'],
  'dispute.read': ['support', ...APPROVERS, 'finance', 'ops', 'auditor'],
  'dispute.register': ['support', 'finance'],
  'dispute.state_outcome': ['finance', 'ops'],
  'payee.give': ['support', 'finance'],
  /** Masked. */ 'payee.read': ['support', ...APPROVERS, 'finance', 'auditor'],
  /** In clear, with a reason that is kept. */ 'payee.unmask': ['support', ...APPROVERS, 'finance', 'auditor'],
  'bank_file.read': ['finance', 'auditor'],
  'bank_file.make': ['finance'],
  'bank_file.state_outcome': ['finance', 'ops'],
  'credit_note.read': ['support', ...APPROVERS, 'finance', 'auditor'],
  'law.read': ROLES,
  'law.confirm': ['policy_owner'],
  'report.read': ['finance', 'auditor'],
  'credit.read': ['support', ...APPROVERS, 'finance', 'auditor'],
  'gateway.read': ['support', ...APPROVERS, 'finance', 'ops', 'auditor', 'admin'],
  /** How money, boxes and gateways of the merchant do, at one glance. */ 'operations.read': [
    'finance',
    'ops',
    'admin',
  ],
  'money.stop': ['finance', 'ops', 'admin'],
  'breaker.release': ['finance', 'ops'],
  'reconciliation.read': ['finance', 'auditor'],
  'reconciliation.start': ['finance'],
  'webhook.read': ['auditor', 'admin'],
  'webhook.manage': ['admin'],
  'staff.read': ['auditor', 'admin'],
  'staff.manage': ['admin'],
  'api_key.read': ['auditor', 'admin'],
  'api_key.manage': ['admin'],
  'audit.read': ['auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as readonly Permission[];

/** Who may be shown the customer's name and address; the other roles work without them. */
const SEES_PERSONS: readonly Role[] = ['support', ...APPROVERS, 'finance', 'auditor'];
/** A role that lets somebody decide over money, or give others that right: only two persons give it. */
const DECIDING: readonly Role[] = [...APPROVERS, 'finance', 'policy_owner', 'admin'];

type Holder = Pick<Principal, 'role' | 'roles'>;

/** All roles of a person, or the one of a key. */
export const rolesOf = ({ role, roles }: Holder): readonly Role[] => roles ?? (role === null ? [] : [role]);
/** Which of his roles allow it; none = he may not. */
export const rolesThatAllow = (holder: Holder, permission: Permission): readonly Role[] => {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return rolesOf(holder).filter((role) => allowed.includes(role));
};
export const permissionsOf = (roles: readonly Role[]): readonly Permission[] =>
  PERMISSION_NAMES.filter((name) => rolesThatAllow({ role: null, roles }, name).length > 0);
/**
 * Why a person or a key may not do it, or null. For acts that a key does in its role as well: the scope says what it may
 * ask for, and the same line of the matrix as for people says in which role.
 */
export const refusePermission = (
  holder: Holder,
  permission: Permission,
): Readonly<{ code: 'permission_missing'; values: Readonly<{ permission: Permission }> }> | null =>
  rolesThatAllow(holder, permission).length > 0 ? null : { code: 'permission_missing', values: { permission } };

/** A key is the merchant's own system, which knows its customers. */
export const seesPersons = (principal: Holder & Pick<Principal, 'person'>): boolean =>
  principal.person !== 'staff' || rolesOf(principal).some((role) => SEES_PERSONS.includes(role));
/** What comes back is all that a warehouse needs to know. */
export const seesLinesOnly = (principal: Holder & Pick<Principal, 'person'>): boolean =>
  principal.person === 'staff' && rolesOf(principal).every((role) => role === 'warehouse');
export const isDecidingRole = (role: Role): boolean => DECIDING.includes(role);

/**
 * The person in that of his roles in which he may do it: the first that `refuse` lets pass, else the first of them. A
 * person of several roles acts in one at a time, and the book says in which.
 */
export function inRoleThatMay<P extends Holder>(principal: P, refuse: (candidate: P) => unknown): P {
  const candidates = rolesOf(principal).map((role): P => ({ ...principal, role }));
  return candidates.find((candidate) => refuse(candidate) === null) ?? candidates[0] ?? principal;
}
