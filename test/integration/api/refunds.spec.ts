import type { RefundView } from '@zikui/persistence';
import { eventually } from '../../builders/eventually';
import { requestOf } from '../../builders/refund-request.builder';
import { newRef, saleOf } from '../../builders/sale.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

let api: ApiServer;
let shop: TestMerchant;
beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant();
});
afterAll(() => api.close());

const newSale = async (of = shop): Promise<string> => {
  const { saleRef, ...body } = saleOf();
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: of.createKey, body });
  return saleRef;
};
const ask = (body: unknown, key = newKey(), of = shop): Promise<Reply> =>
  api.call('POST', '/v1/refunds', { key: of.createKey, body, headers: { 'idempotency-key': key } });
const viewOf = (reply: Reply): RefundView => reply.json as unknown as RefundView;

describe('a sale', () => {
  it('is created, told again, and read', async () => {
    const { saleRef, ...body } = saleOf();
    const put = () => api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
    const created = await put();
    expect([created.status, created.headers.get('location')]).toEqual([201, `/v1/sales/${saleRef}`]);
    expect((await put()).status).toBe(200);
    const read = await api.call('GET', `/v1/sales/${saleRef}`, { key: shop.createKey });
    expect(read.status).toBe(200);
    expect(read.json).toMatchObject({ saleRef, shipping: { total: { amount: 3000, currency: 'ILS' } } });
  });

  it('that does not balance is refused with the numbers', async () => {
    const { saleRef, ...body } = saleOf({ shipping: { total: 3_001, tax: 458 } });
    const refused = await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({ code: 'sale_unbalanced', values: { parts: 37_891, captured: 37_890 } });
  });
});

