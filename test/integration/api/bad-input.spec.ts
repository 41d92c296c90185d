import { inParallel } from '../../builders/in-parallel';
import { lineOf, newRef, paymentOf, saleOf } from '../../builders/sale.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';
import { BAD_VALUES, placesOf, without, withRaw, withUnknown } from './bad-values';

let api: ApiServer;
let shop: TestMerchant;
beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant();
});
afterAll(() => api.close());

/** Bodies with every field that there is, so that every field is tried. */
const { saleRef: _saleRef, ...PLAIN_SALE } = saleOf();
const WHOLE_SALE = {
  ...PLAIN_SALE,
  legalEntity: 'main',
  disclosedAt: PLAIN_SALE.placedAt,
  customer: { ...PLAIN_SALE.customer, phone: '+972501234567', protectedGroup: 'senior' },
  lines: [
    {
      ...lineOf(),
      serviceAt: '2027-01-01T10:00:00Z',
      periodStart: '2026-10-01T00:00:00Z',
      periodEnd: '2026-11-01T00:00:00Z',
    },
  ],
  otherCharges: { total: -100, description: 'Cash rounding' },
  payments: [paymentOf({ captured: 32_800, instalments: 3 })],
  commission: { total: 500, rateBps: 250 },
};
const WHOLE_REQUEST = (saleRef: string) => ({
  saleRef,
  reason: 'defective',
  lines: [{ ref: 'l1', quantity: 1 }],
  shipping: { amount: 100 },
  goodwill: { amount: 50 },
  destination: 'original',
  returnMethod: 'none',
  paymentOrder: ['pay-1'],
  requestedBy: 'support-7',
  note: 'לפי בקשת הלקוחה\nבטלפון',
  metadata: { desk: 'צפון' },
});
const TABLES = [
  'sale',
  'sale_line',
  'payment',
  'customer',
  'refund',
  'refund_line',
  'transfer',
  'reservation',
  'outbox',
  'idempotency_key',
  'refund_event',
  'outgoing_event',
  'refund_command',
  'inbox_event',
];
async function rowCounts(): Promise<number[]> {
  const counts: number[] = [];
  for (const table of TABLES) counts.push(await api.rows(table));
  return counts;
}

/** Every bad class in every place, every place left out, and one field too many in every object. */
const worsened = (body: object): string[] => {
  const places = placesOf(body);
  const objects = [[], ...places.filter((place) => isObjectAt(body, place))];
  return [
    ...places.flatMap((place) => Object.values(BAD_VALUES).map((raw) => withRaw(body, place, raw))),
    ...places.map((place) => without(body, place)),
    ...objects.map((place) => withUnknown(body, place)),
  ];
};
const isObjectAt = (body: unknown, place: readonly (string | number)[]): boolean => {
  const value = place.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], body);
  return typeof value === 'object' && value !== null && !Array.isArray(value);
};

const putSale = (saleRef: string, body: unknown): Promise<Reply> =>
  api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
const askRefund = (body: unknown): Promise<Reply> =>
  api.call('POST', '/v1/refunds', { key: shop.createKey, body, headers: { 'idempotency-key': newKey() } });

const problems = (replies: readonly Reply[]): Reply[] => replies.filter(({ status }) => status >= 400);

