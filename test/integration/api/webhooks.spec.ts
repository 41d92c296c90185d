import { createHmac } from 'node:crypto';
import { startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

let api: ApiServer;
let shop: TestMerchant;
beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant();
});
afterAll(() => api.close());

/** The secrets of `merchantSpecOf`. */
const GATEWAY_SECRET = 'whsec_1';
const CARRIER_SECRET = 'hook_1';

const nowSeconds = (): number => Math.floor(Date.now() / 1_000);
const refundEvent = (id: string): string =>
  JSON.stringify({
    id,
    object: 'event',
    type: 'refund.updated',
    created: nowSeconds(),
    data: {
      object: {
        id: 're_1',
        object: 'refund',
        amount: 500,
        currency: 'ils',
        status: 'succeeded',
        payment_intent: 'pi_1',
        metadata: {},
      },
    },
  });
const stripeSignature = (body: string, secret = GATEWAY_SECRET, at = nowSeconds()): string =>
  `t=${String(at)},v1=${createHmac('sha256', secret)
    .update(`${String(at)}.${body}`)
    .digest('hex')}`;
const scanEvent = (id: string): string =>
  JSON.stringify({
    id,
    object: 'Event',
    description: 'tracker.updated',
    created_at: new Date().toISOString(),
    result: { tracking_code: 'EZ1', status: 'in_transit', weight: 600 },
  });
const easyPostSignature = (body: string, secret = CARRIER_SECRET): string =>
  `hmac-sha256-hex=${createHmac('sha256', secret).update(body.replace('"weight":600', '"weight":600.0')).digest('hex')}`;

const fromGateway = (body: string, signature: string | undefined, path = `stripe/${shop.slug}`): Promise<Reply> =>
  api.call('POST', `/webhooks/gateways/${path}`, {
    body,
    headers: signature === undefined ? {} : { 'stripe-signature': signature },
  });
const fromCarrier = (body: string, signature: string | undefined, path = `easypost/${shop.slug}`): Promise<Reply> =>
  api.call('POST', `/webhooks/carriers/${path}`, {
    body,
    headers: signature === undefined ? {} : { 'x-hmac-signature': signature },
  });
const stored = (): Promise<number> => api.rows('inbox_event');

describe('a signed webhook', () => {
  it('of a gateway is stored once, however often it is told', async () => {
    const before = await stored();
    const body = refundEvent('evt_1');
    const replies = [await fromGateway(body, stripeSignature(body)), await fromGateway(body, stripeSignature(body))];
    expect(replies.map(({ status, json }) => [status, json])).toEqual(Array(2).fill([200, { received: true }]));
    expect(await stored()).toBe(before + 1);
  });

  it('told ten times at once is stored once', async () => {
    const before = await stored();
    const body = refundEvent('evt_ten');
    const replies = await Promise.all(Array.from({ length: 10 }, () => fromGateway(body, stripeSignature(body))));
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    expect(await stored()).toBe(before + 1);
  });

  it('of a carrier is stored once, and may come in any content type', async () => {
    const before = await stored();
    const body = scanEvent('evt_scan');
    const headers = { 'x-hmac-signature': easyPostSignature(body), 'content-type': 'text/plain' };
    const replies = [
      await fromCarrier(body, easyPostSignature(body)),
      await api.call('POST', `/webhooks/carriers/easypost/${shop.slug}`, { body, headers }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(await stored()).toBe(before + 1);
  });

  it('that is about nothing of ours is taken and forgotten', async () => {
    const before = await stored();
    const body = JSON.stringify({
      id: 'evt_x',
      object: 'event',
      type: 'customer.created',
      created: nowSeconds(),
      data: { object: {} },
    });
    expect((await fromGateway(body, stripeSignature(body))).status).toBe(200);
    expect(await stored()).toBe(before);
  });
});

describe('a webhook whose signature is not right answers 401 and leaves nothing behind', () => {
  const refusals: readonly (readonly [string, () => Promise<Reply>])[] = [
    ['no signature', () => fromGateway(refundEvent('evt_2'), undefined)],
    ['another secret', () => fromGateway(refundEvent('evt_2'), stripeSignature(refundEvent('evt_2'), 'whsec_2'))],
    [
      'an old one, sent again',
      () =>
        fromGateway(refundEvent('evt_2'), stripeSignature(refundEvent('evt_2'), GATEWAY_SECRET, nowSeconds() - 301)),
    ],
    [
      'a byte changed',
      () => fromGateway(refundEvent('evt_2').replace('500', '501'), stripeSignature(refundEvent('evt_2'))),
    ],
    [
      'serialised again',
      () =>
        fromGateway(JSON.stringify(JSON.parse(refundEvent('evt_2')), null, 1), stripeSignature(refundEvent('evt_2'))),
    ],
    ['no body', () => fromGateway('', stripeSignature(''))],
    ['signed, but no JSON', () => fromGateway('not json', stripeSignature('not json'))],
    [
      'a merchant that does not exist',
      () => fromGateway(refundEvent('evt_2'), stripeSignature(refundEvent('evt_2')), 'stripe/nobody'),
    ],
    ['of a carrier without a signature', () => fromCarrier(scanEvent('evt_3'), undefined)],
    [
      'of a carrier with another secret',
      () => fromCarrier(scanEvent('evt_3'), easyPostSignature(scanEvent('evt_3'), 'hook_2')),
    ],
    ['of a carrier, signed but no JSON', () => fromCarrier('nonsense', easyPostSignature('nonsense'))],
    [
      'of a carrier, for a merchant that does not exist',
      () => fromCarrier(scanEvent('evt_3'), easyPostSignature(scanEvent('evt_3')), 'easypost/nobody'),
    ],
  ];

  it.each(refusals)('%s', async (_name, send) => {
    const before = await stored();
    const { status, json } = await send();
    expect([status, json.code, json.values]).toEqual([401, 'bad_signature', {}]);
    expect(await stored()).toBe(before);
  });

  it('and one for an unknown vendor is no address at all', async () => {
    for (const path of ['gateways/paybuddy', 'carriers/stork']) {
      const { status, json } = await api.call('POST', `/webhooks/${path}/${shop.slug}`, { body: '{}' });
      expect([status, json.code]).toEqual([404, 'not_found']);
    }
  });

  it('and one that is too large is refused before it is read', async () => {
    const body = 'x'.repeat(300_000);
    expect((await fromGateway(body, stripeSignature(body))).status).toBe(413);
  });
});
