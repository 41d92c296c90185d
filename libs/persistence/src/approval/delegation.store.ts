import { publicId, RefundError, refuseDelegation, rolesOf, type Principal } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { instantText, instantTextOrNull } from '../database/instant-text';
import { newId } from '../database/new-id';
import { invalidField } from '../invalid-field';
import { GRANTS } from './authority.sql';

export type DelegationAsk = Readonly<{
  from: string;
  to: string;
  amountLimit: number | null;
  startsAt: string | null;
  endsAt: string;
  key: string;
  bodyHash: string;
}>;
/** Leave to decide with another person's authority, as people see it. */
export type DelegationView = Readonly<{
  id: string;
  from: string;
  to: string;
  amountLimit: number | null;
  startsAt: string;
  endsAt: string;
  endedAt: string | null;
  madeBy: string;
  createdAt: string;
}>;

/** A list is shown whole: who is away at the same time are few. */
const MOST_SHOWN = 200;

/** Who decides for whom while he is away. The authority stays the delegator's: it is read when a decision is recorded. */
export class DelegationStore {
  constructor(private readonly database: Database) {}

  /**
   * Delegates, once per key. Throws `permission_missing` when somebody delegates for another who is no administrator,
   * `invalid_field` for persons who may decide nothing and for times that are none, `idempotency_conflict`.
   */
  async make(
    principal: Principal,
    ask: DelegationAsk,
  ): Promise<Readonly<{ delegation: DelegationView; replayed: boolean }>> {
    const { merchantId } = principal;
    return this.database.write({ merchantId }, async (tx) => {
      const [earlier] = await tx.query<{ id: string; bodyHash: string }>(EARLIER, [merchantId, ask.key]);
      if (earlier && earlier.bodyHash !== ask.bodyHash) throw new RefundError('idempotency_conflict');
      const id = earlier?.id ?? (await this.insert(tx, principal, ask));
      return { delegation: await one(tx, merchantId, id), replayed: earlier !== undefined };
    });
  }

  /** Those that hold or will, the soonest to end first. */
  async list(merchantId: string): Promise<readonly DelegationView[]> {
    return this.database.read({ merchantId }, async (tx) => {
      const rows = await tx.query<DelegationView>(LIST, [merchantId]);
      return rows.map(shown);
    });
  }

  /** Ends a delegation at once. Safe to repeat. Throws `delegation_not_found`, `permission_missing` to who has no part in it. */
  async end(principal: Principal, id: string): Promise<DelegationView> {
    const { merchantId, owner, actor } = principal;
    return this.database.write({ merchantId }, async (tx) => {
      await tx.query(`SELECT id FROM delegation WHERE merchant_id = $1 AND id = $2 FOR NO KEY UPDATE`, [
        merchantId,
        id,
      ]);
      const before = await one(tx, merchantId, id);
      if (![before.from, before.to].includes(owner) && !rolesOf(principal).includes('admin'))
        throw new RefundError('permission_missing', { permission: 'admin' });
      if (before.endedAt !== null) return before;
      await tx.query(`UPDATE delegation SET ended_at = now(), ended_by = $2 WHERE id = $1`, [id, actor]);
      await appendAudit(tx, { ...entryOf(principal, id), action: 'delegation.ended', data: {} });
      return one(tx, merchantId, id);
    });
  }

  private async insert(tx: Tx, principal: Principal, ask: DelegationAsk): Promise<string> {
    const { merchantId, actor } = principal;
    const persons = await tx.query<{ person: string; now: string }>(PERSONS, [merchantId, [ask.from, ask.to]]);
    const [{ now }] = (await tx.query<{ now: string }>(`SELECT now() AS now`)) as [{ now: string }];
    const startsAt = ask.startsAt ?? now;
    const isKnown = (name: string): boolean => persons.some(({ person }) => person === name);
    const refusal = refuseDelegation(principal, { ...ask, startsAt }, { now, isKnown });
    if (refusal?.kind === 'permission') throw new RefundError('permission_missing', { permission: 'admin' });
    if (refusal) throw invalidField(refusal.pointer, refusal.detail);
    const id = newId();
    await tx.query(INSERT, [
      ...[id, merchantId, ask.from, ask.to, ask.amountLimit, startsAt, ask.endsAt, actor, ask.key, ask.bodyHash],
    ]);
    await appendAudit(tx, {
      ...entryOf(principal, id),
      action: 'delegation.made',
      data: { from: ask.from, to: ask.to, limit: ask.amountLimit, startsAt, endsAt: ask.endsAt },
    });
    return id;
  }
}

const entryOf = (principal: Principal, id: string) => ({
  ...doneBy(principal),
  refundId: null,
  subject: publicId('delegation', id),
});

async function one(tx: Tx, merchantId: string, id: string): Promise<DelegationView> {
  const [row] = await tx.query<DelegationView>(`${SELECT} WHERE d.merchant_id = $1 AND d.id = $2`, [merchantId, id]);
  if (!row) throw new RefundError('delegation_not_found', { delegation: publicId('delegation', id) });
  return shown(row);
}

const shown = (row: DelegationView): DelegationView => ({
  ...row,
  id: publicId('delegation', row.id),
  startsAt: instantText(row.startsAt),
  endsAt: instantText(row.endsAt),
  endedAt: instantTextOrNull(row.endedAt),
  createdAt: instantText(row.createdAt),
});

const SELECT = `
SELECT d.id, d.from_person AS "from", d.to_person AS "to", d.amount_limit AS "amountLimit", d.starts_at AS "startsAt", d.ends_at AS "endsAt",
  d.ended_at AS "endedAt", d.made_by AS "madeBy", d.created_at AS "createdAt"
FROM delegation d`;
const LIST = `${SELECT} WHERE d.merchant_id = $1 AND d.ended_at IS NULL AND d.ends_at > now() ORDER BY d.ends_at, d.id LIMIT ${MOST_SHOWN}`;
const EARLIER = `SELECT id, body_hash AS "bodyHash" FROM delegation WHERE merchant_id = $1 AND key = $2`;
const PERSONS = `SELECT DISTINCT g.person FROM (${GRANTS}) g WHERE g.merchant_id = $1 AND g.person = ANY ($2::text[])`;
const INSERT = `
INSERT INTO delegation (id, merchant_id, from_person, to_person, amount_limit, starts_at, ends_at, made_by, key, body_hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
