import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayRegistry } from '@zikui/connectors';
import type { GatewayMovement } from '@zikui/domain';

const DAY_MS = 86_400_000;
const NOW = Date.now();
type Search = Readonly<{ from: string; to: string; page: number; days: number }>;
type Found = Readonly<{ status?: number; body: object }>;

let server: Server;
let answer: (search: Search) => Found;
let asked: Search[];
beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://paypal');
    const { status = 200, body } = url.pathname.endsWith('/token')
      ? { body: { access_token: 'token', expires_in: 600 } }
      : answer(noted(url.searchParams));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
beforeEach(() => {
  asked = [];
});
afterAll(() => server.close());

function noted(query: URLSearchParams): Search {
  const [from, to] = [query.get('start_date') ?? '', query.get('end_date') ?? ''];
  const search = { from, to, page: Number(query.get('page')), days: (Date.parse(to) - Date.parse(from)) / DAY_MS };
  asked.push(search);
  return search;
}
const transaction = (id: string, over: object = {}) => ({
  transaction_info: {
    transaction_id: id,
    paypal_reference_id: 'CAPTURE1',
    transaction_initiation_date: '2026-11-02T23:10:00+0200',
    transaction_amount: { currency_code: 'ILS', value: '-12.30' },
    transaction_status: 'S',
    custom_field: 'zr_1',
    ...over,
  },
});
const page = (details: readonly object[], pages = 1): Found => ({
  body: { transaction_details: details, total_pages: pages },
});
async function listed(fromMs: number, toMs: number): Promise<readonly GatewayMovement[]> {
  const log = { info: () => undefined, warn: () => undefined };
  const movements = createGatewayRegistry({ stripeApiBase: 'http://127.0.0.1:2', timeoutMs: 1_000, log }).movements(
    'paypal',
  )!;
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const account = { merchantId: 'm1', apiKey: 'secret', webhookSecret: '', settings: { clientId: 'c', address } };
  const all: GatewayMovement[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const found = await movements.listMovements({ account, fromMs, toMs, after: after ?? null });
    all.push(...found.items);
    after = found.next;
  }
  return all;
}

describe("PayPal's search for transactions", () => {
  it('is read in our words: money that went out, its moment, and statuses of which an unlisted one is unknown', async () => {
    const statuses = ['S', 'P', 'D', 'V', 'X'];
    answer = () => page(statuses.map((transaction_status, no) => transaction(`T${no}`, { transaction_status })));
    const found = await listed(NOW - DAY_MS, NOW);
    expect(found[0]).toEqual({
      gatewayRefundId: 'T0',
      reference: 'zr_1',
      gatewayRef: 'CAPTURE1',
      amount: { amount: 1_230, currency: 'ILS' },
      status: 'settled',
      createdAt: '2026-11-02T21:10:00.000Z',
    });
    expect(found.map(({ status }) => status)).toEqual(['settled', 'pending', 'declined', 'declined', 'unknown']);
  });

  it('goes through a long time in spans of at most 31 days without a gap or an overlap, page by page', async () => {
    answer = ({ from, page: no }) => page([transaction(`${from}-${no}`)], 2);
    const found = await listed(NOW - 100 * DAY_MS, NOW + DAY_MS);
    expect(asked.every(({ days }) => days <= 31)).toBe(true);
    expect(found.map(({ gatewayRefundId }) => gatewayRefundId)).toEqual(
      asked.map(({ from, page: no }) => `${from}-${no}`),
    );
    expect(new Set(found.map(({ gatewayRefundId }) => gatewayRefundId)).size).toBe(2 * 4);
    const spans = asked.filter(({ page: no }) => no === 1);
    for (const [place, span] of spans.slice(1).entries())
      expect(Date.parse(span.from) - Date.parse(spans[place]!.to)).toBe(1_000);
    // What has not happened yet is not asked for.
    expect(Date.parse(spans.at(-1)!.to)).toBeLessThan(NOW + 60_000);
  });

  it('asks for no time before the three years that PayPal shows', async () => {
    answer = () => page([]);
    await listed(0, NOW);
    expect(Date.parse(asked[0]!.from)).toBeGreaterThan(NOW - (3 * 366 + 1) * DAY_MS);
  });

  it('halves a span that holds more than PayPal shows, and misses nothing of it', async () => {
    answer = ({ days, from }) =>
      days > 8
        ? { status: 400, body: { name: 'RESULTSET_TOO_LARGE', total_items: 10_001 } }
        : page([transaction(`from-${from}`)]);
    await listed(NOW - 30 * DAY_MS, NOW);
    const answered = asked.filter(({ days }) => days <= 8);
    for (const [place, span] of answered.slice(1).entries())
      expect(Date.parse(span.from) - Date.parse(answered[place]!.to)).toBe(1_000);
    expect(Date.parse(answered[0]!.from)).toBeLessThanOrEqual(NOW - 30 * DAY_MS);
    expect(Date.parse(answered.at(-1)!.to)).toBeGreaterThanOrEqual(NOW - 1_000);
  });

  it.each([
    ['a second holds more than it shows', () => ({ status: 400, body: { name: 'RESULTSET_TOO_LARGE' } })],
    ['it refuses for a reason that is not listed', () => ({ status: 400, body: { name: 'INVALID_REQUEST' } })],
    ['a transaction has an amount that is none', () => page([transaction('T1', { transaction_amount: {} })])],
    ['an answer names no pages', () => ({ body: { transaction_details: [] } })],
  ] satisfies readonly (readonly [string, () => Found])[])('is no list when %s', async (_, how) => {
    answer = how;
    await expect(listed(NOW - 1_000, NOW)).rejects.toMatchObject({ name: 'GatewayOutcomeUnknown' });
  });
});