describe('every field with every class of bad value', () => {
  it('in a sale is refused or harmless, and a refusal leaves nothing behind', async () => {
    const bodies = worsened(WHOLE_SALE);
    expect(bodies.length).toBeGreaterThan(1_300);
    const prefix = newRef('bad');
    const before = await api.rows('sale');
    const replies = await inParallel(bodies, (body) => putSale(`${prefix}-${newKey()}`, body));
    const accepted = replies.filter(({ status }) => status < 300);
    expect(new Set(problems(replies).map(({ status }) => status))).toEqual(new Set([422]));
    expect(await api.rows('sale')).toBe(before + accepted.length);
    expect(problems(replies).length).toBeGreaterThan(0.85 * bodies.length);
    expect(problems(replies).every(({ text }) => !/4111 1111|４１１１|node_modules|SELECT |INSERT /.test(text))).toBe(
      true,
    );
  }, 180_000);

  it('in a refund is refused or harmless, and a refusal leaves nothing behind', async () => {
    const saleRef = newRef('sale');
    expect((await putSale(saleRef, WHOLE_SALE)).status).toBe(201);
    const bodies = worsened(WHOLE_REQUEST(saleRef));
    expect(bodies.length).toBeGreaterThan(500);
    const before = await api.rows('refund');
    const replies = await inParallel(bodies, askRefund);
    const accepted = replies.filter(({ status }) => status === 201);
    expect(new Set(problems(replies).map(({ status }) => status))).toEqual(new Set([404, 422]));
    expect(await api.rows('refund')).toBe(before + accepted.length);
    expect(problems(replies).every(({ text }) => !/4111 1111|４１１１|node_modules|SELECT |INSERT /.test(text))).toBe(
      true,
    );
  }, 180_000);

  it('in a decision, a cancellation, a key, a path and a query is refused and leaves nothing behind', async () => {
    const before = await rowCounts();
    const id = `rf_${'0'.repeat(32)}`;
    const decision = { step: 1, outcome: 'reject', snapshotHash: 'a'.repeat(64), reasonCode: 'x', note: 'y' };
    const headers = { 'idempotency-key': newKey() };
    const decided = await inParallel(worsened(decision), (body) =>
      api.call('POST', `/v1/refunds/${id}/decisions`, { key: shop.decideKey, body, headers }),
    );
    const cancelled = await inParallel(worsened({ note: 'why' }), (body) =>
      api.call('POST', `/v1/refunds/${id}/cancellation`, { key: shop.createKey, body, headers }),
    );
    const texts = Object.values(BAD_VALUES).map((raw) =>
      encodeURIComponent(raw.replaceAll('"', '')).replaceAll('%5Cud800', 'x'),
    );
    const paths = texts.flatMap((text) => [
      `/v1/sales/${text}`,
      `/v1/refunds/${text}`,
      `/v1/refunds/${text}/timeline`,
      `/v1/refunds/${id}/commands/${text}`,
      `/v1/credit-accounts/${text}`,
      `/v1/refunds?saleRef=${text}`,
      `/v1/refunds?limit=${text}`,
      `/v1/refunds?after=${text}`,
      `/v1/refunds?${text}=1`,
      `/v1/events?after=${text}`,
    ]);
    const read = await inParallel(paths, (path) => api.call('GET', path, { key: shop.createKey }));
    expect([...decided, ...cancelled, ...read].filter(({ status }) => status >= 500)).toEqual([]);
    expect([...decided, ...cancelled].every(({ status }) => status === 404 || status === 422)).toBe(true);
    expect(await rowCounts()).toEqual(before);
  }, 180_000);
});

describe('a body that can be read in more than one way', () => {
  const refused = async (body: string, more: Readonly<Record<string, string>> = {}): Promise<[number, unknown]> => {
    const headers = { 'idempotency-key': newKey(), ...more };
    const reply = await api.call('POST', '/v1/refunds', { key: shop.createKey, body, headers });
    return [reply.status, reply.json.code];
  };

  it.each([
    ['no JSON', '{"saleRef": }'],
    ['two values', '{}{}'],
    ['a name twice', '{"saleRef":"a","saleRef":"b"}'],
    ['__proto__', '{"__proto__":{"saleRef":"a"}}'],
    ['50,000 levels', '['.repeat(50_000)],
    ['nothing but a quote', '"'],
  ])('is refused: %s', async (_name, body) => expect(await refused(body)).toEqual([400, 'invalid_json']));

  it.each(['[]', '"text"', '5', 'null', 'true'])('is refused when it is no object: %s', async (body) =>
    expect(await refused(body)).toEqual([422, 'invalid_request']),
  );

  it('is refused when it is too large, of another type, or compressed', async () => {
    expect(await refused(`{"note":"${'x'.repeat(300_000)}"}`)).toEqual([413, 'body_too_large']);
    expect(await refused('{}', { 'content-type': 'text/plain' })).toEqual([415, 'unsupported_media_type']);
    expect(await refused('{}', { 'content-type': 'application/json; charset=latin1' })).toEqual([
      415,
      'unsupported_media_type',
    ]);
    expect(await refused('{}', { 'content-encoding': 'gzip' })).toEqual([415, 'unsupported_media_type']);
  });

  it('names every wrong field at once, in the language of the caller', async () => {
    const body = {
      saleRef: 'a b',
      reason: 'bored',
      lines: [{ ref: 'l1', quantity: 1, price: 5 }],
      destination: 'original',
      surprise: 1,
    };
    const headers = { 'idempotency-key': newKey(), 'accept-language': 'he-IL' };
    const { json, headers: answered } = await api.call('POST', '/v1/refunds', { key: shop.createKey, body, headers });
    const errors = json.errors as readonly { pointer: string; code: string; detail: string }[];
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/lines/0/price unknown_field',
      '/reason invalid_field',
      '/saleRef invalid_field',
      '/surprise unknown_field',
    ]);
    expect(errors.every(({ detail }) => /[א-ת]/.test(detail))).toBe(true);
    expect([json.code, answered.get('content-language')]).toEqual(['invalid_request', 'he']);
  });
});
