import { newRef, saleOf } from '../../builders/sale.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

let api: ApiServer;
let shop: TestMerchant;
let finance: string;
beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant();
  finance = await api.addKey(shop.id, ['refunds:decide'], { owner: 'yael', role: 'finance', amountLimit: 1_000_000 });
});
afterAll(() => api.close());

async function soldFor(): Promise<string> {
  const { saleRef, ...body } = saleOf();
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
  return saleRef;
}
const register = (body: object, key = newKey()): Promise<Reply> =>
  api.call('POST', '/v1/disputes', { key: shop.createKey, body, headers: { 'idempotency-key': key } });
const bodyOf = (saleRef: string, over: object = {}) => ({
  ...{ saleRef, payment: 'pay-1', disputeRef: newRef('du'), amount: 5_000, currency: 'ILS', reason: 'fraudulent' },
  ...over,
});

describe('a dispute', () => {
  it('is registered once, shown where the answer says, and counted against its payment', async () => {
    const saleRef = await soldFor();
    const key = newKey();
    const body = bodyOf(saleRef, { funds: 'withdrawn', openedAt: '2026-11-05T10:00:00Z' });
    const made = await register(body, key);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      status: 'open',
      saleRef,
      payment: 'pay-1',
      gateway: 'stripe',
      amount: { amount: 5_000, currency: 'ILS' },
      withdrawn: { amount: 5_000, currency: 'ILS' },
      exceeds: { amount: 0, currency: 'ILS' },
      openedAt: '2026-11-05T10:00:00.000Z',
    });
    const again = await register(body, key);
    expect([again.status, again.headers.get('idempotent-replayed'), again.json]).toEqual([201, 'true', made.json]);
    const location = made.headers.get('location') ?? '';
    expect((await api.call('GET', location, { key: shop.createKey })).json).toEqual(made.json);
    const sale = await api.call('GET', `/v1/sales/${saleRef}`, { key: shop.createKey });
    expect(JSON.stringify(sale.json)).toContain('"disputed":{"amount":5000');
    const listed = await api.call('GET', `/v1/disputes?saleRef=${saleRef}&status=open`, { key: shop.createKey });
    expect(listed.json).toEqual({ items: [made.json], next: null });
  });

  it.each([
    [{ amount: 0 }, 422, 'invalid_amount'],
    [{ amount: -5 }, 422, 'invalid_amount'],
    [{ amount: 1.5 }, 422, 'invalid_amount'],
    [{ amount: 2 ** 53 }, 422, 'invalid_amount'],
    [{ currency: 'USD' }, 422, 'currency_mismatch'],
    [{ payment: 'pay-9' }, 422, 'unknown_payment'],
    [{ saleRef: 'no-such-sale' }, 404, 'sale_not_found'],
    [{ disputeRef: '4111111111111111' }, 422, 'card_number_refused'],
    [{ reason: 'says Dana Levi' }, 422, 'invalid_field'],
    [{ openedAt: '2099-01-01T00:00:00Z' }, 422, 'invalid_field'],
    [{ funds: 'returned' }, 422, 'invalid_field'],
    [{ note: 'x' }, 422, 'unknown_field'],
  ])('is refused for %j, and nothing is written', async (over, status, code) => {
    const before = await api.rows('dispute');
    const refused = await register(bodyOf(await soldFor(), over));
    expect(refused.status).toBe(status);
    expect(JSON.stringify(refused.json)).toContain(code);
    expect(await api.rows('dispute')).toBe(before);
  });

  it('freezes its sale, for a payment with a dispute must stay', async () => {
    const { saleRef, ...body } = saleOf();
    await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
    await register(bodyOf(saleRef));
    const changed = { ...body, payments: body.payments.map((payment) => ({ ...payment, gatewayRef: newRef('pi') })) };
    const refused = await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body: changed });
    expect([refused.status, refused.json['code']]).toEqual([409, 'sale_locked']);
  });

  it('is ended by two persons: finance proposes, an approver confirms', async () => {
    const made = await register(bodyOf(await soldFor()));
    const path = `/v1/disputes/${String(made.json['id'])}`;
    const propose = (key: string) =>
      api.call('POST', `${path}/outcome`, {
        key,
        body: { outcome: 'won', funds: 'returned', evidence: 'Letter of the acquirer' },
        headers: { 'idempotency-key': newKey() },
      });
    expect((await propose(shop.decideKey)).json['code']).toBe('permission_missing');
    const proposed = await propose(finance);
    expect([proposed.status, proposed.json['kind']]).toEqual([201, 'dispute_outcome']);
    const decide = (key: string) =>
      api.call('POST', `/v1/proposals/${String(proposed.json['id'])}/decisions`, {
        key,
        body: { outcome: 'confirm', payloadHash: proposed.json['payloadHash'] },
        headers: { 'idempotency-key': newKey() },
      });
    expect((await decide(finance)).json['code']).toBe('second_person_needed');
    const confirmed = await decide(shop.decideKey);
    expect([confirmed.status, confirmed.json['status']]).toEqual([200, 'confirmed']);
    expect((await api.call('GET', path, { key: shop.createKey })).json).toMatchObject({ status: 'won' });
    expect((await propose(finance)).json['code']).toBe('invalid_state');
  });

  it('has an evidence file that names the payment and its sale, and no person', async () => {
    const sale = saleOf();
    const { saleRef, ...body } = sale;
    await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
    const made = await register(bodyOf(saleRef));
    const file = await api.call('GET', `/v1/disputes/${String(made.json['id'])}/evidence`, { key: shop.createKey });
    expect(file.json).toMatchObject({
      dispute: { id: made.json['id'] },
      payment: { ref: 'pay-1', captured: { amount: 20_000, currency: 'ILS' }, refunded: { amount: 0 } },
      sale: { saleRef, invoice: body.invoice?.number },
      refunds: [],
    });
    expect(String(file.json['summary'])).toContain('Nothing was refunded to this payment.');
    expect(file.text).not.toContain(String(body.customer.email));
    expect(file.text).not.toContain(String(body.customer.name));
  });
});
