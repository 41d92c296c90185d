import { randomBytes } from 'node:crypto';
import type { GatewaysByName, Principal, RefundRequest, Sale } from '@zikui/domain';
import {
  ApiKeyStore,
  CreditReadStore,
  MerchantStore,
  PolicyStore,
  RefundIntakeStore,
  RefundReadStore,
  SaleStore,
  type AcceptedRefund,
  type Database,
  type MerchantSpec,
  type PersistenceSecrets,
} from '@zikui/persistence';
import { capabilities } from '../../libs/domain/src/transfer/gateway-capabilities.builder';
import { openPolicy } from './policy.builder';
import { idempotencyOf, requestOf } from './refund-request.builder';
import { newRef } from './sale.builder';

export const secretsOf = (): PersistenceSecrets => ({
  masterKey: randomBytes(32),
  apiKeyPepper: randomBytes(16).toString('hex'),
  gatewayKeySecret: randomBytes(16).toString('hex'),
});

export const DURATIONS = { lookUpsMs: [60_000, 300_000], pendingLimitMs: 14 * 86_400_000 };

export const merchantSpecOf = (overrides: Partial<MerchantSpec> = {}): MerchantSpec => ({
  slug: newRef('shop'),
  name: 'חנות לדוגמה',
  mode: 'test',
  timeZone: 'Asia/Jerusalem',
  locale: 'he',
  legalEntities: [{ ref: 'main', name: 'חנות בע״מ', registrationNumber: '514000000', address: 'תל אביב' }],
  gateways: { stripe: { apiKey: 'sk_test_1', webhookSecret: 'whsec_1' } },
  carriers: { easypost: { apiKey: 'EZTK1', webhookSecret: 'hook_1' } },
  ...overrides,
});

/** Of the doors that a test opens. */
const POOL_SIZE = 20;

/** What gateways can do in tests of the database: everything. */
export const ABLE: GatewaysByName = { stripe: capabilities(), adyen: capabilities() };

export type Stores = Readonly<{
  secrets: PersistenceSecrets;
  merchants: MerchantStore;
  keys: ApiKeyStore;
  policies: PolicyStore;
  sales: SaleStore;
  intake: RefundIntakeStore;
  refunds: RefundReadStore;
  credit: CreditReadStore;
}>;

/** The stores of the merchants' side over one pool. */
export function storesOn(
  database: Database,
  secrets: PersistenceSecrets = secretsOf(),
  gateways: GatewaysByName = ABLE,
): Stores {
  return {
    secrets,
    merchants: new MerchantStore(database, secrets),
    keys: new ApiKeyStore(database, secrets),
    policies: new PolicyStore(database),
    sales: new SaleStore(database, secrets),
    intake: new RefundIntakeStore(database, {
      masterKey: secrets.masterKey,
      durations: DURATIONS,
      gateways,
      poolSize: POOL_SIZE,
    }),
    refunds: new RefundReadStore(database),
    credit: new CreditReadStore(database),
  };
}

/** A merchant with an open policy, and its backend as it signs in. */
export async function newMerchant(
  stores: Stores,
  overrides: Readonly<{ spec?: Partial<MerchantSpec>; policies?: readonly string[] }> = {},
): Promise<Principal> {
  const { id } = await stores.merchants.create(merchantSpecOf(overrides.spec));
  for (const policy of overrides.policies ?? [openPolicy()]) await stores.policies.publish(id, policy);
  const { key } = await stores.keys.create({
    merchantId: id,
    owner: 'dana',
    scopes: ['sales:write', 'refunds:create', 'refunds:read', 'credit:read'],
    mode: overrides.spec?.mode ?? 'test',
  });
  const principal = await stores.keys.authenticate(key);
  if (!principal) throw new Error('a key that was just made is known');
  return principal;
}

/** Registers the sale and asks for a refund of it. */
export async function acceptRefund(
  stores: Stores,
  principal: Principal,
  sale: Sale,
  overrides: Partial<RefundRequest> = {},
): Promise<AcceptedRefund> {
  await stores.sales.put(principal, sale);
  const request = requestOf({ saleRef: sale.saleRef, ...overrides });
  return stores.intake.accept(principal, request, idempotencyOf(request));
}
