import { RefundError, rolesOf, samePerson, type Principal } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { instantText } from '../database/instant-text';
import { newId } from '../database/new-id';
import { invalidField } from '../invalid-field';
import { CustomerVault } from '../sale/customer-vault';
import { GRANTS } from './authority.sql';

/** What is to be kept of an approver; what is left out stays as it is. */
export type ApproverAsk = Readonly<{
  person: string;
  teams?: readonly string[] | undefined;
  locale?: 'he' | 'en' | undefined;
  digest?: boolean | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  absence?: Readonly<{ from: string; until: string }> | null | undefined;
}>;
/** Somebody who may decide, as people see him; how to reach him is not shown. */
export type ApproverView = Readonly<{
  person: string;
  grants: readonly Readonly<{ role: string; limit: number | null }>[];
  teams: readonly string[];
  locale: string;
  digest: boolean;
  hasEmail: boolean;
  absence: Readonly<{ from: string; until: string }> | null;
}>;

const MOST_SHOWN = 200;

/** What is known of persons who decide, beside the roles and limits that were granted to them. */
export class ApproverStore {
  private readonly box: SecretBox;
  private readonly vault: CustomerVault;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.box = new SecretBox(secrets.masterKey);
    this.vault = new CustomerVault(this.box);
  }

  /** Everybody who may decide something, by name. */
  async list(merchantId: string): Promise<readonly ApproverView[]> {
    return this.database.read({ merchantId }, async (tx) =>
      (await tx.query<ApproverView>(LIST, [merchantId])).map(shown),
    );
  }

  /**
   * Keeps what is told of an approver. Everybody tells of himself; of others, and of teams, only an administrator does,
   * and he puts himself into no team. Safe to repeat. Throws `permission_missing`, `approver_not_found`, `invalid_field`.
   */
  async put(principal: Principal, ask: ApproverAsk): Promise<ApproverView> {
    const isOwn = samePerson(principal.owner, ask.person);
    const mayTell = isOwn ? ask.teams === undefined : rolesOf(principal).includes('admin');
    if (!mayTell) throw new RefundError('permission_missing', { permission: 'admin' });
    if (ask.absence && Date.parse(ask.absence.until) <= Date.parse(ask.absence.from))
      throw invalidField('/absence/until', 'an absence ends after it begins');
    const { merchantId } = principal;
    return this.database.write({ merchantId }, async (tx) => {
      const [before] = await tx.query<ApproverView>(ONE, [merchantId, ask.person]);
      if (!before) throw new RefundError('approver_not_found', { person: ask.person });
      await this.write(tx, merchantId, ask);
      await appendAudit(tx, {
        ...doneBy(principal),
        ...{ refundId: null, action: 'approver.changed', subject: `approver:${ask.person}` },
        data: {
          teams: ask.teams?.join(',') ?? null,
          from: ask.absence?.from ?? null,
          until: ask.absence?.until ?? null,
        },
      });
      const [after] = await tx.query<ApproverView>(ONE, [merchantId, ask.person]);
      return shown(after ?? before);
    });
  }

  private async write(tx: Tx, merchantId: string, ask: ApproverAsk): Promise<void> {
    const { person, teams, locale, digest, absence } = ask;
    const tellsContact = ask.email !== undefined || ask.phone !== undefined;
    const contact = { name: null, email: ask.email ?? null, phone: ask.phone ?? null };
    const hashes = this.vault.hashes(contact, merchantId);
    await tx.query(PUT, [
      ...[newId(), merchantId, person, teams ?? null, locale ?? null, digest ?? null, tellsContact],
      tellsContact ? this.box.seal(JSON.stringify(contact), contextOf(merchantId, person)) : null,
      ...[hashes.email, hashes.phone, absence !== undefined, absence?.from ?? null, absence?.until ?? null],
    ]);
  }
}

/** Where the contact of an approver is sealed. */
export const contextOf = (merchantId: string, person: string): string => `${merchantId}:approver:${person}:contact`;

const shown = ({ absence, ...row }: ApproverView): ApproverView => ({
  ...row,
  absence: absence && { from: instantText(absence.from), until: instantText(absence.until) },
});

const SELECT = `
SELECT g.person, jsonb_agg(jsonb_build_object('role', g.role, 'limit', g.amount_limit) ORDER BY g.role, g.amount_limit) AS grants,
  coalesce(a.teams, '{}') AS teams, coalesce(a.locale, 'he') AS locale, coalesce(a.digest, false) AS digest,
  a.email_hash IS NOT NULL AS "hasEmail",
  CASE WHEN a.absent_until > now() THEN jsonb_build_object('from', a.absent_from, 'until', a.absent_until) END AS absence
FROM (${GRANTS}) g LEFT JOIN approver a ON a.merchant_id = g.merchant_id AND a.person = g.person
WHERE g.merchant_id = $1`;
const GROUPED = 'GROUP BY g.person, a.teams, a.locale, a.digest, a.email_hash, a.absent_from, a.absent_until';
const LIST = `${SELECT} ${GROUPED} ORDER BY g.person LIMIT ${MOST_SHOWN}`;
const ONE = `${SELECT} AND g.person = $2 ${GROUPED}`;
const PUT = `
INSERT INTO approver AS a (id, merchant_id, person, teams, locale, digest, contact, email_hash, phone_hash, absent_from, absent_until)
VALUES ($1, $2, $3, coalesce($4::text[], '{}'), coalesce($5, 'he'), coalesce($6, false), $8, $9, $10, $12, $13)
ON CONFLICT (merchant_id, person) DO UPDATE SET teams = coalesce($4::text[], a.teams), locale = coalesce($5, a.locale),
  digest = coalesce($6, a.digest), updated_at = now(),
  contact = CASE WHEN $7 THEN $8 ELSE a.contact END, email_hash = CASE WHEN $7 THEN $9 ELSE a.email_hash END,
  phone_hash = CASE WHEN $7 THEN $10 ELSE a.phone_hash END,
  absent_from = CASE WHEN $11 THEN $12::timestamptz ELSE a.absent_from END,
  absent_until = CASE WHEN $11 THEN $13::timestamptz ELSE a.absent_until END`;
