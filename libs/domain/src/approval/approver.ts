import type { Role } from '../access/principal';
import { APPROVER_ROLES } from './approver-roles';

/**
 * What somebody may decide: in one role, up to one limit. Where roles, teams and limits are granted is not known here.
 * Through a delegation it is the delegator's, and never more than he has himself at this moment.
 */
export type Authority = Readonly<{
  /** Whose it is: the decider himself, or who delegated to him. */ person: string;
  role: Role | null;
  teams: readonly string[];
  /** The largest payout, in minor units of the refund's currency; null when none was granted. */ limit: number | null;
  /** The delegation by which it is used; null for one's own. */ delegation: string | null;
  /** What was approved with it before for this customer in thirty days: several small refunds count as one. */
  approvedBefore: number;
}>;

/** Somebody who decides, with all that he may decide now, his own authorities first. */
export type Decider = Readonly<{
  owner: string;
  authorities: readonly Authority[];
  /** `staff` for who signed in himself; a key decides only where the policy lets keys decide. */
  person?: 'customer' | 'staff' | null;
}>;

/** Whom a step asks for: a role, a member of a team, somebody with at least this limit, or all of it in one person. */
export type ApproverSlot = Readonly<{ role: Role | null; team: string | null; limit: number | null }>;

/** Whose steps a role may decide besides its own: approvers stand in levels, and the highest one stands in for finance too. */
const STANDS_IN_FOR: Partial<Record<Role, readonly Role[]>> = {
  manager: ['lead'],
  cfo: ['lead', 'manager', 'finance'],
};
/** What somebody may decide acting in one of his roles; a delegation is used whichever that is. */
export const authoritiesIn = (role: Role | null, authorities: readonly Authority[]): readonly Authority[] =>
  authorities.filter((one) => one.delegation !== null || one.role === role);

const MAY_DECIDE: readonly Role[] = APPROVER_ROLES;

/** Whether this authority is one of those that a slot asks for. Whether it covers the amount is asked apart. */
export function fitsSlot({ role, teams, limit }: Omit<Authority, 'person'>, slot: ApproverSlot): boolean {
  if (role === null) return false;
  const inRole = slot.role === null ? MAY_DECIDE.includes(role) : standsFor(role, slot.role);
  const inTeam = slot.team === null || teams.includes(slot.team);
  return inRole && inTeam && (slot.limit === null || (limit !== null && limit >= slot.limit));
}

export const standsFor = (role: Role, asked: Role): boolean =>
  role === asked || STANDS_IN_FOR[role]?.includes(asked) === true;

/** Names are typed by people and programs: another case, width or blank does not make another person. */
export const samePerson = (one: string, other: string): boolean => nameOf(one) === nameOf(other);
const nameOf = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** A slot in words, for faults and for people who are told whom a step waits for. */
export function slotText({ role, team, limit }: ApproverSlot): string {
  const parts = [role, team === null ? null : `team ${team}`, limit === null ? null : `limit ${limit}`];
  return parts.filter((part) => part !== null).join(', ');
}
