import { requestOf } from '../../builders/refund-request.builder';
import { saleOf } from '../../builders/sale.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

let api: ApiServer;
beforeAll(async () => {
  // Two of five connections for one merchant.
  api = await startApi({ DATABASE_POOL_SIZE: '5' });
});
afterAll(() => api.close());

const saleFor = async ({ createKey }: TestMerchant): Promise<string> => {
  const { saleRef, ...body } = saleOf();
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: createKey, body });
  return saleRef;
};
const ask = (shop: TestMerchant, saleRef: string, key = newKey()): Promise<Reply> =>
  api.call('POST', '/v1/refunds', {
    key: shop.createKey,
    body: requestOf({ saleRef }),
    headers: { 'idempotency-key': key },
  });
/** Runs that while the sale is locked by somebody else. */
async function whileHeld<Result>(saleRef: string, run: () => Promise<Result>): Promise<Result> {
  await api.db.query('BEGIN');
  try {
    await api.db.query('SELECT id FROM sale WHERE sale_ref = $1 FOR NO KEY UPDATE', [saleRef]);
    return await run();
  } finally {
    await api.db.query('ROLLBACK');
  }
}

describe('a crowd of one merchant before a locked sale', () => {
  it('is told when to come back, holds up nobody else, leaves nothing half-written, and is served then', async () => {
    const [crowded, other] = [await api.addMerchant(), await api.addMerchant()];
    const [saleRef, otherSale] = [await saleFor(crowded), await saleFor(other)];
    const keys = Array.from({ length: 12 }, () => newKey());

    const replies = await whileHeld(saleRef, async () => {
      const crowd = Promise.all(keys.map((key) => ask(crowded, saleRef, key)));
      expect((await ask(other, otherSale)).status).toBe(201);
      return crowd;
    });

    const shed = replies.filter(({ status }) => status === 429);
    expect(shed.length).toBeGreaterThan(0);
    for (const { headers, json } of shed)
      expect([headers.get('retry-after'), json.code]).toEqual(['1', 'too_many_at_once']);
    // Whoever had a turn waited for the lock as long as a statement may.
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([429, 503]));
    expect(await api.rows('refund', crowded.id)).toBe(0);

    const again = await ask(crowded, saleRef, keys[replies.findIndex(({ status }) => status === 429)]);
    expect(again.status).toBe(201);
    expect(await api.rows('refund', crowded.id)).toBe(1);
  }, 20_000);
});
