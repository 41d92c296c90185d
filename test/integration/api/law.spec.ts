import type { QuoteView, RefundView } from '@zikui/persistence';
import { requestOf } from '../../builders/refund-request.builder';
import { saleOf } from '../../builders/sale.builder';
import { staffHeaders, storeStaff } from '../../builders/staff.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

let api: ApiServer;
let shop: TestMerchant;
beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant();
});
afterAll(() => api.close());

const get = (path: string): Promise<Reply> => api.call('GET', path, { key: shop.createKey });
async function asked(): Promise<Readonly<{ quote: QuoteView; refund: RefundView }>> {
  const { saleRef, ...sale } = saleOf();
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body: sale });
  const body = requestOf({ saleRef });
  const quote = await api.call('POST', '/v1/refunds/quote', { key: shop.createKey, body });
  const headers = { 'idempotency-key': newKey() };
  const refund = await api.call('POST', '/v1/refunds', { key: shop.createKey, body, headers });
  return { quote: quote.json as unknown as QuoteView, refund: refund.json as unknown as RefundView };
}

describe('the law over the API', () => {
  it('shows each pack with its version, its dates and its sources', async () => {
    const { status, json } = await get('/v1/law-packs');
    expect(status).toBe(200);
    expect(json.items).toMatchObject([
      {
        version: 'IL-2026.1',
        name: { he: 'ישראל' },
        issuedOn: '2026-11-22',
        jurisdictions: ['IL'],
        restDaysUntil: '2035',
      },
      { version: 'EU-2026.1', jurisdictions: expect.arrayContaining(['EU-DE', 'EU-FR']) as unknown },
    ]);
    expect(JSON.stringify(json.items)).toContain('Directive 2011/83/EU, Article 9');
  });

  it('shows who confirmed a pack, and goes on protecting customers under one that nobody did', async () => {
    const pnina = await storeStaff(api.db.database, api.stores.secrets, shop.id, { roles: ['policy_owner'] });
    const confirm = (version: string): Promise<Reply> =>
      api.call('PUT', `/v1/law-packs/${version}/confirmation`, { body: {}, headers: staffHeaders(pnina.token) });
    const confirmed = ({ json }: Reply): unknown =>
      (json.items as { confirmed: unknown }[]).map((one) => one.confirmed);
    expect(confirmed(await get('/v1/law-packs'))).toEqual([null, null]);
    const done = await confirm('IL-2026.1');
    const by = { by: expect.stringMatching(/^staff:/) as unknown, at: expect.any(String) as unknown };
    expect([done.status, confirmed(done)]).toEqual([200, [by, null]]);
    expect(confirmed(await confirm('IL-2026.1'))).toEqual(confirmed(done));
    expect(confirmed(await get('/v1/law-packs'))).toEqual(confirmed(done));
    expect((await confirm('IL-1981.1')).status).toBe(404);
    const other = await api.addMerchant();
    expect(confirmed(await api.call('GET', '/v1/law-packs', { key: other.createKey }))).toEqual([null, null]);
    const entries = await api.db.query(`SELECT subject FROM audit_entry WHERE action = 'law_pack.confirmed'`);
    expect(entries).toEqual([{ subject: 'IL-2026.1' }]);
  });

  it('explains a quote and its refund alike: each amount counted, each rule with its version', async () => {
    const { quote, refund } = await asked();
    expect(quote.explanation).toContainEqual(
      expect.objectContaining({
        source: 'arithmetic',
        rule: 'line_units',
        version: 'arithmetic-1',
        pointer: '/lines/0/gross',
        calculation: {
          terms: [{ name: 'units_up_to', amount: { amount: 9_966, currency: 'ILS' } }],
          result: { amount: 9_966, currency: 'ILS' },
        },
      }),
    );
    const versions = new Map(quote.explanation.map(({ source, version }) => [source, version]));
    expect(versions.get('policy')).toBe(`${quote.policy.name} ${String(quote.policy.version)}`);
    expect(refund.explanation).toEqual(quote.explanation);
    const read = await get(`/v1/refunds/${refund.id}`);
    expect((read.json as unknown as RefundView).explanation).toEqual(quote.explanation);
  });

  it('lists refunds by the legal date, and refuses days that are none', async () => {
    await asked();
    const { status, json } = await get('/v1/refunds?sort=payBy&payMissed=false&payByFrom=2020-01-01');
    expect(status).toBe(200);
    const dates = (json.items as RefundView[]).map(({ deadlines }) => deadlines.payBy ?? '');
    expect(dates).toEqual([...dates].sort());
    for (const query of ['payByFrom=2026-02-30', 'sort=amount', 'payMissed=perhaps', 'sort=payBy&after=WyJ4IiwieSJd'])
      expect((await get(`/v1/refunds?${query}`)).status).toBe(422);
  });

  it('counts legal dates that were missed, over at most a year', async () => {
    const key = await api.addKey(shop.id, ['exports:read']);
    const report = (days: string) => api.call('GET', `/v1/reports/legal_misses?${days}`, { key });
    expect(await report('fromDay=2020-01-01&toDay=2020-12-31')).toMatchObject({ status: 200, json: { items: [] } });
    expect((await report('fromDay=2020-01-02&toDay=2020-01-01')).status).toBe(422);
    expect((await report('fromDay=2020-01-01&toDay=2021-01-02')).status).toBe(422);
  });
});
