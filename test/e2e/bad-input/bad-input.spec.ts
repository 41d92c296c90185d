import { randomBytes, randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { sharedStack } from '../../environment/shared-stack';
import type { TestStack } from '../../environment/stack';
import { call, problemOf, type Answer } from '../client/http';
import { LAMP_PRICE, ONE_UNIT, Shop, type Sold } from '../client/shop';
import { countOfEvent } from '../rows';
import { shopSale } from './shop-sale-body';
import { everything } from './written';

const CARD = '4111 1111 1111 1111';
/** One body as text, with a value that JSON can hold and JavaScript cannot. */
const raw = (body: object, value: string): string => JSON.stringify(body).replace('"@@"', value);

describe('bad input over HTTP', () => {
  let stack: TestStack;
  let shop: Shop;
  let sold: Sold;
  /** A sale with a completed refund: it is frozen. */ let refunded: Sold;
  beforeAll(async () => {
    stack = await sharedStack();
    shop = new Shop(stack, stack.merchants.lab);
    sold = await shop.sell();
    const asked = await shop.ask();
    await shop.client.untilIs(asked.refund.id, 'completed');
    refunded = asked.sold;
    await quiet();
  }, 120_000);
  afterAll(() => stack.close());

  /** Nothing of the completed refund is still on its way: mails and announcements of the gateway have come. */
  async function quiet(): Promise<void> {
    let before = await everything(stack);
    for (let calm = 0; calm < 3;) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      const now = await everything(stack);
      calm = JSON.stringify(now) === JSON.stringify(before) ? calm + 1 : 0;
      before = now;
    }
  }

  /** The refusal's code and the places that it names; nothing in any table is new or other than before. */
  async function refused(send: () => Promise<Answer<unknown>>, status: number): Promise<readonly string[]> {
    const before = await everything(stack);
    const problem = problemOf(await send(), status);
    expect(await everything(stack)).toEqual(before);
    expect(JSON.stringify(problem)).not.toContain(CARD);
    return [problem.code, ...problem.errors.map(({ pointer }) => pointer)];
  }
  const ask =
    (body: string | object, to = '/v1/refunds') =>
    (): Promise<Answer<unknown>> =>
      shop.client.call(to, {
        method: 'POST',
        idempotencyKey: randomUUID(),
        body,
        headers: { 'content-type': 'application/json' },
      });
  const put =
    (body: object, saleRef = `new-${randomBytes(6).toString('hex')}`) =>
    (): Promise<Answer<unknown>> =>
      shop.client.putSale(saleRef, body as Record<string, unknown>);
  const byAmount = () => ({ ...ONE_UNIT, saleRef: sold.saleRef, lines: [{ ref: 'l1', amount: '@@' }] });

  it.each([
    ['zero', '0'],
    ['negative', '-1'],
    ['fractional', '100.5'],
    ['a whole number written with a fraction', '100.0'],
    ['in exponent form', '1e2'],
    ['above 2^53', '9007199254740993'],
    ['a text', '"100"'],
  ])('an amount that is %s is no amount', async (_what, value) => {
    expect(await refused(ask(raw(byAmount(), value)), 422)).toEqual(['invalid_amount', '/lines/0/amount']);
    const goodwill = raw({ ...ONE_UNIT, saleRef: sold.saleRef, goodwill: { amount: '@@' } }, value);
    expect((await refused(ask(goodwill), 422))[0]).toBe('invalid_amount');
    const sale = await shopSale(stack, shop);
    const [payment] = sale.payments as readonly object[];
    const captured = raw({ ...sale, payments: [{ ...payment, captured: '@@' }] }, value);
    const sending = (): Promise<Answer<unknown>> =>
      shop.client.call(`/v1/sales/${randomUUID()}`, {
        method: 'PUT',
        body: captured,
        headers: { 'content-type': 'application/json' },
      });
    expect(await refused(sending, 422)).toEqual(['invalid_amount', '/payments/0/captured']);
  });

  it('more than was paid is not refunded', async () => {
    const body = { ...ONE_UNIT, saleRef: sold.saleRef, lines: [{ ref: 'l1', amount: 2 * LAMP_PRICE + 1 }] };
    expect((await refused(ask(body), 422))[0]).toMatch(/^(line_exhausted|over_refund|invalid_amount)$/);
  });

  it('a currency that is none, or that the caller chooses, or that the merchant has no policy for', async () => {
    const sale = await shopSale(stack, shop);
    for (const currency of ['NIS', 'ils', 'XXXX', '₪'])
      expect(await refused(put({ ...sale, currency }), 422)).toEqual(['invalid_request', '/currency']);
    const chosen = { ...ONE_UNIT, saleRef: sold.saleRef, currency: 'USD' };
    expect(await refused(ask(chosen), 422)).toEqual(['unknown_field', '/currency']);
    const saleRef = `chf-${randomBytes(6).toString('hex')}`;
    expect((await shop.client.putSale(saleRef, { ...sale, currency: 'CHF' })).status).toBe(201);
    expect((await refused(ask({ ...ONE_UNIT, saleRef }), 422))[0]).toBe('policy_missing');
  });

  it('a payment that the sale does not have, and a sale that nobody told of', async () => {
    const elsewhere = { ...ONE_UNIT, saleRef: sold.saleRef, paymentOrder: ['pay-9'] };
    expect((await refused(ask(elsewhere), 422))[0]).toBe('unknown_payment');
    expect((await refused(ask({ ...ONE_UNIT, saleRef: 'no-such-sale' }), 404))[0]).toBe('sale_not_found');
  });

  it('a sale that is replaced after its first refund stays as it was', async () => {
    const sale = await shopSale(stack, shop);
    expect((await refused(put(sale, refunded.saleRef), 409))[0]).toBe('sale_locked');
  });

  it('a card number in any text of a sale or a request is refused and not echoed', async () => {
    const sale = (await shopSale(stack, shop)) as Readonly<Record<string, unknown>>;
    const [line] = sale['lines'] as readonly object[];
    const texts: readonly (readonly [pointer: string, body: object])[] = [
      ['/customer/name', { ...sale, customer: { ...(sale['customer'] as object), name: `Noa ${CARD}` } }],
      ['/lines/0/description', { ...sale, lines: [{ ...line, description: `Lamp ${CARD}` }] }],
      ['/lines/0/sku', { ...sale, lines: [{ ...line, sku: CARD }] }],
      ['/otherCharges/description', { ...sale, otherCharges: { total: 1, description: CARD } }],
      ['/invoice/number', { ...sale, invoice: { ...(sale['invoice'] as object), number: CARD } }],
    ];
    for (const [pointer, body] of texts)
      expect(await refused(put(body), 422)).toEqual(['card_number_refused', pointer]);
    const request = { ...ONE_UNIT, saleRef: sold.saleRef };
    expect(await refused(ask({ ...request, note: `card ${CARD}` }), 422)).toEqual(['card_number_refused', '/note']);
    expect((await refused(ask({ ...request, metadata: { card: CARD } }), 422))[0]).toBe('card_number_refused');
    const ref = CARD.replaceAll(' ', '');
    for (const field of ['externalRef', 'requestedBy'])
      expect(await refused(ask({ ...request, [field]: ref }), 422)).toEqual(['card_number_refused', `/${field}`]);
    const dashed = { ...request, note: '４１１１－１１１１－１１１１－１１１１' };
    expect(await refused(ask(dashed), 422)).toEqual(['card_number_refused', '/note']);
  });

  it('a body over the limit is refused before it is read', async () => {
    const body = { ...ONE_UNIT, saleRef: sold.saleRef, note: 'x'.repeat(300_000) };
    expect((await refused(ask(body), 413))[0]).toBe('body_too_large');
    expect((await refused(ask(body, '/v1/refunds/quote'), 413))[0]).toBe('body_too_large');
    expect((await refused(post('x'.repeat(300_000), 't=1,v1=0'), 413))[0]).toBe('body_too_large');
  });

  const event = (id: string): string =>
    JSON.stringify({
      ...{ id, object: 'event', type: 'refund.updated', created: Math.floor(Date.now() / 1_000) },
      data: { object: { id: 're_none', object: 'refund', amount: 1, currency: 'ils', status: 'succeeded' } },
    });
  const sign = (payload: string, more: Readonly<{ secret?: string; timestamp?: number }> = {}): string =>
    Stripe.webhooks.generateTestHeaderString({ payload, secret: stack.webhookSecrets.gatewaySecret, ...more });
  const post = (body: string, signature: string) => (): Promise<Answer<unknown>> =>
    call(`${stack.api}/webhooks/gateways/stripe/${stack.merchants.lab.id}`, {
      method: 'POST',
      body,
      headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
    });

  it('a webhook with a wrong, missing, foreign or old signature is refused', async () => {
    const body = event('evt_bad');
    const old = Math.floor(Date.now() / 1_000) - 10 * 60;
    const signatures = [
      '',
      'nonsense',
      sign(body, { secret: 'whsec_other' }),
      sign(`${body} `),
      sign(body, { timestamp: old }),
    ];
    for (const signature of signatures) expect((await refused(post(body, signature), 401))[0]).toBe('bad_signature');
  });

  it('a webhook that is replayed is answered and changes nothing', async () => {
    const id = `evt_${randomBytes(6).toString('hex')}`;
    const body = event(id);
    const signature = sign(body);
    expect((await post(body, signature)()).status).toBe(200);
    for (let no = 0; no < 3; no += 1) expect((await post(body, signature)()).status).toBe(200);
    expect(await countOfEvent(stack, id)).toBe(1);
  });

  it('no key, a wrong key and a key without the right are refused before anything is read', async () => {
    const body = { ...ONE_UNIT, saleRef: sold.saleRef };
    const as = (key: string) => (): Promise<Answer<unknown>> =>
      shop.client.call('/v1/refunds', { method: 'POST', idempotencyKey: randomUUID(), body, key });
    expect((await refused(as('zk_test_00000000_nothing'), 401))[0]).toBe('unauthenticated');
    expect((await refused(as(stack.merchants.lab.decideKey), 403))[0]).toBe('permission_missing');
  });
});
