import { noteOf } from '../../builders/stored-note.builder';
import { requestOf } from '../../builders/refund-request.builder';
import { saleOf } from '../../builders/sale.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

let api: ApiServer;
let shop: TestMerchant;
let first: Readonly<{ refundId: string; saleRef: string; note: string; counter: string }>;
let second: Readonly<{ refundId: string; note: string; draft: string }>;

async function refunded(): Promise<Readonly<{ refundId: string; saleRef: string }>> {
  const { saleRef, ...body } = saleOf();
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
  const headers = { 'idempotency-key': newKey() };
  const accepted = await api.call('POST', '/v1/refunds', {
    key: shop.createKey,
    body: requestOf({ saleRef }),
    headers,
  });
  return { refundId: String(accepted.json.id), saleRef };
}
beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant();
  const [one, other] = [await refunded(), await refunded()];
  const note = await noteOf(api, one.refundId, { issuedAt: '2026-11-20T10:00:00Z' });
  const counter = await noteOf(api, one.refundId, { documentType: 'counter_note', issuedAt: '2026-11-21T10:00:00Z' });
  first = { ...one, note, counter };
  const issued = await noteOf(api, other.refundId, { issuedAt: '2026-11-22T10:00:00Z' });
  second = { ...other, note: issued, draft: await noteOf(api, other.refundId, { completion: 2, issuedAt: null }) };
});
afterAll(() => api.close());

const get = (path: string, key = shop.createKey): Promise<Reply> => api.call('GET', path, { key });
const idsOf = async (query: string): Promise<readonly unknown[]> => {
  const { json } = await get(`/v1/credit-notes${query}`);
  return (json.items as readonly Readonly<{ id: string }>[]).map(({ id }) => id);
};

describe('credit notes', () => {
  it('are listed newest first, with all that stands on them', async () => {
    const { json } = await get('/v1/credit-notes');
    expect(await idsOf('')).toEqual([second.draft, second.note, first.counter, first.note]);
    expect((json.items as unknown[]).at(-1)).toMatchObject({
      ...{ id: first.note, refundId: first.refundId, saleRef: first.saleRef, legalEntity: 'main' },
      ...{ documentType: 'credit_note', status: 'issued', number: 'CN-1', issuedAt: '2026-11-20T10:00:00.000Z' },
      invoice: { number: 'INV-7', issuedAt: '2026-11-01T10:00:00Z' },
      lines: [
        { ref: 'l1', units: 1, gross: { amount: 118, currency: 'ILS' }, tax: { amount: 18 }, net: { amount: 100 } },
      ],
      total: { amount: 118, currency: 'ILS' },
    });
  });

  it.each([
    ['its number', () => '?number=CN-2', () => [second.note]],
    ['its refund', () => `?refundId=${first.refundId}`, () => [first.counter, first.note]],
    ['its sale', () => `?saleRef=${first.saleRef}`, () => [first.counter, first.note]],
    ['its series', () => '?legalEntity=main&documentType=counter_note', () => [first.counter]],
    ['a legal entity without any', () => '?legalEntity=other', () => []],
    ['being a draft', () => '?status=draft', () => [second.draft]],
    ['the day of issue', () => '?issuedFrom=2026-11-21T00:00:00Z&issuedTo=2026-11-22T10:00:00Z', () => [first.counter]],
    ['several of these at once', () => `?refundId=${second.refundId}&status=issued`, () => [second.note]],
  ])('are found by %s', async (_what, query, ids) => expect(await idsOf(query())).toEqual(ids()));

  it('come page by page, none twice and none left out', async () => {
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { json } = await get(`/v1/credit-notes?limit=3${after === '' ? '' : `&after=${after}`}`);
      seen.push(...(json.items as readonly Readonly<{ id: string }>[]).map(({ id }) => id));
      after = json.next as string | null;
    }
    expect(seen).toEqual([second.draft, second.note, first.counter, first.note]);
  });

  it('are read one by one, as they stand in the list', async () => {
    const { json } = await get('/v1/credit-notes');
    const [, ...issued] = json.items as readonly Readonly<{ id: string }>[];
    for (const note of issued) expect((await get(`/v1/credit-notes/${note.id}`)).json).toEqual(note);
  });

  it.each(['cn_1', 'CN-1', `rf_${'f'.repeat(32)}`, `cn_${'f'.repeat(32)}`])('%s is none', async (id) => {
    const refused = await get(`/v1/credit-notes/${id}`);
    expect([refused.status, refused.json.code]).toEqual([404, 'credit_note_not_found']);
  });

  it.each([
    ['limit=0', '/limit'],
    ['limit=201', '/limit'],
    ['after=nonsense', '/after'],
    ['refundId=rf_1', '/refundId'],
    ['documentType=invoice', '/documentType'],
    ['status=sent', '/status'],
    ['issuedFrom=yesterday', '/issuedFrom'],
    ['number=%00', '/number'],
    ['colour=red', '/colour'],
  ])('%s is refused with its field', async (query, pointer) => {
    const refused = await get(`/v1/credit-notes?${query}`);
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.json)).toContain(`"${pointer}"`);
  });

  it('need one of three scopes', async () => {
    const accountant = await api.addKey(shop.id, ['exports:read']);
    expect((await get('/v1/credit-notes', accountant)).status).toBe(200);
    const till = await api.addKey(shop.id, ['sales:write']);
    expect((await get('/v1/credit-notes', till)).json.code).toBe('permission_missing');
    expect((await get(`/v1/credit-notes/${first.note}`, till)).json.code).toBe('permission_missing');
  });
});
