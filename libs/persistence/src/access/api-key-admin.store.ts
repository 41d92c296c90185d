import { publicId, refuseOwnRights, RefundError, uuidOf, type Principal, type Role, type Scope } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { brokenConstraint } from '../database/database-failure';
import { idBehind, pageById } from '../database/id-cursor';
import { hmacHex } from '../database/keyed-hash';
import { newId } from '../database/new-id';
import type { Page } from '../database/page';
import { invalidField } from '../invalid-field';
import { makeProposal } from '../proposal/make-proposal';
import type { ProposalEffect } from '../proposal/proposal.store';
import type { NewProposal } from '../proposal/proposal.types';
import { refusalOfKey } from './api-key.store';
import { newApiKeyText } from './api-key-text';
import { apiKeyView, SELECT_KEYS, type ApiKeyRecord, type ApiKeyView } from './api-key.view';

export type NewManagedKey = Readonly<{
  name: string;
  /** A person of the staff, by his address. */ owner: string;
  scopes: readonly Scope[];
  role: Role | null;
  amountLimit: number | null;
  addresses: readonly string[];
  expiresAt: string | null;
  /** Why, for whoever confirms. */ reason: string;
}>;
export type KeyCall = Pick<NewProposal, 'route' | 'key' | 'bodyHash'>;
/** `secret`: the key itself, shown only by the call that made it. `proposalId`: what has to be confirmed before it works. */
export type ShownKey = Readonly<{
  apiKey: ApiKeyView;
  secret: string | null;
  proposalId: string | null;
  replayed: boolean;
}>;

/** API keys as an administrator keeps them. A key that decides works only once a second person confirmed it. */
export class ApiKeyAdminStore {
  constructor(
    private readonly database: Database,
    private readonly secrets: Readonly<{ apiKeyPepper: string }>,
  ) {}

  /** In the order in which they were made. Throws `invalid_field` for a cursor that is none. */
  async list(
    merchantId: string,
    { limit, after }: Readonly<{ limit: number; after?: string }>,
  ): Promise<Page<ApiKeyView>> {
    const rows = await this.database.read({ merchantId }, (tx) =>
      tx.query<ApiKeyRecord>(LIST, [merchantId, idBehind(after), limit + 1]),
    );
    return pageById(rows, limit, apiKeyView);
  }

  /** By UUID; `undefined` for one that is unknown, or another merchant's. */
  async find(merchantId: string, id: string): Promise<ApiKeyView | undefined> {
    const [row] = await this.database.read({ merchantId }, (tx) => tx.query<ApiKeyRecord>(FIND, [merchantId, id]));
    return row && apiKeyView(row);
  }

  /**
   * Makes a key, once per call. Throws `invalid_field` for an owner who is not on the staff, for scopes that exclude each
   * other and for a deciding key without role and limit; `second_person_needed` for a deciding key of one's own.
   */
  async create(principal: Principal, { reason, ...key }: NewManagedKey, call: KeyCall): Promise<ShownKey> {
    const text = newApiKeyText(principal.mode);
    try {
      return await this.database.write(principal, async (tx) => {
        const before = await this.before(tx, principal, call);
        if (before) return before;
        const [owner] = await tx.query(OWNER, [principal.merchantId, key.owner]);
        if (!owner) throw invalidField('/owner', 'not a person of the staff');
        const isDeciding = key.scopes.includes('refunds:decide');
        if (isDeciding) refuseSelf(principal, key.owner);
        const id = newId();
        await tx.query(INSERT, [
          ...[id, principal.merchantId, text.publicId, hmacHex(this.secrets.apiKeyPepper, text.key), principal.mode],
          ...[key.owner, key.scopes, key.role, key.amountLimit, key.expiresAt, key.name, key.addresses, !isDeciding],
          ...[null, principal.actor, call.key, call.bodyHash],
        ]);
        const proposalId = isDeciding
          ? await proposeKey(tx, principal, { id, reason, rotates: null, overlapMs: 0 }, call)
          : null;
        await writeDown(tx, principal, 'api_key.made', id, { scopes: key.scopes.join(' '), owner: key.owner });
        return {
          apiKey: apiKeyView(await keyOf(tx, principal.merchantId, id)),
          secret: text.key,
          proposalId,
          replayed: false,
        };
      });
    } catch (error) {
      const refusal = refusalOfKey(brokenConstraint(error));
      throw refusal ?? error;
    }
  }

