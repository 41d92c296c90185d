import { readFileSync } from 'node:fs';
import type { Role } from '@zikui/domain';
import {
  ApiKeyStore,
  MerchantStore,
  PolicyStore,
  type Database,
  type MerchantSpec,
  type PersistenceSecrets,
} from '@zikui/persistence';

export type MerchantSetUp = MerchantSpec &
  Readonly<{
    /** One YAML file per currency. */ policyFiles: readonly string[];
    /** The two people behind the keys; they must differ, or nobody could approve. */ owners: Readonly<{
      create: string;
      decide: string;
    }>;
    /** What the deciding key may do, and up to which amount in minor units. */ decides: Readonly<{
      role: Role;
      amountLimit: number;
    }>;
  }>;
export type MerchantKeys = Readonly<{ id: string; slug: string; createKey: string; decideKey: string }>;

/**
 * Sets up a merchant: legal entity, accounts, policies, and two API keys of two owners. The keys are shown only here.
 * Throws `invalid_field` for a slug that is taken, a policy with faults (each named with its line), or one owner for both keys.
 */
export async function setUpMerchant(
  database: Database,
  secrets: PersistenceSecrets,
  setUp: MerchantSetUp,
): Promise<MerchantKeys> {
  if (setUp.owners.create === setUp.owners.decide)
    throw new Error('The two keys need two owners: whoever requests a refund cannot approve it.');
  const merchants = new MerchantStore(database, secrets);
  const { id, slug } = await merchants.create(setUp);
  const policies = new PolicyStore(database);
  for (const file of setUp.policyFiles) await policies.publish(id, readFileSync(file, 'utf8'));
  const keys = new ApiKeyStore(database, secrets);
  const key = { merchantId: id, mode: setUp.mode };
  const create = await keys.create({
    ...key,
    owner: setUp.owners.create,
    scopes: ['sales:write', 'refunds:create', 'refunds:read', 'returns:write', 'credit:read'],
  });
  const decide = await keys.create({
    ...key,
    owner: setUp.owners.decide,
    scopes: ['refunds:decide', 'refunds:read'],
    ...setUp.decides,
  });
  const merchant = await merchants.find(id);
  return { id: merchant?.publicId ?? id, slug, createKey: create.key, decideKey: decide.key };
}