describe('a refund', () => {
  it('is quoted without a key and without a trace', async () => {
    const saleRef = await newSale();
    const before = await api.rows('refund');
    const quote = await api.call('POST', '/v1/refunds/quote', { key: shop.createKey, body: requestOf({ saleRef }) });
    expect(quote.status).toBe(200);
    expect(quote.json).toMatchObject({ saleRef, payout: { amount: 9_966, currency: 'ILS' } });
    expect(await api.rows('refund')).toBe(before);
  });

  it('is accepted at once while Temporal is away, and waits in the outbox', async () => {
    const accepted = await ask(
      requestOf({ saleRef: await newSale(), externalRef: newRef('rma'), metadata: { desk: 'צפון' } }),
    );
    const view = viewOf(accepted);
    expect(accepted.status).toBe(201);
    expect(view).toMatchObject({
      status: 'requested',
      payout: { amount: 9_966, currency: 'ILS' },
      metadata: { desk: 'צפון' },
    });
    expect(accepted.headers.get('location')).toBe(`/v1/refunds/${view.id}`);
    expect(accepted.headers.get('idempotent-replayed')).toBeNull();
    expect(accepted.json.temporalUrl).toMatch(
      /^http:\/\/temporal\.test\/namespaces\/refunds\/workflows\/refund%3A[0-9a-f-]{36}%3A[0-9a-f-]{36}$/,
    );
    const [waiting] = await api.db.query<{ count: string }>('SELECT count(*) FROM outbox WHERE refund_id = $1', [
      view.id.replace(/^rf_/, ''),
    ]);
    expect(Number(waiting?.count)).toBe(1);
  });

  it('asked for twice with one key is one refund with one answer', async () => {
    const body = requestOf({ saleRef: await newSale() });
    const key = newKey();
    const first = await ask(body, key);
    const again = await ask({ ...body }, `"${key}"`);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(again.json).toEqual(first.json);
  });

  it('under a used key with another body is refused', async () => {
    const body = requestOf({ saleRef: await newSale() });
    const key = newKey();
    await ask(body, key);
    const other = await ask({ ...body, reason: 'late' }, key);
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_conflict']);
  });

  it('asked for ten times at once with one key is one refund', async () => {
    const body = requestOf({ saleRef: await newSale() });
    const key = newKey();
    const replies = await Promise.all(Array.from({ length: 10 }, () => ask(body, key)));
    expect(replies.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const ids = new Set(replies.filter(({ status }) => status === 201).map(({ json }) => json.id));
    expect(ids.size).toBe(1);
    for (const { headers } of replies.filter(({ status }) => status === 409))
      expect(headers.get('retry-after')).toBe('1');
    expect((await ask(body, key)).json.id).toBe([...ids][0]);
  });

  it.each([
    [undefined, 'idempotency_key_missing'],
    ['short', 'idempotency_key_invalid'],
  ])('with the key %j is refused', async (key, code) => {
    const body = requestOf({ saleRef: await newSale() });
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
    const refused = await api.call('POST', '/v1/refunds', { key: shop.createKey, body, headers });
    expect([refused.status, refused.json.code]).toEqual([400, code]);
  });

  it.each([
    [{ lines: [{ ref: 'l9', quantity: 1 }] }, 'unknown_line'],
    [{ lines: [{ ref: 'l1', quantity: 4 }] }, 'line_exhausted'],
    [{ lines: [{ ref: 'l1', quantity: 0 }] }, 'invalid_quantity'],
    [{ lines: [{ ref: 'l1', amount: -1 }] }, 'invalid_amount'],
    [{ lines: [{ ref: 'l1', quantity: 0, amount: 5 }] }, 'invalid_request'],
    [
      {
        lines: [
          { ref: 'l1', quantity: 1 },
          { ref: 'l1', amount: 5 },
        ],
      },
      'invalid_request',
    ],
    [{ goodwill: { amount: -500 } }, 'invalid_amount'],
    [{ goodwill: { amount: 1_000_000 } }, 'over_refund'],
    [{ shipping: { amount: 3_001 } }, 'shipping_exhausted'],
    [{ destination: 'cash' }, 'invalid_request'],
    [{ paymentOrder: [] }, 'invalid_request'],
    [{ paymentOrder: ['pay-9'] }, 'unknown_payment'],
    [{ lines: [] }, 'nothing_to_refund'],
    [{ saleRef: 'nowhere' }, 'sale_not_found'],
    [{ currency: 'ILS' }, 'unknown_field'],
    [{ note: '4111 1111 1111 1111' }, 'card_number_refused'],
  ])('with %j is refused: %s, and nothing is written', async (more, code) => {
    const body = { ...requestOf({ saleRef: await newSale() }), ...more };
    const before = await api.rows('refund');
    const [quoted, asked] = [
      await api.call('POST', '/v1/refunds/quote', { key: shop.createKey, body }),
      await ask(body),
    ];
    expect([quoted.json.code, asked.json.code]).toEqual([code, code]);
    expect(asked.headers.get('content-type')).toBe('application/problem+json');
    expect([await api.rows('refund'), /4111.?1111/.test(asked.text)]).toEqual([before, false]);
  });

  it('is read with an ETag and answers 304 while it stays the same', async () => {
    const { id } = viewOf(await ask(requestOf({ saleRef: await newSale() })));
    const read = await api.call('GET', `/v1/refunds/${id}`, { key: shop.createKey });
    const etag = read.headers.get('etag') ?? '';
    expect(etag).toMatch(/^(W\/)?".+"$/);
    const same = await api.call('GET', `/v1/refunds/${id}`, {
      key: shop.createKey,
      headers: { 'if-none-match': etag },
    });
    expect([same.status, same.text]).toEqual([304, '']);
    const other = await api.call('GET', `/v1/refunds/${id}`, {
      key: shop.createKey,
      headers: { 'if-none-match': '"x"' },
    });
    expect(other.status).toBe(200);
  });

  it('is not found under another id, whatever it looks like', async () => {
    for (const id of [`rf_${'0'.repeat(32)}`, 'rf_1', 'x', `tr_${'0'.repeat(32)}`]) {
      const missing = await api.call('GET', `/v1/refunds/${id}`, { key: shop.createKey });
      expect([missing.status, missing.json.code]).toEqual([404, 'refund_not_found']);
    }
  });

  it('has a timeline in both languages', async () => {
    const { id } = viewOf(await ask(requestOf({ saleRef: await newSale() })));
    const timeline = await api.call('GET', `/v1/refunds/${id}/timeline`, { key: shop.createKey });
    expect(timeline.status).toBe(200);
    expect(timeline.json).toMatchObject({ items: [{ kind: 'requested', toStatus: 'requested' }], next: null });
  });
});

describe('lists', () => {
  it('are filtered and paged without a gap or a repeat', async () => {
    const saleRef = await newSale();
    const ids: string[] = [];
    for (const amount of [1, 2, 3, 4, 5])
      ids.unshift(viewOf(await ask(requestOf({ saleRef, lines: [{ ref: 'l1', amount }] }))).id);
    const seen: unknown[] = [];
    let after = '';
    do {
      const page = await api.call('GET', `/v1/refunds?saleRef=${saleRef}&limit=2${after}`, { key: shop.createKey });
      seen.push(...(page.json.items as readonly { id: string }[]).map(({ id }) => id));
      after = typeof page.json.next === 'string' ? `&after=${page.json.next}` : '';
    } while (after !== '');
    expect(seen).toEqual(ids);
    const none = await api.call('GET', `/v1/refunds?saleRef=${saleRef}&status=completed`, { key: shop.createKey });
    expect(none.json).toEqual({ items: [], next: null });
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'limit=1.5',
    'status=done',
    'after=!',
    'after=abcd',
    'color=red',
    'saleRef=a&saleRef=b',
    'createdFrom=yesterday',
    'gateway=',
  ])('refuse ?%s', async (query) => {
    const refused = await api.call('GET', `/v1/refunds?${query}`, { key: shop.createKey });
    expect(refused.status).toBe(422);
  });

  it('of events go on behind the last one', async () => {
    const own = await api.addMerchant();
    // The feed shows an event once no transaction of the server that is older still runs: other tests' may for a moment.
    const behind = async (place: string): Promise<string> => {
      const { id } = viewOf(await ask(requestOf({ saleRef: await newSale(own) }), newKey(), own));
      const { json } = await eventually(
        () => api.call('GET', `/v1/events${place}`, { key: own.createKey }),
        ({ json: shown }) => Array.isArray(shown.items) && shown.items.length > 0,
      );
      expect(json.items).toMatchObject([{ refundId: id, sequence: 1, from: null, to: 'requested' }]);
      return `?after=${String(json.next)}`;
    };
    await behind(await behind(''));
  });
});

describe('store credit', () => {
  it('of an unknown customer is not found', async () => {
    const missing = await api.call('GET', '/v1/credit-accounts/nobody', { key: shop.createKey });
    expect([missing.status, missing.json.code]).toEqual([404, 'credit_account_not_found']);
  });

  it('of a customer without credit is empty', async () => {
    const sale = saleOf();
    const { saleRef, ...body } = sale;
    await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
    const account = await api.call('GET', `/v1/credit-accounts/${sale.customer.ref}`, { key: shop.createKey });
    expect(account.json).toEqual({ customerRef: sale.customer.ref, accounts: [] });
  });
});
