import { requestOf } from '../../builders/refund-request.builder';
import { simpleSaleOf } from '../../builders/sale.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

const ask = (api: ApiServer, { createKey }: TestMerchant, saleRef: string): Promise<Reply> =>
  api.call('POST', '/v1/refunds', {
    key: createKey,
    body: requestOf({ saleRef, lines: [{ ref: 'l1', amount: 1 }] }),
    headers: { 'idempotency-key': newKey() },
  });
const newSale = async (api: ApiServer, { createKey }: TestMerchant): Promise<string> => {
  const { saleRef, ...body } = simpleSaleOf(10_000);
  expect((await api.call('PUT', `/v1/sales/${saleRef}`, { key: createKey, body })).status).toBe(201);
  return saleRef;
};

let api: ApiServer;
afterEach(() => api.close());

describe('a service that is told to stop', () => {
  it('is first not ready, answers every call it took, and then hears no more', async () => {
    api = await startApi({ STOP_DELAY_MS: '400' });
    const shop = await api.addMerchant();
    const saleRefs = await Promise.all(Array.from({ length: 10 }, () => newSale(api, shop)));
    const calls = saleRefs.map((saleRef) => ask(api, shop, saleRef));
    const left = api.leave();
    const ready = await api.call('GET', '/health/ready');
    expect([ready.status, ready.json]).toEqual([503, expect.objectContaining({ status: 'not_ready', stopping: true })]);
    expect(ready.headers.get('connection')).toBe('close');
    // Whoever comes while it still listens is served; who comes later finds nobody and knows it.
    calls.push(...saleRefs.map((saleRef) => ask(api, shop, saleRef)));
    await left;
    const replies = await Promise.allSettled(calls);
    const served = replies.filter((reply) => reply.status === 'fulfilled').map(({ value }) => value.status);
    expect(replies.slice(0, 10).every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(new Set(served)).toEqual(new Set([201]));
    expect(await api.rows('refund')).toBe(served.length);
    await expect(api.call('GET', '/health/live')).rejects.toThrow('fetch failed');
  });
});

describe('while PostgreSQL is away', () => {
  it.each(['refuse', 'hole'] as const)(
    '(%s) the service lives, is not ready, and refuses with 503 and when to come again',
    async (mode) => {
      api = await startApi();
      const shop = await api.addMerchant();
      const saleRef = await newSale(api, shop);
      await api.line.set(mode);
      const [live, ready, refused] = [
        await api.call('GET', '/health/live'),
        await api.call('GET', '/health/ready'),
        await ask(api, shop, saleRef),
      ];
      expect(live.status).toBe(200);
      expect([ready.status, ready.json.database]).toEqual([503, 'down']);
      expect([refused.status, refused.json.code, refused.headers.get('retry-after')]).toEqual([
        503,
        'unavailable',
        '2',
      ]);
      expect(refused.text).not.toMatch(/postgres|ECONN|timeout|node_modules/i);

      await api.line.set('pass');
      expect((await ask(api, shop, saleRef)).status).toBe(201);
      expect((await api.call('GET', '/health/ready')).status).toBe(200);
      expect(await api.rows('refund')).toBe(1);
    },
  );
});
