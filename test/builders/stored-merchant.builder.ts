import { randomBytes } from 'node:crypto';
import type { Mode, Role } from '@zikui/domain';
import { newId, sha256Hex } from '@zikui/persistence';
import type { OpenDoor } from './open-door.builder';
import { STANDARD_POLICY } from '../../libs/domain/src/policy/standard-policy.builder';

export type StoredKey = Readonly<{ id: string; publicId: string; actor: string; owner: string }>;
export type StoredMerchant = Readonly<{
  id: string;
  slug: string;
  legalEntityId: string;
  policyVersionId: string;
  /** Creates refunds. */ creator: StoredKey;
  /** Decide; of different people. */ lead: StoredKey;
  manager: StoredKey;
}>;

/** A merchant with one legal entity, the standard policy and three keys, written row by row. */
export async function storeMerchant(
  database: OpenDoor,
  more: Readonly<{ mode?: Mode; carriers?: Readonly<Record<string, object>> }> = {},
): Promise<StoredMerchant> {
  const [id, legalEntityId, policyVersionId] = [newId(), newId(), newId()];
  const slug = `shop-${id.slice(-12)}`;
  const keys = { creator: key('dana'), lead: key('noa'), manager: key('gil') };
  await database.write(async (tx) => {
    await tx.query(
      `INSERT INTO merchant (id, slug, name, mode, time_zone, locale, carriers) VALUES ($1, $2, 'Shop', $3, 'Asia/Jerusalem', 'he', $4)`,
      [id, slug, more.mode ?? 'test', JSON.stringify(more.carriers ?? {})],
    );
    await tx.query(
      `INSERT INTO legal_entity (id, merchant_id, ref, name, registration_number, address)
       VALUES ($1, $2, 'main', 'Shop Ltd', '515000000', 'Herzl 1, Tel Aviv')`,
      [legalEntityId, id],
    );
    await tx.query(
      `INSERT INTO policy_version (id, merchant_id, currency, number, name, source, hash, status)
       VALUES ($1, $2, 'ILS', 1, 'standard', $3, $4, 'published')`,
      [policyVersionId, id, STANDARD_POLICY, sha256Hex(STANDARD_POLICY)],
    );
    const insert = (stored: StoredKey, scope: string, role: Role | null): Promise<unknown> =>
      tx.query(
        `INSERT INTO api_key (id, merchant_id, public_id, secret_hash, mode, owner, scopes, role, amount_limit)
         VALUES ($1, $2, $3, $4, $5, $6, ARRAY[$7], $8, $9)`,
        [
          stored.id,
          id,
          stored.publicId,
          sha256Hex(stored.id),
          more.mode ?? 'test',
          stored.owner,
          scope,
          role,
          role && 1_000_000,
        ],
      );
    await insert(keys.creator, 'refunds:create', null);
    await insert(keys.lead, 'refunds:decide', 'lead');
    await insert(keys.manager, 'refunds:decide', 'manager');
  });
  return { id, slug, legalEntityId, policyVersionId, ...keys };
}

/** Another person of the merchant, with a key that decides. */
export async function storeColleague(
  database: OpenDoor,
  merchant: StoredMerchant,
  owner: string,
  role: Role,
): Promise<StoredKey> {
  const colleague = key(owner);
  await database.write((tx) =>
    tx.query(
      `INSERT INTO api_key (id, merchant_id, public_id, secret_hash, mode, owner, scopes, role, amount_limit)
       VALUES ($1, $2, $3, $4, 'test', $5, '{refunds:decide}', $6, 1000000)`,
      [colleague.id, merchant.id, colleague.publicId, sha256Hex(colleague.id), owner, role],
    ),
  );
  return colleague;
}

function key(owner: string): StoredKey {
  const publicId = randomBytes(4).toString('hex');
  return { id: newId(), publicId, actor: `key:${publicId}`, owner };
}

/** A further key of the merchant by which that person decides. */
export async function storeKey(
  database: OpenDoor,
  { id: merchantId }: StoredMerchant,
  owner: string,
  role: Role,
): Promise<StoredKey> {
  const stored = key(owner);
  await database.write((tx) =>
    tx.query(
      `INSERT INTO api_key (id, merchant_id, public_id, secret_hash, mode, owner, scopes, role, amount_limit)
       VALUES ($1, $2, $3, $4, 'test', $5, '{refunds:decide}', $6, 1000000)`,
      [stored.id, merchantId, stored.publicId, sha256Hex(stored.id), owner, role],
    ),
  );
  return stored;
}
