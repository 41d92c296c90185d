import { timingSafeEqual } from 'node:crypto';
import type { Mode, Principal, RefundError, Role, Scope } from '@zikui/domain';
import type { Database } from '../database/database';
import { brokenConstraint } from '../database/database-failure';
import { hmacHex } from '../database/keyed-hash';
import { newId } from '../database/new-id';
import { TimedCache } from '../database/timed-cache';
import { invalidField } from '../invalid-field';
import { AddressList } from './address-list';
import { newApiKeyText, publicIdOf } from './api-key-text';

export type ApiKeySpec = Readonly<{
  merchantId: string;
  /** The person who answers for the key; keys of one owner count as one person. */ owner: string;
  scopes: readonly Scope[];
  /** With `refunds:decide`: what the key may decide, and up to which payout in minor units. */ role?: Role;
  amountLimit?: number;
  mode: Mode;
  expiresAt?: string;
}>;
/** The only time the key is seen: afterwards there is a keyed hash of it. */
export type NewApiKey = Readonly<{ key: string; publicId: string }>;

type StoredKey = Readonly<{
  principal: Principal;
  secretHash: string;
  expiresAt: string | null;
  addresses: AddressList;
}>;

/** Keys of machines: `zk_<mode>_<8 characters>_<secret>`. */
export class ApiKeyStore {
  private readonly keys = new TimedCache<StoredKey | undefined>({ milliseconds: 5_000, limit: 10_000 });

  constructor(
    private readonly database: Database,
    private readonly secrets: Readonly<{ apiKeyPepper: string }>,
  ) {}

  /** Throws `invalid_field` for a key that would create and decide, decides without role and limit, or is of another mode than its merchant. */
  async create(spec: ApiKeySpec): Promise<NewApiKey> {
    const made = newApiKeyText(spec.mode);
    const values = [
      newId(),
      spec.merchantId,
      made.publicId,
      this.hash(made.key),
      spec.mode,
      spec.owner,
      spec.scopes,
      spec.role ?? null,
      spec.amountLimit ?? null,
      spec.expiresAt ?? null,
    ];
    try {
      const rows = await this.database.write(spec, (tx) => tx.query(CREATE, values));
      if (rows.length === 0) throw invalidField('/mode', "the key's mode is not the merchant's");
    } catch (error) {
      throw refusalOfKey(brokenConstraint(error)) ?? error;
    }
    return made;
  }

  /** Who presents this key; `undefined` for one that is unknown, wrong, expired, revoked, not confirmed yet, or used from where it may not be. Answers are at most 5 s old. */
  async authenticate(presented: string, address?: string): Promise<Principal | undefined> {
    const publicId = publicIdOf(presented);
    if (publicId === undefined) return undefined;
    const stored = await this.keys.get(publicId, () => this.load(publicId));
    if (!stored || !sameHash(stored.secretHash, this.hash(presented))) return undefined;
    if (stored.expiresAt !== null && Date.parse(stored.expiresAt) <= Date.now()) return undefined;
    return stored.addresses.has(address) ? stored.principal : undefined;
  }

  /** Notes that keys were used, to the minute. Safe to repeat. */
  async used(keyIds: readonly string[]): Promise<void> {
    await this.database.write('intake', (tx) => tx.query(USED, [keyIds]));
  }

  /** The key stops working within 5 s. Safe to repeat. */
  async revoke(merchantId: string, publicId: string): Promise<void> {
    await this.database.write({ merchantId }, (tx) => tx.query(REVOKE, [merchantId, publicId]));
    this.keys.delete(publicId);
  }

  private async load(publicId: string): Promise<StoredKey | undefined> {
    const [row] = await this.database.read('intake', (tx) => tx.query<KeyRow>(LOAD, [publicId]));
    if (!row) return undefined;
    const { secretHash, expiresAt, addresses, ...principal } = row;
    const actor = `key:${publicId}`;
    return { principal: { ...principal, actor }, secretHash, expiresAt, addresses: new AddressList(addresses) };
  }

  private hash(key: string): string {
    return hmacHex(this.secrets.apiKeyPepper, key);
  }
}

const sameHash = (left: string, right: string): boolean => timingSafeEqual(Buffer.from(left), Buffer.from(right));

const REFUSALS = new Map<string, readonly [pointer: string, detail: string]>([
  ['api_key_never_creates_and_decides_check', ['/scopes', 'one key never creates and decides refunds']],
  ['api_key_decides_within_a_limit_check', ['/amountLimit', 'a key that decides has a role and a limit']],
]);

/** Why such a key cannot be; undefined when that was not the fault. */
export function refusalOfKey(constraint: string | undefined): RefundError | undefined {
  const refusal = REFUSALS.get(constraint ?? '');
  return refusal && invalidField(...refusal);
}

const CREATE = `
  INSERT INTO api_key (id, merchant_id, public_id, secret_hash, mode, owner, scopes, role, amount_limit, expires_at)
  SELECT $1, m.id, $3, $4, m.mode, $6, $7, $8, $9, $10 FROM merchant m WHERE m.id = $2 AND m.mode = $5
  RETURNING id`;

type KeyRow = Omit<Principal, 'actor'> &
  Readonly<{ secretHash: string; expiresAt: string | null; addresses: readonly string[] }>;
const LOAD = `
  SELECT k.merchant_id AS "merchantId", m.slug AS "merchantSlug", k.mode, k.id AS "keyId", k.owner, k.scopes, k.role,
    k.amount_limit AS "amountLimit", k.secret_hash AS "secretHash", k.expires_at AS "expiresAt", k.addresses
  FROM api_key k JOIN merchant m ON m.id = k.merchant_id
  WHERE k.public_id = $1 AND k.revoked_at IS NULL AND k.activated_at IS NOT NULL`;

const REVOKE = `UPDATE api_key SET revoked_at = now() WHERE merchant_id = $1 AND public_id = $2 AND revoked_at IS NULL`;

const USED = `
UPDATE api_key SET last_used_at = now() WHERE id = ANY ($1::uuid[]) AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;
