import { rolesOf } from '../access/permission';
import type { Principal } from '../access/principal';
import { samePerson } from './approver';

export type DelegationTerms = Readonly<{ from: string; to: string; startsAt: string; endsAt: string }>;
export type DelegationRefusal =
  Readonly<{ kind: 'permission' }> | Readonly<{ kind: 'field'; pointer: string; detail: string }>;

/** Longer than this nobody is away without somebody looking at it again. */
const LONGEST_DAYS = 90;
const DAY_MS = 86_400_000;

/** Why authority is not delegated so; null when it is. One delegates one's own; an administrator also that of others, never to himself. */
export function refuseDelegation(
  by: Pick<Principal, 'owner' | 'role' | 'roles'>,
  { from, to, startsAt, endsAt }: DelegationTerms,
  { now, isKnown }: Readonly<{ now: string; isKnown: (person: string) => boolean }>,
): DelegationRefusal | null {
  const isOwn = samePerson(by.owner, from);
  if (!isOwn && (!rolesOf(by).includes('admin') || samePerson(by.owner, to))) return { kind: 'permission' };
  const field = (pointer: string, detail: string): DelegationRefusal => ({ kind: 'field', pointer, detail });
  if (samePerson(from, to)) return field('/to', 'nobody delegates to himself');
  if (!isKnown(from)) return field('/from', 'nobody of this name may decide anything');
  if (!isKnown(to)) return field('/to', 'nobody of this name may decide anything');
  const [starts, ends] = [Date.parse(startsAt), Date.parse(endsAt)];
  if (ends <= Math.max(starts, Date.parse(now)))
    return field('/endsAt', 'a delegation ends after it begins, and not in the past');
  if (ends - Math.max(starts, Date.parse(now)) > LONGEST_DAYS * DAY_MS)
    return field('/endsAt', `a delegation lasts ${LONGEST_DAYS} days at most`);
  return null;
}