  /**
   * A new secret for a key, once per call; the one before works on for `overlapMs`, and both count as one person's. Throws
   * `api_key_not_found`, `invalid_state` unless the key is live and has no newer one, `second_person_needed`.
   */
  async rotate(
    principal: Principal,
    id: string,
    { overlapMs, reason }: Readonly<{ overlapMs: number; reason: string }>,
    call: KeyCall,
  ): Promise<ShownKey> {
    const text = newApiKeyText(principal.mode);
    return this.database.write(principal, async (tx) => {
      const before = await this.before(tx, principal, call);
      if (before) return before;
      const old = await lockKey(tx, principal.merchantId, id);
      const [newer] = await tx.query(NEWER, [principal.merchantId, old.family, old.createdAt, id]);
      if (old.status !== 'live' || newer) throw new RefundError('invalid_state', { status: old.status, to: 'rotated' });
      if (old.isDeciding) refuseSelf(principal, old.owner);
      const fresh = newId();
      await tx.query(INSERT, [
        ...[fresh, principal.merchantId, text.publicId, hmacHex(this.secrets.apiKeyPepper, text.key), old.mode],
        ...[old.owner, old.scopes, old.role, old.amountLimit, old.expiresAt, old.name, old.addresses, !old.isDeciding],
        ...[old.family, principal.actor, call.key, call.bodyHash],
      ]);
      if (!old.isDeciding) await tx.query(EXPIRE, [id, overlapMs]);
      const proposalId = old.isDeciding
        ? await proposeKey(tx, principal, { id: fresh, reason, rotates: id, overlapMs }, call)
        : null;
      await writeDown(tx, principal, 'api_key.rotated', fresh, { before: publicId('apiKey', id) });
      return {
        apiKey: apiKeyView(await keyOf(tx, principal.merchantId, fresh)),
        secret: text.key,
        proposalId,
        replayed: false,
      };
    });
  }

  /** The key stops working within 5 s. Safe to repeat. Throws `api_key_not_found`. */
  async revoke(principal: Principal, id: string): Promise<void> {
    await this.database.write(principal, async (tx) => {
      await lockKey(tx, principal.merchantId, id);
      const [revoked] = await tx.query(REVOKE, [id]);
      if (revoked) await writeDown(tx, principal, 'api_key.revoked', id);
    });
  }

  /** What the same call made before, without its secret. Throws `idempotency_conflict` for another body. */
  private async before(tx: Tx, { merchantId }: Principal, { key, bodyHash }: KeyCall): Promise<ShownKey | undefined> {
    const [row] = await tx.query<ApiKeyRecord>(KNOWN, [merchantId, key]);
    if (!row) return undefined;
    if (row.bodyHash !== bodyHash) throw new RefundError('idempotency_conflict');
    const [open] = await tx.query<{ id: string }>(PROPOSAL, [merchantId, subjectOf(row.id)]);
    const proposalId = open ? publicId('proposal', open.id) : null;
    return { apiKey: apiKeyView(row), secret: null, proposalId, replayed: true };
  }
}

/** What the confirmation of an `api_key_power` proposal does: the key works, and the one that it replaces ends in its time. Throws `proposal_void` when the key was revoked meanwhile. */
export const confirmKeyPower =
  (confirmer: Principal): ProposalEffect =>
  async (tx, { view }) => {
    const id = uuidOf('apiKey', String(view.payload['apiKey']));
    const rotates = uuidOf('apiKey', String(view.payload['rotates']));
    if (id === undefined) throw new RefundError('proposal_void');
    const [works] = await tx.query(ACTIVATE, [confirmer.merchantId, id]);
    if (!works) throw new RefundError('proposal_void');
    if (rotates !== undefined) await tx.query(EXPIRE, [rotates, view.payload['overlapMs']]);
    await writeDown(tx, confirmer, 'api_key.confirmed', id, { proposal: view.id });
  };

