import { randomBytes } from 'node:crypto';
import { ApiKeyStore } from '@zikui/persistence';
import { uuidOf } from '@zikui/domain';
import { registerWebhooks } from '../../../tools/local-stack/sandbox-accounts';
import { demoMerchant, sandboxAccounts } from '../../../tools/merchant/sample-merchants';
import { setUpMerchant } from '../../../tools/merchant/set-up-merchant';
import { bodyOf, call } from '../../e2e/client/http';
import { SandboxClient } from '../../e2e/client/sandbox.client';
import { LAMP_PRICE, type Sold } from '../../e2e/client/shop';
import { partsOf, saleBody, type ShopSale } from '../../e2e/client/shop-sale';
import type { History } from './history';
import { StormClient } from './storm-client';
import type { StormStack } from './storm-stack';
import type { Sale } from './item';

/** A merchant of its own for one storm, with everything sold before the weather turns. */
export class StormShop {
  readonly sandbox: SandboxClient;

  private constructor(
    readonly client: StormClient,
    readonly slug: string,
    sandbox: string,
  ) {
    this.sandbox = new SandboxClient(sandbox);
  }

  static async open(stack: StormStack, history: History): Promise<StormShop> {
    const { database, storeSecrets, secrets } = stack;
    const slug = `storm-${randomBytes(5).toString('hex')}`;
    const keys = await setUpMerchant(database, storeSecrets, {
      ...demoMerchant(secrets),
      ...sandboxAccounts(slug, secrets),
      slug,
      owners: { create: `${slug}-backend`, decide: `${slug}-approver` },
    });
    await registerWebhooks(stack.sandbox, stack.webhooks, { slug, id: keys.id, ...secrets });
    const finance = await new ApiKeyStore(database, storeSecrets).create({
      merchantId: uuidOf('merchant', keys.id) ?? keys.id,
      mode: 'test',
      owner: `${slug}-finance`,
      scopes: ['refunds:decide', 'refunds:read'],
      role: 'finance',
      amountLimit: 100_000_000,
    });
    const keeper = await new ApiKeyStore(database, storeSecrets).create({
      merchantId: uuidOf('merchant', keys.id) ?? keys.id,
      mode: 'test',
      owner: `${slug}-keeper`,
      scopes: ['webhooks:manage'],
    });
    await tellEverything(stack, slug, keeper.key);
    const client = new StormClient(stack.apis, { ...keys, financeKey: finance.key }, history);
    return new StormShop(client, slug, stack.sandbox);
  }

  async sell(changes: Sale): Promise<Sold> {
    const name = randomBytes(6).toString('hex');
    const customer = { ref: `customer-${name}`, name: 'נועה לוי', email: `${name}@example.com`, locale: 'he' } as const;
    const sale: ShopSale = { ...LAMP, ...changes, saleRef: `sale-${name}`, customer };
    const payments = await Promise.all(
      partsOf(sale).map((amount) => this.sandbox.capture(this.slug, amount, sale.currency)),
    );
    await this.client.putSale(sale.saleRef, saleBody(sale, payments, Date.now()));
    return { saleRef: sale.saleRef, customerRef: customer.ref, email: customer.email, payments };
  }
}

/** The merchant's own server, which hears of every change. */
async function tellEverything({ apis, sandbox }: StormStack, slug: string, key: string): Promise<void> {
  const endpoint = await call<{ secret: string }>(`${apis[0] ?? ''}/v1/webhook-endpoints`, {
    method: 'POST',
    key,
    idempotencyKey: `${slug}-endpoint`,
    body: { url: `${sandbox}/hooks/${slug}` },
  });
  const { secret } = bodyOf(endpoint, 201);
  await call(`${sandbox}/_control/hooks/${slug}`, { method: 'POST', body: { secrets: [secret] } });
}

const LAMP = {
  description: 'מנורת שולחן',
  category: 'home_garden',
  currency: 'ILS',
  price: LAMP_PRICE,
  deliveredDaysAgo: 3,
} as const;
