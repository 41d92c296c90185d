import { randomBytes } from 'node:crypto';
import { RECENT_SIGN_IN_MS, SESSION_IDLE_MS, SESSION_LIFE_MS, SESSION_REFRESH_MS } from '@zikui/domain';
import type { Mode, Principal, Role } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { sha256Hex } from '../database/keyed-hash';
import { newId } from '../database/new-id';
import { SecretBox } from './secret-box';

/** A session that is good, and whose it is. */
export type StaffSession = Readonly<{
  id: string;
  principal: Principal;
  name: string;
  merchantName: string;
  merchantTimeZone: string;
  /** When the person proved himself. */ signedInAt: string;
  expiresAt: string;
  /** Not longer ago than what changes powers or secrets asks for. */ isRecent: boolean;
  /** The identity provider has to be asked again whether the person is still his. */ isDueForRefresh: boolean;
}>;
export type NewSession = Readonly<{
  merchantId: string;
  staffId: string;
  address: string | null;
  refreshToken: string | null;
  /** When he proved himself to the provider; null = now. */ authenticatedAt: string | null;
}>;

/**
 * Sessions of people who signed in: a random token in their cookie, and its hash here. Roles and limit are read at each
 * call, so that what is taken away is gone at once.
 */
export class StaffSessionStore {
  private readonly box: SecretBox;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.box = new SecretBox(secrets.masterKey);
  }

  /** The session behind a token; `undefined` for one that is unknown, ended, idle for too long, or too old. */
  async find(token: string): Promise<StaffSession | undefined> {
    const [row] = await this.database.read('intake', (tx) => tx.query<SessionRow>(FIND, [sha256Hex(token), ...LIMITS]));
    if (!row) return undefined;
    if (row.isStale) await this.database.write(row, (tx) => tx.query(TOUCH, [row.id]));
    return sessionOf(row);
  }

  /** What the identity provider wants to see when it is asked again; `undefined` when it gave nothing of that kind. */
  async refreshToken({ id, principal }: Pick<StaffSession, 'id' | 'principal'>): Promise<string | undefined> {
    const [row] = await this.database.read(principal, (tx) =>
      tx.query<{ sealed: string | null }>('SELECT refresh_token AS sealed FROM staff_session WHERE id = $1', [id]),
    );
    return row?.sealed === undefined || row.sealed === null ? undefined : this.box.open(row.sealed, placeOf(id));
  }

  /** The identity provider said that the person is still his; the next question shows it what it gave now. */
  async refreshed({ id, principal }: Pick<StaffSession, 'id' | 'principal'>, refreshToken: string): Promise<void> {
    await this.database.write(principal, (tx) => tx.query(REFRESHED, [id, this.box.seal(refreshToken, placeOf(id))]));
  }

  /** Ends a session. Safe to repeat. */
  async end(
    session: Pick<StaffSession, 'id' | 'principal'>,
    because: 'signed_out' | 'identity_provider',
  ): Promise<void> {
    await this.database.write(session.principal, async (tx) => {
      const [ended] = await tx.query(END, [session.id, because]);
      if (!ended) return;
      const about = { refundId: null, action: 'staff.signed_out', subject: `session:${session.id}`, data: { because } };
      await appendAudit(tx, { ...doneBy(session.principal), ...about });
    });
  }

  /**
   * Which of these sessions of a merchant are good, each with the roles of its person. Looking is no sign of life: a page that
   * only stays open lets its session end.
   */
  async rolesOfOpen(merchantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Role[]>> {
    const rows = await this.database.read({ merchantId }, (tx) =>
      tx.query<Pick<SessionRow, 'id' | 'roles'>>(STILL_OPEN, [merchantId, ids, SESSION_IDLE_MS]),
    );
    return new Map(rows.map(({ id, roles }) => [id, roles]));
  }

  /** Writes a session within a sign-in; its token is seen only here. */
  async open(tx: Tx, { merchantId, staffId, address, refreshToken, authenticatedAt }: NewSession): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const id = newId();
    const sealed = refreshToken === null ? null : this.box.seal(refreshToken, placeOf(id));
    await tx.query(OPEN, [
      id,
      merchantId,
      staffId,
      sha256Hex(token),
      sealed,
      address,
      SESSION_LIFE_MS,
      authenticatedAt,
    ]);
    return token;
  }
}

