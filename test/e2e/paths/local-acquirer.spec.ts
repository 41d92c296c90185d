import { sharedStack } from '../../environment/shared-stack';
import type { TestStack } from '../../environment/stack';
import { labMerchant } from '../../../tools/merchant/sample-merchants';
import { bodyOf, call } from '../client/http';
import { LAMP_PRICE, ONE_UNIT, Shop, type Asked } from '../client/shop';
import { brokenRules } from '../invariants';

const SLUG = 'bridged';
const SECRETS = { apiKey: 'zgs_e2e', webhookSecret: 'zgw_e2e' };

describe('money through a bridge to a local acquirer', () => {
  let stack: TestStack;
  let shop: Shop;
  const control = (path: string, body: object, status: number) =>
    call<{ gatewayRef: string }>(`${stack.sandbox}/_control/${path}`, { method: 'POST', body }).then((answer) =>
      bodyOf(answer, status),
    );

  beforeAll(async () => {
    stack = await sharedStack();
    const settings = { account: SLUG, address: `${stack.sandbox}/generic` };
    const merchant = await stack.addMerchant({
      ...labMerchant(stack.webhookSecrets),
      slug: SLUG,
      owners: { create: `${SLUG}-backend`, decide: `${SLUG}-approver` },
      gateways: { generic: { ...SECRETS, settings } },
    });
    await control('accounts', { dialect: 'generic', account: SLUG, secret: SECRETS.apiKey }, 204);
    const url = `${stack.api}/webhooks/gateways/generic/${merchant.id}`;
    await control('webhook-endpoints', { source: 'generic', account: SLUG, url, secret: SECRETS.webhookSecret }, 201);
    shop = new Shop(stack, merchant);
  }, 90_000);
  afterAll(() => stack.close());

  /** Sells what was paid through the bridge, and asks for one unit back. */
  async function ask(faults: readonly Readonly<{ action: string; ms?: number }>[] = []): Promise<Asked> {
    const captured = 2 * LAMP_PRICE;
    const paid = { dialect: 'generic', account: SLUG, amount: captured, currency: 'ILS' };
    const { gatewayRef } = await control('payments', paid, 201);
    for (const fault of faults) await shop.sandbox.order({ match: { gatewayRef }, ...fault });
    const payments = [{ ref: 'pay-1', gateway: 'generic', gatewayRef, captured }];
    const sold = { ...(await shop.sell({ body: { payments } })), payments: [gatewayRef] };
    const refund = await shop.client.accepted({ ...ONE_UNIT, saleRef: sold.saleRef });
    return { sold, refund };
  }
  const movements = ({ sold }: Asked) => shop.sandbox.movements(sold.payments[0]);

  it('refunds at once, by one movement under our key and reference', async () => {
    const asked = await ask();
    const done = await shop.client.untilIs(asked.refund.id, 'completed');
    const [movement, ...others] = await movements(asked);
    expect(others).toEqual([]);
    expect(movement).toMatchObject({ amount: LAMP_PRICE, status: 'succeeded' });
    expect(done.transfers).toMatchObject([{ status: 'settled', gateway: 'generic', gatewayRefundId: movement?.id }]);
  });

  it('completes when a signed notification settles what was pending', async () => {
    const asked = await ask([{ action: 'pending' }]);
    await shop.client.untilIs(asked.refund.id, 'awaiting_gateway');
    const [movement] = await movements(asked);
    const { told } = await shop.sandbox.settle(movement?.id ?? '');
    expect(told).toMatchObject([{ status: 200 }]);
    await shop.client.untilIs(asked.refund.id, 'completed');
  });

  it('finds out by look-up what became of a call without an answer, and pays once', async () => {
    const asked = await ask([{ action: 'commit_then_500' }, { action: 'webhook_never' }]);
    await shop.client.untilIs(asked.refund.id, 'completed');
    expect(await movements(asked)).toMatchObject([{ amount: LAMP_PRICE, status: 'succeeded' }]);
  });

  it('marks money that the acquirer took back as reversed', async () => {
    const asked = await ask();
    await shop.client.untilIs(asked.refund.id, 'completed');
    const [movement] = await movements(asked);
    await shop.sandbox.fail(movement?.id ?? '', 'account_closed');
    const after = await shop.client.until(asked.refund.id, 'the money to come back', (refund) => refund.wasReversed);
    expect(after.transfers).toMatchObject([{ status: 'reversed' }]);
  });

  it('refuses a notification with a wrong signature', async () => {
    const asked = await ask([{ action: 'webhook_bad_signature' }]);
    await shop.client.untilIs(asked.refund.id, 'completed');
    const [movement] = await movements(asked);
    const { told } = await shop.sandbox.fail(movement?.id ?? '');
    expect(told).toMatchObject([{ status: 401 }]);
    expect((await shop.client.get(asked.refund.id)).wasReversed).toBe(false);
  });

  it('leaves every rule of the house whole', async () => {
    expect(await brokenRules(stack)).toEqual({});
  });
});
