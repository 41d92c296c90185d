import { ERROR_CODES } from '@zikui/domain';
import { startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';
import { freePort } from '../../../tools/local-stack/port';

let api: ApiServer;
let shop: TestMerchant;
beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant();
});
afterAll(() => api.close());

describe('health', () => {
  it('lives', async () => expect((await api.call('GET', '/health/live')).json).toEqual({ status: 'live' }));

  it('is ready but degraded while Temporal is away: accepting is still right', async () => {
    const ready = await api.call('GET', '/health/ready');
    expect([ready.status, ready.json]).toEqual([
      200,
      { status: 'degraded', database: 'up', temporal: 'down', stopping: false },
    ]);
  });
});

describe('the pages', () => {
  it('describe the API in OpenAPI 3.1 with every error code', async () => {
    const { json, text } = await api.call('GET', '/v1/openapi.json');
    expect(json).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'http://api.test' }] });
    for (const code of ERROR_CODES) expect(text).toContain(`"${code}"`);
  });

  it('need nothing but themselves under the strictest policy', async () => {
    for (const path of ['/docs', '/docs/errors', '/docs/errors/over_refund']) {
      const { status, headers, text } = await api.call('GET', path);
      expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(text).not.toMatch(/<script|style=|onclick|src="http/);
      expect(text).toContain('<link rel="stylesheet" href="/docs/style.css">');
    }
    const style = await api.call('GET', '/docs/style.css');
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });

  it('say how the console is built where it is not', async () => {
    const { status, headers, text } = await api.call('GET', '/console/approvals');
    expect([status, headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(text).toContain('npm run build');
    expect((await api.call('GET', '/console/assets/..%2F..%2Fpackage.json')).status).toBe(404);
  });

  it('link every shape and route that they name', async () => {
    const { text } = await api.call('GET', '/docs');
    const anchors = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((link) => !anchors.has(link))).toEqual([]);
    expect(links.length).toBeGreaterThan(50);
  });

  it.each(ERROR_CODES)('explain %s in both languages', async (code) => {
    const { status, text } = await api.call('GET', `/docs/errors/${code}`);
    expect(status).toBe(200);
    expect(text).toMatch(/<section lang="he" dir="rtl"><h2>עברית<\/h2><p>[^<]*[א-ת]/);
  });

  it('know no other code', async () => expect((await api.call('GET', '/docs/errors/nonsense')).status).toBe(404));
});

describe('every answer', () => {
  it('carries the request id of the caller, or a new one', async () => {
    const named = await api.call('GET', '/v1/nowhere', { headers: { 'x-request-id': 'caller-0001' } });
    expect([named.headers.get('x-request-id'), named.json.requestId]).toEqual(['caller-0001', 'caller-0001']);
    const unnamed = await api.call('GET', '/v1/nowhere', { headers: { 'x-request-id': 'no good' } });
    expect(unnamed.json.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is hardened, and tells nothing of what runs here', async () => {
    const { headers } = await api.call('GET', '/health/live');
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age=') as string,
    });
    expect([headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null]);
  });

  it.each([
    ['GET', '/nowhere'],
    ['DELETE', '/v1/refunds'],
    ['POST', '/v1/sales/x'],
    ['GET', '/v1/refunds/x/y/z'],
  ])('to %s %s is a problem: there is no such address', async (method, path) => {
    const { status, json, headers } = await api.call(method, path);
    expect([status, json.code, headers.get('content-type')]).toEqual([
      404,
      'route_not_found',
      'application/problem+json',
    ]);
  });

  it('to a path that is no URL is a problem too', async () => {
    const { status } = await api.call('GET', '/v1/sales/%E0%A4%A', { key: shop.createKey });
    expect(status).toBe(422);
  });
});

describe('limits', () => {
  const statuses = (replies: readonly Reply[]): Record<number, number> =>
    replies.reduce<Record<number, number>>(
      (counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }),
      {},
    );

  it('count the calls of each key, creations apart, and say when to come again', async () => {
    const strict = await startApi({ RATE_PER_SECOND: '1', RATE_CREATES_PER_SECOND: '2' });
    try {
      const { createKey, decideKey } = await strict.addMerchant();
      const read = (key: string): Promise<Reply> => strict.call('GET', '/v1/refunds', { key });
      const replies = await Promise.all(Array.from({ length: 30 }, () => read(createKey)));
      const refused = replies.find(({ status }) => status === 429);
      expect(refused?.json.code).toBe('rate_limited');
      expect(Object.fromEntries(refused?.headers ?? [])).toMatchObject({
        'retry-after': '1',
        ratelimit: '"general";r=0;t=1',
        'ratelimit-policy': '"general";q=1;w=1',
      });
      expect((await read(decideKey)).status).toBe(200);
      const create = await strict.call('POST', '/v1/refunds', {
        key: createKey,
        body: {},
        headers: { 'idempotency-key': 'k'.repeat(16) },
      });
      expect([create.status, create.headers.get('ratelimit-policy')]).toEqual([422, '"create";q=2;w=1']);
    } finally {
      await strict.close();
    }
  });

  it('count bad keys for all processes together', async () => {
    const strict = await startApi({ FAILED_KEYS_PER_MINUTE: '3' });
    try {
      const bad = { key: `zk_test_${'a'.repeat(8)}_${'b'.repeat(43)}` };
      // Two of them were seen by another process.
      await strict.call('GET', '/v1/refunds', bad);
      await strict.db.query(`UPDATE access_failure SET count = 2`);
      const second = await strict.call('GET', '/v1/refunds', bad);
      const third = await strict.call('GET', '/v1/refunds', bad);
      expect([second.status, third.status]).toEqual([401, 429]);
    } finally {
      await strict.close();
    }
  });

  it('slow down an address that tries keys, and then hear no key of it', async () => {
    const strict = await startApi({ FAILED_KEYS_PER_MINUTE: '3' });
    try {
      const { createKey } = await strict.addMerchant();
      const tries: Reply[] = [];
      for (let time = 0; time < 5; time++)
        tries.push(await strict.call('GET', '/v1/refunds', { key: `zk_test_${'a'.repeat(8)}_${'b'.repeat(43)}` }));
      expect(statuses(tries)).toEqual({ 401: 3, 429: 2 });
      expect(tries.at(-1)?.headers.get('retry-after')).toBe('60');
      expect((await strict.call('GET', '/v1/refunds', { key: createKey })).status).toBe(429);
    } finally {
      await strict.close();
    }
  });
});

describe('what waits', () => {
  it('is shown at a port of its own, to nobody who comes to the API, and a port that is taken stops nothing', async () => {
    const METRICS_PORT = String(await freePort(20_000));
    const watched = await startApi({ METRICS_PORT });
    const page = `http://127.0.0.1:${METRICS_PORT}/metrics`;
    try {
      const second = await startApi({ METRICS_PORT });
      expect((await second.call('GET', '/health/live')).status).toBe(200);
      await second.close();
      const shop = await watched.addMerchant();
      const text = await (await fetch(page)).text();
      expect(text).toContain('\nzikui_facts_up 1\n');
      expect(text).toContain('\nzikui_legal_misses_total{jurisdiction="IL",currency="ILS"} 0\n');
      expect(text).not.toContain(shop.slug);
      expect((await watched.call('GET', '/metrics')).status).toBe(404);
    } finally {
      await watched.close();
    }
    await expect(fetch(page)).rejects.toThrow();
  });
});
