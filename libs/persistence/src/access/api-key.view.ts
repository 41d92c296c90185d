import { publicId, type ApiKeyStatus, type Mode, type Role, type Scope } from '@zikui/domain';
import { instantText, instantTextOrNull } from '../database/instant-text';

/** A key as administrators and auditors see it: never its secret. */
export type ApiKeyView = Readonly<{
  id: string;
  /** The part of the key that people may see and name: `zk_live_ab12cd34`. */ prefix: string;
  name: string | null;
  mode: Mode;
  /** The person who answers for it. */ owner: string;
  scopes: readonly Scope[];
  role: Role | null;
  amountLimit: number | null;
  /** From where it may be used; empty = from everywhere. */ addresses: readonly string[];
  status: ApiKeyStatus;
  /** To the minute. */ lastUsedAt: string | null;
  expiresAt: string | null;
  revokedAt: string | null;
  /** The first key of those that were rotated into each other; they count as one. */ family: string;
  createdBy: string | null;
  createdAt: string;
}>;

export type ApiKeyRecord = Omit<ApiKeyView, 'prefix'> &
  Readonly<{ publicId: string; bodyHash: string | null; isDeciding: boolean }>;

export const SELECT_KEYS = `
SELECT k.id, k.public_id AS "publicId", k.name, k.mode, k.owner, k.scopes, k.role, k.amount_limit AS "amountLimit", k.addresses,
  CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.expires_at <= now() THEN 'expired' WHEN k.activated_at IS NULL THEN 'waiting' ELSE 'live' END AS status,
  k.last_used_at AS "lastUsedAt", k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt", coalesce(k.family, k.id) AS family,
  k.created_by AS "createdBy", k.created_at AS "createdAt", k.body_hash AS "bodyHash", 'refunds:decide' = ANY (k.scopes) AS "isDeciding"
FROM api_key k`;

export const apiKeyView = (record: ApiKeyRecord): ApiKeyView => {
  const { id, publicId: part, mode, name, owner, scopes, role, amountLimit, addresses, status } = record;
  return {
    id: publicId('apiKey', id),
    prefix: `zk_${mode}_${part}`,
    ...{ name, mode, owner, scopes, role, amountLimit, addresses, status },
    lastUsedAt: instantTextOrNull(record.lastUsedAt),
    expiresAt: instantTextOrNull(record.expiresAt),
    revokedAt: instantTextOrNull(record.revokedAt),
    family: publicId('apiKey', record.family),
    createdBy: record.createdBy,
    createdAt: instantText(record.createdAt),
  };
};
