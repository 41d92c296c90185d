import { newRef } from '../../builders/sale.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

let api: ApiServer;
let shop: TestMerchant;
let key: string;
beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant();
  key = await api.addKey(shop.id, ['exports:read']);
});
afterAll(() => api.close());

const DAY = '2026-11-01';
const HEADER = 'gateway_refund_id,reference,payment_ref,amount,currency,status,created_at';
const row = (id = newRef('re')): string => `${id},,pi_1,500,ILS,settled,${DAY}T12:00:00+02:00`;
const REPORTS = `/v1/reconciliations/reports?gateway=stripe&format=standard&fromDay=${DAY}&toDay=${DAY}`;

const ask = (body: unknown, idempotencyKey = newKey()): Promise<Reply> =>
  api.call('POST', '/v1/reconciliations', { key, body, headers: { 'idempotency-key': idempotencyKey } });
const report = (body: string, { path = REPORTS, type = 'text/csv', idempotencyKey = newKey() } = {}): Promise<Reply> =>
  api.call('POST', path, { key, body, headers: { 'content-type': type, 'idempotency-key': idempotencyKey } });
const read = (path: string): Promise<Reply> => api.call('GET', path, { key });

describe('a comparison', () => {
  it('is written down and read where the answer says, although Temporal is away', async () => {
    const asked = await ask({ gateway: 'stripe', day: DAY });
    expect(asked.status).toBe(202);
    expect(asked.json).toMatchObject({
      status: 'requested',
      gateway: 'stripe',
      source: 'gateway',
      fromDay: DAY,
      toDay: DAY,
    });
    const location = asked.headers.get('location') ?? '';
    expect((await read(location)).json).toEqual(asked.json);
    expect((await read(`${location}/differences`)).json).toEqual({ items: [], next: null });
    expect((await read('/v1/reconciliations')).json).toMatchObject({ items: [{ id: asked.json['id'] }], next: null });
    const book = `SELECT action, owner, data ->> 'source' AS source FROM audit_entry WHERE subject = $1`;
    expect(await api.db.query(book, [asked.json['id']])).toEqual([
      { action: 'reconciliation.requested', owner: expect.any(String) as string, source: 'gateway' },
    ]);
  });

  it('is asked for once under one key', async () => {
    const idempotencyKey = newKey();
    const first = await ask({ gateway: 'stripe', day: DAY }, idempotencyKey);
    const again = await ask({ gateway: 'stripe', day: DAY }, idempotencyKey);
    expect([again.json['id'], again.headers.get('idempotent-replayed')]).toEqual([first.json['id'], 'true']);
    const other = await ask({ gateway: 'stripe', day: '2026-11-02' }, idempotencyKey);
    expect([other.status, other.json['code']]).toEqual([422, 'idempotency_conflict']);
  });

  it.each([
    [{ gateway: 'stripe', day: '2026-02-30' }, 422, 'invalid_field'],
    [{ gateway: 'stripe' }, 422, 'invalid_field'],
    [{ gateway: 'stripe', day: DAY, hour: 3 }, 422, 'unknown_field'],
    [{ gateway: 'adyen', day: DAY }, 422, 'gateway_not_configured'],
  ])('refuses %j', async (body, status, code) => {
    const before = await api.rows('reconciliation');
    const refused = await ask(body);
    expect(refused.status).toBe(status);
    expect(JSON.stringify(refused.json)).toContain(code);
    expect(await api.rows('reconciliation')).toBe(before);
  });

  it('needs the right to read exports, and belongs to its merchant', async () => {
    const call = {
      key: shop.decideKey,
      headers: { 'idempotency-key': newKey() },
      body: { gateway: 'stripe', day: DAY },
    };
    expect((await api.call('POST', '/v1/reconciliations', call)).status).toBe(403);
    const asked = await ask({ gateway: 'stripe', day: DAY });
    const stranger = await api.addKey((await api.addMerchant()).id, ['exports:read']);
    const foreign = await api.call('GET', `/v1/reconciliations/${String(asked.json['id'])}`, { key: stranger });
    expect([foreign.status, foreign.json['code']]).toEqual([404, 'reconciliation_not_found']);
    expect((await read('/v1/reconciliations/rc_1')).status).toBe(404);
  });
});

