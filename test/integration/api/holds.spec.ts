import { uuidOf, type Role } from '@zikui/domain';
import { storeHold } from '../../builders/stored-hold.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

let api: ApiServer;
let shop: TestMerchant;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  shop = await api.addMerchant();
});
afterAll(() => api.close());

const keyOf = (owner: string, role: Role): Promise<string> =>
  api.addKey(shop.id, ['refunds:decide', 'refunds:read'], { owner, role, amountLimit: 1 });
const get = async (path: string, key = shop.createKey): Promise<Record<string, unknown>[]> =>
  (await api.call('GET', path, { key })).json.items as Record<string, unknown>[];
const put = (key: string, body: object, name = newKey()): Promise<Reply> =>
  api.call('PUT', '/v1/kill-switches', { key, body, headers: { 'idempotency-key': name } });
const decide = (key: string, { json }: Reply, outcome: 'confirm' | 'reject' = 'confirm'): Promise<Reply> =>
  api.call('POST', `/v1/proposals/${String(json.id)}/decisions`, {
    key,
    body: { outcome, payloadHash: json.payloadHash },
    headers: { 'idempotency-key': newKey() },
  });
const audited = async (): Promise<readonly string[]> =>
  (
    await api.db.query<{ entry: string }>(
      `SELECT action || ' ' || split_part(subject, '_', 1) || ' by ' || owner AS entry FROM audit_entry WHERE merchant_id = $1 ORDER BY id`,
      [shop.id],
    )
  ).map(({ entry }) => entry);
const STOP = { on: true, reason: 'Strange refunds since noon' };
const FLOW = { on: false, reason: 'It was a test of the shop' };

describe('a kill switch', () => {
  it('is thrown by one person and lifted by two, each act written down', async () => {
    const [yael, noa] = [await keyOf('yael', 'finance'), await keyOf('noa', 'finance')];
    const thrown = await put(yael, STOP);
    expect([thrown.status, thrown.json]).toEqual([
      200,
      expect.objectContaining({ of: 'merchant', gateway: null, on: true, reason: STOP.reason, proposalId: null }),
    ]);
    expect((await get('/v1/gateways'))[0]).toMatchObject({ name: 'stripe', health: 'stopped', killSwitch: true });

    const proposed = await put(yael, FLOW);
    expect([proposed.status, proposed.json.kind, proposed.json.evidence]).toEqual([
      201,
      'lift_kill_switch',
      FLOW.reason,
    ]);
    expect((await get('/v1/kill-switches'))[0]).toMatchObject({ on: true, proposalId: proposed.json.id });
    expect((await decide(yael, proposed)).json.code).toBe('second_person_needed');
    expect((await decide(await keyOf('ron', 'support'), proposed)).json.code).toBe('permission_missing');
    expect((await decide(noa, proposed)).json.status).toBe('confirmed');
    expect((await get('/v1/kill-switches'))[0]).toMatchObject({ on: false, since: null, proposalId: null });
    expect(await audited()).toEqual([
      'kill_switch.on money by yael',
      'proposal.made pp by yael',
      'kill_switch.off hd by noa',
      'proposal.confirmed pp by noa',
    ]);
  });

  it('stands for one account at a gateway, or for all money', async () => {
    const ops = await keyOf('ron', 'ops');
    expect((await put(ops, { ...STOP, gateway: 'stripe' })).json).toMatchObject({ gateway: 'stripe', on: true });
    expect((await get('/v1/kill-switches')).map(({ gateway, on }) => [gateway, on])).toEqual([
      [null, false],
      ['stripe', true],
    ]);
    const unknown = await put(ops, { ...STOP, gateway: 'nobody' });
    expect([unknown.status, unknown.json.code]).toEqual([422, 'gateway_not_configured']);
  });

  it('that is on stays as it was thrown, and one that is off needs no lifting', async () => {
    const [yael, ron] = [await keyOf('yael', 'finance'), await keyOf('ron', 'admin')];
    expect((await put(yael, FLOW)).json).toMatchObject({ on: false });
    const first = await put(yael, STOP);
    const again = await Promise.all([1, 2, 3, 4, 5].map(() => put(ron, { ...STOP, reason: 'Me too' })));
    expect(again.map(({ json }) => json)).toEqual(again.map(() => first.json));
    expect(await audited()).toEqual(['kill_switch.on money by yael']);
  });

  it('is thrown once by twenty who are at it at the same moment', async () => {
    const ops = await keyOf('ron', 'ops');
    const all = await Promise.all(Array.from({ length: 20 }, () => put(ops, STOP)));
    expect(new Set(all.map(({ json }) => json.since)).size).toBe(1);
    expect(await audited()).toEqual(['kill_switch.on money by ron']);
  });

  it.each(['support', 'lead', 'manager', 'cfo', 'auditor'] as const)('is none for a %s', async (role) => {
    const refused = await put(await keyOf('dan', role), STOP);
    expect([refused.status, refused.json.code]).toEqual([403, 'permission_missing']);
    expect((await get('/v1/kill-switches'))[0]).toMatchObject({ on: false });
  });

  it('is not lifted by who may only throw it, nor by a proposal about an earlier one', async () => {
    const [ops, yael, noa] = [await keyOf('ron', 'ops'), await keyOf('yael', 'finance'), await keyOf('noa', 'finance')];
    await put(ops, STOP);
    expect((await put(ops, FLOW)).json.code).toBe('permission_missing');
    const old = await put(yael, FLOW);
    await api.db.query(`UPDATE sending_hold SET ended_at = now(), ended_by = 'test' WHERE merchant_id = $1`, [shop.id]);
    await put(ops, STOP);
    expect((await decide(noa, old)).json.code).toBe('proposal_void');
    expect((await get('/v1/kill-switches'))[0]).toMatchObject({ on: true });
  });

  it('answers a repeated call as before, and refuses its key for another body', async () => {
    const yael = await keyOf('yael', 'finance');
    await put(yael, STOP);
    const name = newKey();
    const first = await put(yael, FLOW, name);
    const again = await put(yael, FLOW, name);
    expect([again.json.id, again.headers.get('idempotent-replayed')]).toEqual([first.json.id, 'true']);
    expect((await put(yael, { ...FLOW, reason: 'Other' }, name)).json.code).toBe('idempotency_conflict');
    expect((await put(yael, FLOW)).json.code).toBe('proposal_exists');
  });

  it.each([
    ['/on', { reason: 'x' }],
    ['/on', { on: 'yes', reason: 'x' }],
    ['/reason', { on: true }],
    ['/reason', { on: true, reason: '' }],
    ['/gateway', { on: true, reason: 'x', gateway: 'a b' }],
    ['/merchant', { on: true, reason: 'x', merchant: 'other' }],
  ])('refuses bad input and names %s', async (pointer, body) => {
    const refused = await put(await keyOf('yael', 'finance'), body);
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.json.errors)).toContain(`"${pointer}"`);
    expect(await audited()).toEqual([]);
  });

  it('of the house is shown to everybody, and one of another merchant to nobody', async () => {
    const other = await api.addMerchant();
    await storeHold(api.db.database, { merchantId: other.id });
    expect((await get('/v1/kill-switches')).every(({ on }) => on === false)).toBe(true);
    await storeHold(api.db.database, { merchantId: null, gateway: 'stripe' });
    expect((await get('/v1/kill-switches')).at(-1)).toMatchObject({ of: 'house', gateway: 'stripe', on: true });
    await api.db.query(`DELETE FROM sending_hold WHERE merchant_id IS NULL`);
  });

  it('leaves requests, reads and approvals as they are', async () => {
    await put(await keyOf('yael', 'finance'), STOP);
    expect((await api.call('GET', '/v1/refunds', { key: shop.createKey })).status).toBe(200);
    expect((await api.call('GET', '/v1/proposals', { key: shop.decideKey })).status).toBe(200);
  });
});