const placeOf = (id: string): string => `staff_session:${id}`;

type SessionRow = Readonly<{
  id: string;
  merchantId: string;
  merchantSlug: string;
  merchantName: string;
  merchantTimeZone: string;
  mode: Mode;
  staffId: string;
  person: string;
  name: string;
  amountLimit: number | null;
  roles: readonly Role[];
  signedInAt: string;
  expiresAt: string;
  isRecent: boolean;
  isDueForRefresh: boolean;
  isStale: boolean;
}>;

function sessionOf(row: SessionRow): StaffSession {
  const { id, merchantId, merchantSlug, merchantName, merchantTimeZone, mode, staffId, person, name, amountLimit, roles } = row;
  const { signedInAt, expiresAt, isRecent, isDueForRefresh } = row;
  const principal: Principal = {
    ...{ merchantId, merchantSlug, mode, keyId: staffId, actor: `staff:${person}`, owner: person },
    // Scopes are for keys; what a person may do goes by his roles.
    scopes: [],
    role: roles[0] ?? null,
    ...{ roles, amountLimit, person: 'staff' },
  };
  return { id, principal, name, merchantName, merchantTimeZone, signedInAt, expiresAt, isRecent, isDueForRefresh };
}

const LIMITS = [SESSION_IDLE_MS, RECENT_SIGN_IN_MS, SESSION_REFRESH_MS];

const ROLES_OF_PERSON = `(SELECT coalesce(jsonb_agg(g.role ORDER BY g.role), '[]') FROM role_grant g WHERE g.staff_id = u.id AND g.ended_at IS NULL)`;
const isGood = (idleMs: string): string =>
  `s.ended_at IS NULL AND s.expires_at > now() AND u.disabled_at IS NULL AND s.last_seen_at > now() - ${idleMs} * interval '1 millisecond'`;

const FIND = `
SELECT s.id, s.merchant_id AS "merchantId", m.slug AS "merchantSlug", m.name AS "merchantName", m.time_zone AS "merchantTimeZone", m.mode, u.id AS "staffId", u.person, u.name,
  u.amount_limit AS "amountLimit", s.signed_in_at AS "signedInAt", s.expires_at AS "expiresAt",
  s.signed_in_at > now() - $3 * interval '1 millisecond' AS "isRecent",
  s.refresh_token IS NOT NULL AND s.refreshed_at < now() - $4 * interval '1 millisecond' AS "isDueForRefresh",
  s.last_seen_at < now() - interval '1 minute' AS "isStale",
  ${ROLES_OF_PERSON} AS roles
FROM staff_session s JOIN staff_user u ON u.id = s.staff_id JOIN merchant m ON m.id = s.merchant_id
WHERE s.token_hash = $1 AND ${isGood('$2')}`;
const STILL_OPEN = `
SELECT s.id, ${ROLES_OF_PERSON} AS roles FROM staff_session s JOIN staff_user u ON u.id = s.staff_id
WHERE s.merchant_id = $1 AND s.id = ANY ($2::uuid[]) AND ${isGood('$3')}`;

const TOUCH = `UPDATE staff_session SET last_seen_at = now() WHERE id = $1 AND ended_at IS NULL`;
const REFRESHED = `UPDATE staff_session SET refreshed_at = now(), refresh_token = $2 WHERE id = $1 AND ended_at IS NULL`;
const END = `UPDATE staff_session SET ended_at = now(), ended_because = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id`;
const OPEN = `
INSERT INTO staff_session (id, merchant_id, staff_id, token_hash, refresh_token, address, expires_at, signed_in_at)
VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 millisecond', least(now(), coalesce($8::timestamptz, now())))`;
