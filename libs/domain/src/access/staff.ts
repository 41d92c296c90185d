import type { DecisionRefusal } from '../approval/refuse-decision';
import { ROLES, type Principal, type Role } from './principal';

/** Who gave a role: an administrator, the identity provider at a sign-in, or whoever set the merchant up. */
export const GRANT_SOURCES = ['admin', 'claim', 'command'] as const;
export type GrantSource = (typeof GRANT_SOURCES)[number];

export const API_KEY_STATUSES = ['waiting', 'live', 'expired', 'revoked'] as const;
/** `waiting`: a key that decides works only once a second person confirmed it. */
export type ApiKeyStatus = (typeof API_KEY_STATUSES)[number];

/** Without a sign that long, a session ends; and after so long in any case. */
export const SESSION_IDLE_MS = 30 * 60_000;
export const SESSION_LIFE_MS = 12 * 60 * 60_000;
/** What changes powers or secrets needs a sign-in that is not older. */
export const RECENT_SIGN_IN_MS = 15 * 60_000;
/** How long a session may go on before the identity provider is asked again whether the person is still his. */
export const SESSION_REFRESH_MS = 14 * 60_000;

/** Why an administrator may not do this about that person: his own rights are never his to change. */
export const refuseOwnRights = ({ owner }: Pick<Principal, 'owner'>, person: string): DecisionRefusal | null =>
  owner === person ? { code: 'second_person_needed', values: { proposedBy: person } } : null;

/** A mail address as persons are known by it. */
export const personOf = (email: string): string => email.trim().toLowerCase();

/**
 * The roles in one merchant that an identity provider's claim gives. A value is `merchant:role`, by itself or by
 * `mapping` from the provider's own name of a group. What names no role, or another merchant, gives nothing.
 */
export function rolesOfClaim(
  claim: unknown,
  merchantSlug: string,
  mapping: Readonly<Record<string, string>>,
): readonly Role[] {
  const named = namesOf(claim, mapping);
  return ROLES.filter((role) => named.includes(`${merchantSlug}:${role}`));
}

/** The only merchant in which a claim gives roles; null when it names none, or several: then the person has to say which. */
export function merchantOfClaim(claim: unknown, mapping: Readonly<Record<string, string>>): string | null {
  const slugs = namesOf(claim, mapping).map((name) => name.split(':')[0] ?? '');
  const giving = [...new Set(slugs)].filter((slug) => rolesOfClaim(claim, slug, mapping).length > 0);
  return giving.length === 1 ? (giving[0] ?? null) : null;
}

function namesOf(claim: unknown, mapping: Readonly<Record<string, string>>): readonly string[] {
  const values: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return values
    .filter((value) => typeof value === 'string')
    .map((value) => (Object.hasOwn(mapping, value) ? (mapping[value] ?? value) : value));
}
