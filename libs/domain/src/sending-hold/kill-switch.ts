import type { Role } from '../access/principal';
import type { DecisionRefusal } from '../approval/refuse-decision';

/** One of these stops money alone; that it may flow again is proposed, and confirmed by a second person. */
export const KILL_SWITCH_ROLES: readonly Role[] = ['finance', 'ops', 'admin'];

/** Why this person may not stop money, or null when he may (reliability.md section 9). */
export const refuseKillSwitch = (role: Role | null): DecisionRefusal | null =>
  role !== null && KILL_SWITCH_ROLES.includes(role)
    ? null
    : { code: 'permission_missing', values: { permission: KILL_SWITCH_ROLES.join(' or ') } };
