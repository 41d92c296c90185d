import type { Role } from '../access/principal';

/** Roles that may decide (reliability.md section 9); the order is that of a fault's text. */
export const APPROVER_ROLES = ['lead', 'manager', 'cfo', 'finance'] as const satisfies readonly Role[];