describe('a breaker of amounts', () => {
  const release = (key: string, id: unknown): Promise<Reply> =>
    api.call('POST', `/v1/breakers/${String(id)}/releases`, {
      key,
      body: { reason: 'The sale of the year' },
      headers: { 'idempotency-key': newKey() },
    });
  const tripped = (over: object = {}): Promise<string> =>
    storeHold(api.db.database, {
      merchantId: shop.id,
      reason: 'breaker',
      currency: 'ILS',
      untilSeconds: 3_600,
      limitName: 'merchantHour',
      ...over,
    });

  it('is shown, and released by two persons', async () => {
    const id = await tripped();
    const [shown] = await get('/v1/breakers');
    expect(shown).toMatchObject({
      limit: 'merchantHour',
      currency: 'ILS',
      requestedBy: null,
      waiting: 0,
      endedAt: null,
    });
    expect(uuidOf('breaker', String(shown?.id))).toBe(id);
    const yael = await keyOf('yael', 'finance');
    const proposed = await release(yael, shown?.id);
    expect([proposed.status, proposed.json.kind]).toEqual([201, 'release_breaker']);
    expect((await decide(yael, proposed)).json.code).toBe('second_person_needed');
    expect((await decide(shop.decideKey, proposed)).json.status).toBe('confirmed');
    expect((await get('/v1/breakers'))[0]).toMatchObject({ endedBy: expect.stringMatching(/^key:/) as string });
    expect((await audited())[1]).toBe('breaker.released hd by noa');
  });

  it('is not found with another merchant, nor as what it is not, and is not released twice', async () => {
    const yael = await keyOf('yael', 'finance');
    const foreign = await tripped({ merchantId: (await api.addMerchant()).id });
    for (const id of [`hd_${foreign.replaceAll('-', '')}`, 'hd_1', 'x'])
      expect((await release(yael, id)).json.code).toBe('breaker_not_found');
    const over = await tripped({ untilSeconds: -1 });
    expect((await release(yael, `hd_${over.replaceAll('-', '')}`)).json.code).toBe('invalid_state');
  });
});
