import { merchantOfClaim, personOf, publicId, RefundError, rolesOfClaim, type Role } from '@zikui/domain';
import { appendAudit } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { newId } from '../database/new-id';
import type { StaffSessionStore } from './staff-session.store';
import { givePower, lockStaff, takeRoles } from './write-grants';

/** What an identity provider said of somebody, checked. */
export type Identity = Readonly<{
  issuer: string;
  subject: string;
  /** Verified by the provider. */ email: string;
  name: string;
  /** The value of the claim that names roles. */ roles: unknown;
}>;
export type SignIn = Readonly<{
  /** At which merchant; null where the person has one alone. */ merchantSlug: string | null;
  address: string | null;
  refreshToken: string | null;
  /** When he proved himself to the provider; null = now. */ authenticatedAt: string | null;
  /** Names of the provider's groups and the `merchant:role` that each gives. */
  mapping: Readonly<Record<string, string>>;
  /** Whether the provider tells of roles at all: only then what it does not tell is taken away. */ claims: boolean;
}>;

const BY_CLAIM = 'identity provider';

/** Sign-ins of staff. What the identity provider says of roles is written down as grants; limits are never its to give. */
export class SignInStore {
  constructor(
    private readonly database: Database,
    private readonly sessions: StaffSessionStore,
  ) {}

  /** Finds the merchant, then opens a session, in one transaction with the grants, and gives its token. Throws `sign_in_refused` for whoever has no role. */
  async signIn(identity: Identity, signIn: SignIn): Promise<Readonly<{ token: string; merchantSlug: string }>> {
    const merchant = await this.database.read('intake', (tx) => merchantOf(tx, identity, signIn));
    if (!merchant) throw new RefundError('sign_in_refused');
    return this.database.write(merchant, async (tx) => {
      const { staffId, merchantId, slug } = await staffOf(tx, merchant, identity);
      const roles = await syncGrants(tx, { merchantId, staffId, slug }, identity, signIn);
      if (roles.length === 0) throw new RefundError('sign_in_refused');
      const { address, refreshToken, authenticatedAt } = signIn;
      const token = await this.sessions.open(tx, { merchantId, staffId, address, refreshToken, authenticatedAt });
      const { email } = identity;
      const person = (await lockStaff(tx, merchantId, staffId)).person;
      await appendAudit(tx, {
        ...{ merchantId, refundId: null, actor: `staff:${person}`, owner: person, role: null, address },
        ...{ action: 'staff.signed_in', subject: publicId('staff', staffId) },
        data: { roles: roles.join(' '), renamed: personOf(email) !== person },
      });
      return { token, merchantSlug: slug };
    });
  }

  /** What the provider says of roles now, while somebody is signed in. Gives what he still holds. */
  async renew(
    staff: Readonly<{ merchantId: string; staffId: string; slug: string }>,
    identity: Pick<Identity, 'roles'>,
    signIn: Pick<SignIn, 'mapping' | 'claims'>,
  ): Promise<readonly Role[]> {
    return this.database.write(staff, async (tx) => {
      await lockStaff(tx, staff.merchantId, staff.staffId);
      return syncGrants(tx, staff, identity, signIn);
    });
  }
}

type FoundMerchant = Readonly<{ merchantId: string; slug: string; staffId: string | null; isDisabled: boolean }>;

/** The merchant where he is known, by his identity or, before his first sign-in, by his address; else the one that his claim names. */
async function merchantOf(
  tx: Tx,
  identity: Identity,
  { merchantSlug, mapping }: SignIn,
): Promise<FoundMerchant | null> {
  const { issuer, subject, email, roles } = identity;
  const found = await tx.query<FoundMerchant>(KNOWN, [issuer, subject, personOf(email), merchantSlug]);
  const active = found.filter(({ isDisabled }) => !isDisabled);
  if (active.length === 1) return active[0] ?? null;
  const slug = merchantSlug ?? merchantOfClaim(roles, mapping);
  if (found.length > 0 || slug === null || rolesOfClaim(roles, slug, mapping).length === 0) return null;
  const [merchant] = await tx.query<{ id: string }>('SELECT id FROM merchant WHERE slug = $1', [slug]);
  return merchant ? { merchantId: merchant.id, slug, staffId: null, isDisabled: false } : null;
}

