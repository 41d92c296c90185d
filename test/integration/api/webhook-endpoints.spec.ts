import { randomBytes } from 'node:crypto';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

let api: ApiServer;
let shop: TestMerchant;
let key: string;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  shop = await api.addMerchant();
  key = await api.addKey(shop.id, ['webhooks:manage'], { owner: 'tamar' });
});
afterAll(() => api.close());

const URL_OF_SHOP = 'https://shop.example.com/zikui';
const create = (body: unknown, idempotencyKey = newKey()): Promise<Reply> =>
  api.call('POST', '/v1/webhook-endpoints', { key, body, headers: { 'idempotency-key': idempotencyKey } });
const at = (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
  api.call(method, `/v1/webhook-endpoints/${path}`, { key, ...(body !== undefined && { body }), headers });
const made = async (): Promise<string> => String((await create({ url: URL_OF_SHOP })).json.id);
const entries = () =>
  api.db.query<{ action: string; address: string; owner: string }>(
    `SELECT action, address, owner FROM audit_entry WHERE merchant_id = $1 ORDER BY id`,
    [shop.id],
  );

describe('an endpoint', () => {
  it('is made with a secret of 32 bytes, which is shown now and in no other answer', async () => {
    const { status, json, headers } = await create({ url: URL_OF_SHOP, description: 'המחסן' });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      url: URL_OF_SHOP,
      description: 'המחסן',
      status: 'enabled',
      disabledReason: null,
      failures: 0,
      owner: 'tamar',
      previousSecretUntil: null,
      hasContact: false,
    });
    const secret = String(json.secret);
    expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
    expect([headers.get('location'), headers.get('cache-control')]).toEqual([
      `/v1/webhook-endpoints/${String(json.id)}`,
      'no-store',
    ]);
    const [read, list] = [await at('GET', String(json.id)), await at('GET', '?limit=10')];
    expect([read.status, list.status]).toEqual([200, 200]);
    expect(read.text + list.text).not.toContain(secret);
    expect(read.json).not.toHaveProperty('secret');
  });

  it('has a contact for the day on which it is gone, who stands in no answer', async () => {
    const contactEmail = 'ops@shop.example.com';
    const made = await create({ url: URL_OF_SHOP, contactEmail });
    expect(made.json).toMatchObject({ hasContact: true });
    expect(made.text).not.toContain(contactEmail);
    const changed = await at('PATCH', String(made.json.id), { contactEmail: null });
    expect(changed.json).toMatchObject({ hasContact: false });
    const refused = await create({ url: URL_OF_SHOP, contactEmail: 'nobody' });
    expect([refused.status, refused.text.includes('"/contactEmail"')]).toEqual([422, true]);
  });

  it('is made once for one key, and a repeat is shown its secret again for an hour', async () => {
    const idempotencyKey = newKey();
    const [first, again] = [
      await create({ url: URL_OF_SHOP }, idempotencyKey),
      await create({ url: URL_OF_SHOP }, idempotencyKey),
    ];
    expect([again.status, again.json, again.headers.get('idempotent-replayed')]).toEqual([201, first.json, 'true']);
    const other = await create({ url: `${URL_OF_SHOP}/2` }, idempotencyKey);
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_conflict']);
    await api.db.query(
      `UPDATE webhook_endpoint SET created_at = now() - interval '61 minutes' WHERE merchant_id = $1`,
      [shop.id],
    );
    expect((await create({ url: URL_OF_SHOP }, idempotencyKey)).json).toMatchObject({
      id: first.json.id,
      secret: null,
    });
    expect(await api.rows('webhook_endpoint', shop.id)).toBe(1);
  });

  it('is one of ten that are asked for at once under one key', async () => {
    const idempotencyKey = newKey();
    const replies = await Promise.all(Array.from({ length: 10 }, () => create({ url: URL_OF_SHOP }, idempotencyKey)));
    expect(new Set(replies.map(({ json }) => json.id)).size).toBe(1);
    expect(await api.rows('webhook_endpoint', shop.id)).toBe(1);
  });

  it.each([
    'http://shop.example.com/zikui',
    'https://127.0.0.1/zikui',
    'https://2130706433/',
    'https://[::ffff:169.254.169.254]/',
    'https://localhost:8443/',
    'https://shop.example.com:8080/',
    'https://user:pass@shop.example.com/',
    'no address',
  ])('is refused at %s, and nothing is written', async (url) => {
    const before = await api.rows('audit_entry');
    const { status, json } = await create({ url });
    expect([status, json.code]).toEqual([422, 'webhook_url_refused']);
    expect(json.errors).toMatchObject([{ pointer: '/url', code: 'webhook_url_refused' }]);
    const id = await made();
    expect((await at('PATCH', id, { url })).json.code).toBe('webhook_url_refused');
    expect(await api.rows('webhook_endpoint', shop.id)).toBe(1);
    expect(await api.rows('audit_entry')).toBe(before + 1);
  });

  it('is one of twenty at most', async () => {
    for (let no = 0; no < 20; no += 1) expect((await create({ url: `${URL_OF_SHOP}/${no}` })).status).toBe(201);
    const { status, json } = await create({ url: URL_OF_SHOP });
    expect([status, json.code, json.values]).toEqual([422, 'too_many_endpoints', { limit: 20 }]);
    const page = await at('GET', '?limit=15');
    expect((page.json.items as unknown[]).length).toBe(15);
    const rest = await at('GET', `?limit=15&after=${String(page.json.next)}`);
    expect([(rest.json.items as unknown[]).length, rest.json.next]).toEqual([5, null]);
  });

  it('can be changed, disabled, enabled and deleted, each act with its entry: who, and from which address', async () => {
    const id = await made();
    expect((await at('PATCH', id, { status: 'disabled', description: null })).json).toMatchObject({
      status: 'disabled',
      disabledReason: 'by_merchant',
      disabledAt: expect.any(String) as string,
    });
    expect((await at('PATCH', id, { status: 'enabled', url: `${URL_OF_SHOP}/new` })).json).toMatchObject({
      url: `${URL_OF_SHOP}/new`,
      status: 'enabled',
      disabledReason: null,
      disabledAt: null,
    });
    const gone = await at('DELETE', id);
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await at('DELETE', id)).status).toBe(204);
    for (const reply of [await at('GET', id), await at('PATCH', id, {}), await at('GET', `${id}/deliveries`)])
      expect([reply.status, reply.json.code]).toEqual([404, 'webhook_endpoint_not_found']);
    expect(await entries()).toEqual(
      ['created', 'changed', 'changed', 'deleted'].map((act) => ({
        action: `webhook_endpoint.${act}`,
        address: '127.0.0.1',
        owner: 'tamar',
      })),
    );
  });

  it('gets a new secret beside the old one, once for one key', async () => {
    const { json } = await create({ url: URL_OF_SHOP });
    const id = String(json.id);
    const headers = { 'idempotency-key': newKey() };
    const [rotated, again] = [
      await at('POST', `${id}/secret-rotations`, { overlapHours: 2 }, headers),
      await at('POST', `${id}/secret-rotations`, { overlapHours: 2 }, headers),
    ];
    expect(rotated.status).toBe(201);
    expect(rotated.json.secret).not.toBe(json.secret);
    expect(again.json).toEqual(rotated.json);
    const until = Date.parse(String(rotated.json.previousSecretUntil)) - Date.now();
    expect(Math.abs(until - 7_200_000)).toBeLessThan(60_000);
    const other = await at('POST', `${id}/secret-rotations`, { overlapHours: 3 }, headers);
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_conflict']);
    const missing = await at('POST', `${id}/secret-rotations`, {});
    expect([missing.status, missing.json.code]).toEqual([400, 'idempotency_key_missing']);
  });

  it('names a delivery that is not there, and one that cannot be sent', async () => {
    const id = await made();
    const unknown = `wd_${randomBytes(16).toString('hex')}`;
    const reply = await at('POST', `${id}/deliveries/${unknown}/resend`);
    expect([reply.status, reply.json.code]).toEqual([404, 'webhook_delivery_not_found']);
    expect((await at('POST', `${id}/deliveries/rubbish/resend`)).json.code).toBe('webhook_delivery_not_found');
    expect((await at('GET', 'rubbish')).json.code).toBe('webhook_endpoint_not_found');
    const log = await at('GET', `${id}/deliveries?status=dead`);
    expect([log.status, log.json]).toEqual([200, { items: [], next: null }]);
    expect((await at('GET', `${id}/deliveries?status=lost`)).status).toBe(422);
  });
});
