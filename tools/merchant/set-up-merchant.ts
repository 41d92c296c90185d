import { readFileSync } from 'node:fs';
import { parsePolicy, publicId, type Role } from '@zikui/domain';
import {
  ApiKeyStore,
  FirstStaffStore,
  MerchantStore,
  PolicyStore,
  type Database,
  type FirstStaff,
  type MerchantSpec,
  type PersistenceSecrets,
} from '@zikui/persistence';

export type MerchantSetUp = MerchantSpec &
  Readonly<{
    /** One YAML file per currency. */ policyFiles: readonly string[];
    /** The two people behind the keys; they must differ, or nobody could approve. */
    owners: Readonly<{ create: string; decide: string }>;
    /** What the deciding key may do, and up to which amount in minor units. */
    decides: Readonly<{ role: Role; amountLimit: number }>;
    /** People who may sign in from the start: administrators, and whoever has a limit. */ staff?: readonly FirstStaff[];
  }>;
export type MerchantKeys = Readonly<{ id: string; slug: string; createKey: string; decideKey: string }>;

/**
 * Sets up a merchant: legal entity, accounts, policies, and two API keys of two owners. The keys are shown only here.
 * Throws `invalid_field` for a slug that is taken, unless it may exist: then policies are renewed and keys added. Throws
 * before anything is written when one owner has both keys, and for a policy with faults, each named with its line.
 */
export async function setUpMerchant(
  database: Database,
  secrets: PersistenceSecrets,
  setUp: MerchantSetUp,
  { mayExist = false }: Readonly<{ mayExist?: boolean }> = {},
): Promise<MerchantKeys> {
  if (setUp.owners.create === setUp.owners.decide)
    throw new Error('The two keys need two owners: whoever requests a refund cannot approve it.');
  const policies = setUp.policyFiles.map(readPolicy);
  const merchants = new MerchantStore(database, secrets);
  const there = mayExist ? await merchants.find(setUp.slug) : undefined;
  const { id } = there ?? (await merchants.create(setUp));
  const store = new PolicyStore(database);
  for (const policy of policies) await store.publish(id, policy);
  await new FirstStaffStore(database).add(id, setUp.staff ?? []);
  const keys = new ApiKeyStore(database, secrets);
  const key = { merchantId: id, mode: setUp.mode };
  const create = await keys.create({
    ...key,
    owner: setUp.owners.create,
    scopes: ['sales:write', 'refunds:create', 'refunds:read', 'returns:write', 'credit:read', 'exports:read'],
  });
  const decide = await keys.create({
    ...key,
    owner: setUp.owners.decide,
    scopes: ['refunds:decide', 'refunds:read'],
    ...setUp.decides,
  });
  return { id: publicId('merchant', id), slug: setUp.slug, createKey: create.key, decideKey: decide.key };
}

function readPolicy(file: string): string {
  const text = readFileSync(file, 'utf8');
  const parsed = parsePolicy(text);
  if (parsed.kind === 'valid') return text;
  const faults = parsed.faults.map(({ line, column, code, detail }) => `  ${line}:${column} ${code}: ${detail}`);
  throw new Error(`${file} is not a policy:\n${faults.join('\n')}`);
}