async function staffOf(
  tx: Tx,
  { merchantId, slug, staffId }: FoundMerchant,
  { issuer, subject, email, name }: Identity,
): Promise<Readonly<{ staffId: string; merchantId: string; slug: string }>> {
  const id = staffId ?? newId();
  const made = staffId === null ? await tx.query(MAKE, [id, merchantId, personOf(email), name, BY_CLAIM]) : [id];
  // The address belongs to another identity: whoever has it now is not the person whom we know.
  if (made.length === 0) throw new RefundError('sign_in_refused');
  await lockStaff(tx, merchantId, id);
  await tx.query(SEEN, [id, issuer, subject, name]);
  return { staffId: id, merchantId, slug };
}

/** Writes what the claim says beside what administrators gave; a role that one of them took away stays away. Gives all that is held. */
async function syncGrants(
  tx: Tx,
  { merchantId, staffId, slug }: Readonly<{ merchantId: string; staffId: string; slug: string }>,
  { roles: claim }: Pick<Identity, 'roles'>,
  { mapping, claims }: Pick<SignIn, 'mapping' | 'claims'>,
): Promise<readonly Role[]> {
  const held = await tx.query<{ role: Role; source: string; takenAway: boolean }>(HELD, [staffId, BY_CLAIM]);
  const open = held.filter(({ takenAway }) => !takenAway);
  if (!claims) return open.map(({ role }) => role);
  const claimed = rolesOfClaim(claim, slug, mapping);
  const by = { actor: BY_CLAIM, source: 'claim' as const };
  const lost = open.filter(({ role, source }) => source === 'claim' && !claimed.includes(role));
  const won = claimed.filter((role) => held.every((one) => one.role !== role));
  for (const { role } of lost) await takeRoles(tx, staffId, { role, actor: BY_CLAIM });
  for (const role of won) await givePower(tx, { merchantId, id: staffId }, { role, amountLimit: null }, by);
  if (lost.length + won.length > 0)
    await appendAudit(tx, {
      ...{ merchantId, refundId: null, actor: BY_CLAIM, owner: BY_CLAIM, role: null, address: null },
      ...{ action: 'staff.roles_claimed', subject: publicId('staff', staffId) },
      data: { given: won.join(' '), taken: lost.map(({ role }) => role).join(' ') },
    });
  return [...open.filter((one) => !lost.includes(one)).map(({ role }) => role), ...won];
}

const KNOWN = `
SELECT m.id AS "merchantId", m.slug, u.id AS "staffId", u.disabled_at IS NOT NULL AS "isDisabled"
FROM staff_user u JOIN merchant m ON m.id = u.merchant_id
WHERE ($4::text IS NULL OR m.slug = $4) AND ((u.issuer = $1 AND u.subject = $2) OR (u.subject IS NULL AND u.person = $3))
LIMIT 50`;
const MAKE = `
INSERT INTO staff_user (id, merchant_id, person, name, created_by) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (merchant_id, person) DO NOTHING RETURNING id`;
const SEEN = `
UPDATE staff_user SET issuer = $2, subject = $3, name = $4, last_sign_in_at = now() WHERE id = $1 AND (subject IS NULL OR (issuer = $2 AND subject = $3))`;
/** Roles that are held, and those that somebody else than the provider took away and nobody gave again. */
const HELD = `
SELECT DISTINCT ON (role) role, source, ended_at IS NOT NULL AS "takenAway" FROM role_grant
WHERE staff_id = $1 AND (ended_at IS NULL OR ended_by <> $2)
ORDER BY role, ended_at IS NOT NULL, granted_at DESC`;