type ProposedKey = Readonly<{ id: string; reason: string; rotates: string | null; overlapMs: number }>;

async function proposeKey(
  tx: Tx,
  principal: Principal,
  { id, reason, rotates, overlapMs }: ProposedKey,
  call: KeyCall,
): Promise<string> {
  const { owner, role, amountLimit } = await keyOf(tx, principal.merchantId, id);
  const proposal = await makeProposal(tx, principal, {
    kind: 'api_key_power',
    subject: subjectOf(id),
    ...{ refundId: null, transferId: null, amount: null, currency: null, reason: null },
    payload: {
      ...{ apiKey: publicId('apiKey', id), person: owner, role, amountLimit, overlapMs },
      rotates: rotates === null ? null : publicId('apiKey', rotates),
    },
    evidence: reason,
    ...call,
  });
  return publicId('proposal', proposal);
}

const subjectOf = (id: string): string => `api_key:${id}`;

async function keyOf(tx: Tx, merchantId: string, id: string): Promise<ApiKeyRecord> {
  const [row] = await tx.query<ApiKeyRecord>(FIND, [merchantId, id]);
  if (!row) throw new RefundError('api_key_not_found', { apiKey: publicId('apiKey', id) });
  return row;
}

async function lockKey(tx: Tx, merchantId: string, id: string): Promise<ApiKeyRecord> {
  await tx.query('SELECT FROM api_key WHERE merchant_id = $1 AND id = $2 FOR UPDATE', [merchantId, id]);
  return keyOf(tx, merchantId, id);
}

function refuseSelf(principal: Principal, owner: string): void {
  const refusal = refuseOwnRights(principal, owner);
  if (refusal) throw new RefundError(refusal.code, refusal.values);
}

const writeDown = (
  tx: Tx,
  principal: Principal,
  action: string,
  id: string,
  data: Readonly<Record<string, string | number | null>> = {},
): Promise<void> =>
  appendAudit(tx, { ...doneBy(principal), refundId: null, action, subject: publicId('apiKey', id), data });

const FIND = `${SELECT_KEYS} WHERE k.merchant_id = $1 AND k.id = $2`;
const KNOWN = `${SELECT_KEYS} WHERE k.merchant_id = $1 AND k.key = $2`;
const LIST = `${SELECT_KEYS} WHERE k.merchant_id = $1 AND ($2::uuid IS NULL OR k.id > $2) ORDER BY k.id LIMIT $3`;
const OWNER = `SELECT id FROM staff_user WHERE merchant_id = $1 AND person = $2 AND disabled_at IS NULL`;
const NEWER = `
SELECT id FROM api_key WHERE merchant_id = $1 AND coalesce(family, id) = $2 AND created_at >= $3 AND id <> $4 AND revoked_at IS NULL`;
const PROPOSAL = `SELECT id FROM proposal WHERE merchant_id = $1 AND kind = 'api_key_power' AND subject = $2 ORDER BY id DESC LIMIT 1`;
const INSERT = `
INSERT INTO api_key (id, merchant_id, public_id, secret_hash, mode, owner, scopes, role, amount_limit, expires_at, name, addresses, activated_at, family,
  created_by, key, body_hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, CASE WHEN $13::boolean THEN now() END, $14, $15, $16, $17)`;
const EXPIRE = `
UPDATE api_key SET expires_at = least(expires_at, now() + $2::bigint * interval '1 millisecond') WHERE id = $1`;
const REVOKE = `UPDATE api_key SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING id`;
const ACTIVATE = `
UPDATE api_key SET activated_at = now() WHERE merchant_id = $1 AND id = $2 AND revoked_at IS NULL AND activated_at IS NULL RETURNING id`;
