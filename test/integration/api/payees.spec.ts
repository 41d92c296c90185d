import type { Role } from '@zikui/domain';
import { requestOf } from '../../builders/refund-request.builder';
import { saleOf } from '../../builders/sale.builder';
import { storeStaff, type StoredStaff } from '../../builders/staff.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';
import { asStaff } from './cells';

let api: ApiServer;
let shop: TestMerchant;
let fadi: StoredStaff;
let refund: string;
let payee: string;

beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant();
  fadi = await staffWith('finance');
  const { saleRef, ...body } = saleOf();
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
  const headers = { 'idempotency-key': newKey() };
  const accepted = await api.call('POST', '/v1/refunds', {
    key: shop.createKey,
    body: requestOf({ saleRef }),
    headers,
  });
  expect([accepted.status, accepted.text.slice(0, 200)]).toEqual([201, expect.any(String)]);
  refund = String(accepted.json.id);
  const given = await as(fadi, 'POST', `/v1/refunds/${refund}/payees`, {
    ...{ name: 'Canary Levi', bank: '12', branch: '600', account: '987654' },
  });
  payee = String(given.json.id);
});
afterAll(() => api.close());

const staffWith = (...roles: Role[]): Promise<StoredStaff> =>
  storeStaff(api.db.database, api.stores.secrets, shop.id, { roles });
const as = (who: StoredStaff, method: string, path: string, body?: unknown, key = newKey()): Promise<Reply> =>
  api.call(method, path, {
    ...(body !== undefined && { body }),
    headers: { 'idempotency-key': key, ...asStaff(who.token).headers },
  });
const look = (who: StoredStaff, reason = 'The bank sent the money back', key?: string): Promise<Reply> =>
  as(who, 'POST', `/v1/refunds/${refund}/payees/${payee}/unmaskings`, { reason }, key);
const looksOf = ({ person }: StoredStaff) =>
  api.db.query<{ subject: string; address: string | null }>(
    `SELECT subject, address FROM audit_entry WHERE action = 'payee.unmasked' AND owner = '${person}'`,
  );

describe('a bank account', () => {
  it('is shown masked to whoever lists it, and in clear to whoever says why', async () => {
    const noa = await staffWith('lead');
    const listed = await as(noa, 'GET', `/v1/refunds/${refund}/payees`);
    expect([listed.status, listed.text.includes('987654'), listed.text.includes('Canary')]).toEqual([
      200,
      false,
      false,
    ]);
    const shown = await look(noa);
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(shown.json).toEqual({
      ...{ id: payee, refundId: refund, format: 'israeli', name: 'Canary Levi' },
      ...{ iban: null, bank: '12', branch: '600', account: '000987654' },
    });
    expect(await looksOf(noa)).toEqual([{ subject: payee, address: expect.stringContaining('127.0.0.1') as unknown }]);
  });

  it('keeps the reason as a comment of whoever looked, once for a key, and each look in the book', async () => {
    const [aviv, key] = [await staffWith('auditor'), newKey()];
    expect((await look(aviv, 'Spot check of the quarter', key)).status).toBe(200);
    expect((await look(aviv, 'Spot check of the quarter', key)).status).toBe(200);
    expect((await look(aviv, 'Another one', key)).json.code).toBe('idempotency_conflict');
    const { json } = await as(aviv, 'GET', `/v1/refunds/${refund}/notes`);
    const notes = json.items as readonly Readonly<{ text: string; kind: string }>[];
    expect(notes.filter(({ text }) => text.includes('Spot check')).map(({ kind }) => kind)).toEqual(['comment']);
    expect(await looksOf(aviv)).toHaveLength(2);
    const [stored] = await api.db.query<{ everything: string }>(
      `SELECT concat((SELECT jsonb_agg(a) FROM audit_entry a), (SELECT jsonb_agg(n) FROM note n), (SELECT jsonb_agg(e) FROM refund_event e)) AS everything`,
    );
    for (const secret of ['Canary', '987654', 'Spot check']) expect(stored?.everything).not.toContain(secret);
  });

  it.each([
    ['without a reason', {}],
    ['with an empty one', { reason: '' }],
    ['with none but blanks', { reason: ' \n ' }],
    ['with a number', { reason: 7 }],
  ])('stays masked %s, and nobody is written down', async (_name, body) => {
    const dana = await staffWith('support');
    const refused = await as(dana, 'POST', `/v1/refunds/${refund}/payees/${payee}/unmaskings`, body);
    expect([refused.status, (refused.json.errors as { pointer: string }[])[0]?.pointer]).toEqual([422, '/reason']);
    expect(await looksOf(dana)).toEqual([]);
  });

  it('is never shown to a key, nor to people who work without persons', async () => {
    const key = await api.addKey(shop.id, ['refunds:decide'], { owner: 'gil', role: 'finance', amountLimit: 1_000 });
    const path = `/v1/refunds/${refund}/payees/${payee}/unmaskings`;
    const headers = { 'idempotency-key': newKey() };
    expect((await api.call('POST', path, { key, body: { reason: 'x' }, headers })).json.code).toBe(
      'permission_missing',
    );
    for (const role of ['ops', 'admin', 'policy_owner', 'warehouse'] as const)
      expect((await look(await staffWith(role))).json.code).toBe('permission_missing');
  });

  it('is shown twenty times an hour to one person, also when he asks in several windows at once', async () => {
    const [eager, calm] = [await staffWith('finance'), await staffWith('finance')];
    const replies: Reply[] = [];
    for (let round = 0; round < 4; round += 1)
      replies.push(...(await Promise.all(Array.from({ length: 6 }, () => look(eager)))));
    const shown = replies.filter(({ status }) => status === 200).length;
    expect([shown, replies.filter(({ status }) => status === 429).length]).toEqual([20, 4]);
    const refused = replies.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(3_500);
    expect((await look(calm)).status).toBe(200);
    await api.db.query('SET session_replication_role = replica');
    await api.db.query(`UPDATE audit_entry SET at = at - interval '1 hour' WHERE owner = '${eager.person}'`);
    await api.db.query('SET session_replication_role = origin');
    expect((await look(eager)).status).toBe(200);
  });

  it('is none once its details were erased', async () => {
    await api.db.query(`UPDATE payee SET sealed = NULL, erased_at = now()`);
    const gone = await look(fadi);
    expect([gone.status, gone.json.code]).toEqual([404, 'payee_not_found']);
  });
});
