import type { MerchantSpec } from '@zikui/persistence';
import { labMerchant } from '../../../tools/merchant/sample-merchants';
import { sharedStack } from '../../environment/shared-stack';
import type { TestStack } from '../../environment/stack';
import { bodyOf, call } from '../client/http';
import { LAMP_PRICE, ONE_UNIT, Shop, type Asked } from '../client/shop';
import { brokenRules } from '../invariants';

type Vendor = Readonly<{ name: 'adyen' | 'paypal'; account: string; webhookSecret: string; setting: string }>;
const VENDORS: readonly Vendor[] = [
  { name: 'adyen', account: 'LabECOM', webhookSecret: '0123456789abcdef'.repeat(4), setting: 'merchantAccount' },
  { name: 'paypal', account: 'lab-client', webhookSecret: '1JE4291016473214C', setting: 'clientId' },
];
const API_KEY = 'e2e-key';

describe('money through gateways that announce what becomes of it', () => {
  let stack: TestStack;
  let shop: Shop;
  const control = (path: string, body: object, status: number) =>
    call<{ gatewayRef: string }>(`${stack.sandbox}/_control/${path}`, { method: 'POST', body }).then((answer) =>
      bodyOf(answer, status),
    );

  beforeAll(async () => {
    stack = await sharedStack();
    const gateways: NonNullable<MerchantSpec['gateways']> = Object.fromEntries(
      VENDORS.map(({ name, account, webhookSecret, setting }) => {
        const settings = { [setting]: account, address: `${stack.sandbox}/${name}` };
        return [name, { apiKey: API_KEY, webhookSecret, settings }];
      }),
    );
    const owners = { create: 'announced-backend', decide: 'announced-approver' };
    const merchant = await stack.addMerchant({
      ...labMerchant(stack.webhookSecrets),
      slug: 'announced',
      owners,
      gateways,
    });
    for (const { name, account, webhookSecret: secret } of VENDORS) {
      await control('accounts', { dialect: name, account, secret: API_KEY }, 204);
      const url = `${stack.api}/webhooks/gateways/${name}/${merchant.id}`;
      await control('webhook-endpoints', { source: name, account, url, secret }, 201);
    }
    shop = new Shop(stack, merchant);
  }, 90_000);
  afterAll(() => stack.close());

  /** Sells what was paid there, and asks for one unit back. */
  async function ask({ name, account }: Vendor, faults: readonly Readonly<{ action: string }>[] = []): Promise<Asked> {
    const captured = 2 * LAMP_PRICE;
    const paid = { dialect: name, account, amount: captured, currency: 'ILS' };
    const { gatewayRef } = await control('payments', paid, 201);
    for (const fault of faults) await shop.sandbox.order({ match: { gatewayRef }, ...fault });
    const payments = [{ ref: 'pay-1', gateway: name, gatewayRef, captured }];
    const sold = { ...(await shop.sell({ body: { payments } })), payments: [gatewayRef] };
    return { sold, refund: await shop.client.accepted({ ...ONE_UNIT, saleRef: sold.saleRef }) };
  }
  const movements = ({ sold }: Asked) => shop.sandbox.movements(sold.payments[0]);

  it.each(VENDORS)('completes a refund at $name and marks it when its money comes back', async (vendor) => {
    const asked = await ask(vendor);
    const done = await shop.client.untilIs(asked.refund.id, 'completed');
    const [movement, ...others] = await movements(asked);
    expect(others).toEqual([]);
    expect(done.transfers).toMatchObject([
      { status: 'settled', gateway: vendor.name, gatewayRefundId: movement?.id, amount: { amount: LAMP_PRICE } },
    ]);
    const { told } = await shop.sandbox.fail(movement?.id ?? '');
    expect(told).toMatchObject([{ status: 200 }]);
    const after = await shop.client.until(asked.refund.id, 'the money to come back', (refund) => refund.wasReversed);
    expect(after.transfers).toMatchObject([{ status: 'reversed' }]);
  });

  it.each(VENDORS)('waits for $name while it is pending, and completes when it says so', async (vendor) => {
    const asked = await ask(vendor, [{ action: 'pending' }]);
    await shop.client.untilIs(asked.refund.id, 'awaiting_gateway');
    const [movement] = await movements(asked);
    await shop.sandbox.settle(movement?.id ?? '');
    await shop.client.untilIs(asked.refund.id, 'completed');
  });

  it.each(VENDORS)('learns from $name by a repeat under the same key what became of a lost answer', async (vendor) => {
    const asked = await ask(vendor, [{ action: 'commit_then_500' }, { action: 'webhook_delay' }]);
    await shop.client.untilIs(asked.refund.id, 'completed');
    expect(await movements(asked)).toMatchObject([{ amount: LAMP_PRICE, status: 'succeeded' }]);
  });

  it('hands a refund to a person when Adyen announces that it failed', async () => {
    const asked = await ask(VENDORS[0]!, [{ action: 'decline' }]);
    const review = await shop.client.untilIs(asked.refund.id, 'needs_review');
    expect(review).toMatchObject({ reviewReason: 'transfer_declined', transfers: [{ status: 'declined' }] });
  });

  it('leaves every rule of the house whole', async () => {
    expect(await brokenRules(stack)).toEqual({});
  });
});