describe('a settlement report', () => {
  it('is imported, and the same one is not imported again', async () => {
    const body = `${HEADER}\n${row()}\n${row()}\n`;
    const before = await api.rows('report_movement');
    const first = await report(body);
    expect([first.status, first.json['source']]).toEqual([202, 'report']);
    expect(await api.rows('report_movement')).toBe(before + 2);
    const again = await report(body, { type: 'text/csv; charset=utf-8' });
    expect([again.json['id'], again.headers.get('idempotent-replayed')]).toEqual([first.json['id'], 'true']);
    expect(await api.rows('report_movement')).toBe(before + 2);
  });

  it.each([
    [
      'a row that is wrong',
      `${HEADER}\n${row()}\n${row().replace('500', '5.00')}`,
      { line: 3, column: 'amount' },
      'is not a whole number',
    ],
    [
      'a missing column',
      `${HEADER.replace('status', 'state')}\n${row()}`,
      { line: 1, column: 'status' },
      'the column is missing',
    ],
    [
      'a day that it is not for',
      `${HEADER}\n${row().replace(DAY, '2026-11-03')}`,
      { line: 2, column: 'created' },
      'lies outside',
    ],
    ['no UTF-8', `${HEADER}\n${row()}\n`, { line: 1, column: '1' }, 'the file is not UTF-8'],
  ])('with %s is refused with line and column, and leaves nothing', async (name, body, values, detail) => {
    const before = await api.rows('reconciliation');
    const refused =
      name === 'no UTF-8' ? await bytes(Buffer.concat([Buffer.from(body), Buffer.from([0xff])])) : await report(body);
    expect([refused.status, refused.json['code'], refused.json['values']]).toEqual([422, 'report_invalid', values]);
    expect(JSON.stringify(refused.json['errors'])).toContain(detail);
    expect([await api.rows('reconciliation'), await api.rows('report_movement', shop.id)]).toEqual([
      before,
      before === 0 ? 0 : expect.any(Number),
    ]);
  });
  async function bytes(body: Buffer): Promise<Pick<Reply, 'status' | 'json'>> {
    const answer = await fetch(`${api.url}${REPORTS}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv', 'idempotency-key': newKey() },
      body: new Uint8Array(body),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  }

  it.each([
    ['another kind of file', { type: 'application/json' }, 415],
    ['an unknown format', { path: REPORTS.replace('standard', 'excel') }, 422],
    ['days that end before they begin', { path: REPORTS.replace(`toDay=${DAY}`, 'toDay=2026-10-31') }, 422],
    ['more than a quarter of a year', { path: REPORTS.replace(`toDay=${DAY}`, 'toDay=2027-11-01') }, 422],
    ['an account that is not there', { path: REPORTS.replace('stripe', 'adyen') }, 422],
    ['a key that is none', { idempotencyKey: 'short' }, 400],
  ])('as %s is refused', async (_name, how, status) => {
    const before = await api.rows('reconciliation');
    expect((await report(`${HEADER}\n${row()}`, how)).status).toBe(status);
    expect(await api.rows('reconciliation')).toBe(before);
  });

  it('that is too long is refused while it comes in', async () => {
    const line = `${'x'.repeat(199)}\n`;
    const refused = await report(`${HEADER}\n${row()}\n"${line.repeat(110_000)}"`).catch(() => undefined);
    // The answer may come before all was sent; then the caller sees the line break off.
    expect([413, 422, undefined]).toContain(refused?.status);
    const rows = await report(`${HEADER}\n${Array.from({ length: 2_000 }, () => row()).join('\n')}`);
    expect(rows.status).toBe(202);
  });
});
