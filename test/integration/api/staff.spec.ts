import type { Role } from '@zikui/domain';
import { storeStaff, type StoredStaff } from '../../builders/staff.builder';
import { newKey, startApi, type ApiServer, type Call, type Reply, type TestMerchant } from './api-server';
import { asStaff } from './cells';

let api: ApiServer;
let shop: TestMerchant;
let adam: StoredStaff;
let adi: StoredStaff;

beforeAll(async () => {
  api = await startApi({ KEY_USE_EVERY_MS: '100' });
  shop = await api.addMerchant();
  adam = await staffWith('admin');
  adi = await staffWith('admin');
});
afterAll(() => api.close());

const staffWith = (...roles: Role[]): Promise<StoredStaff> =>
  storeStaff(api.db.database, api.stores.secrets, shop.id, { roles });
const publicIdOf = ({ id }: StoredStaff): string => `su_${id.replaceAll('-', '')}`;
function as(who: StoredStaff, method: string, path: string, body?: unknown, more: Call = {}): Promise<Reply> {
  const call = asStaff(who.token);
  return api.call(method, path, {
    ...(body !== undefined && { body }),
    headers: { 'idempotency-key': newKey(), ...call.headers, ...more.headers },
  });
}
const give = (who: StoredStaff, to: StoredStaff, power: object): Promise<Reply> =>
  as(who, 'POST', `/v1/staff/${publicIdOf(to)}/powers`, { reason: 'New in the team', ...power });
const confirm = (who: StoredStaff, { id, payloadHash }: Record<string, unknown>): Promise<Reply> =>
  as(who, 'POST', `/v1/proposals/${String(id)}/decisions`, { outcome: 'confirm', payloadHash });
const proposalOf = async (who: StoredStaff, id: unknown): Promise<Record<string, unknown>> =>
  (await as(who, 'GET', `/v1/proposals/${String(id)}`)).json;
const rolesOf = ({ json }: Reply): unknown => (json.roles as { role: string }[]).map(({ role }) => role);
const audited = async (action: string): Promise<number> => {
  const [row] = await api.db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM audit_entry WHERE action = '${action}'`,
  );
  return row?.n ?? 0;
};

describe('powers', () => {
  it('that decide nothing are one administrator’s to give', async () => {
    const dana = await staffWith();
    const given = await give(adam, dana, { role: 'support' });
    expect([given.status, rolesOf(given)]).toEqual([200, ['support']]);
    expect((await as(dana, 'GET', '/v1/refunds')).status).toBe(200);
  });

  it('that decide are proposed, and only another administrator than proposer and beneficiary confirms them', async () => {
    const noa = await staffWith('admin');
    const proposed = await give(adam, noa, { role: 'lead', amountLimit: 50_000 });
    expect([proposed.status, proposed.json.kind]).toEqual([201, 'staff_power']);
    expect((await confirm(adam, proposed.json)).json.code).toBe('second_person_needed');
    expect((await confirm(noa, proposed.json)).json.code).toBe('second_person_needed');
    expect(rolesOf(await as(adam, 'GET', `/v1/staff/${publicIdOf(noa)}`))).toEqual(['admin']);
    expect((await confirm(adi, proposed.json)).status).toBe(200);
    const after = await as(adam, 'GET', `/v1/staff/${publicIdOf(noa)}`);
    expect([rolesOf(after), after.json.amountLimit]).toEqual([['admin', 'lead'], 50_000]);
    expect(await audited('staff.power_given')).toBeGreaterThan(0);
  });

  it('are no key’s to confirm', async () => {
    const key = await api.addKey(shop.id, ['refunds:decide'], { owner: 'gil', role: 'cfo', amountLimit: 1 });
    const proposed = await give(adam, await staffWith(), { role: 'manager' });
    const refused = await api.call('POST', `/v1/proposals/${String(proposed.json.id)}/decisions`, {
      key,
      body: { outcome: 'confirm', payloadHash: proposed.json.payloadHash },
      headers: { 'idempotency-key': newKey() },
    });
    expect([refused.status, refused.json.code]).toEqual([403, 'machines_may_not_decide']);
  });

  it('go up by two and down by one', async () => {
    const dana = await staffWith('lead');
    expect((await give(adam, dana, { amountLimit: 10_000 })).status).toBe(201);
    await api.db.query(`UPDATE staff_user SET amount_limit = 90000 WHERE id = '${dana.id}'`);
    const lowered = await give(adam, dana, { amountLimit: 80_000 });
    expect([lowered.status, lowered.json.amountLimit]).toEqual([200, 80_000]);
  });

  it('of oneself are nobody’s to change', async () => {
    for (const reply of [
      await give(adam, adam, { role: 'support' }),
      await as(adam, 'DELETE', `/v1/staff/${publicIdOf(adam)}/roles/admin`),
      await as(adam, 'DELETE', `/v1/staff/${publicIdOf(adam)}`),
    ])
      expect([reply.status, reply.json.code]).toEqual([403, 'second_person_needed']);
  });

  it('that are taken away are gone at once, also for whoever is signed in', async () => {
    const dana = await staffWith('support');
    expect((await as(dana, 'GET', '/v1/refunds')).status).toBe(200);
    expect((await as(adam, 'DELETE', `/v1/staff/${publicIdOf(dana)}/roles/support`)).status).toBe(200);
    expect((await as(dana, 'GET', '/v1/refunds')).status).toBe(403);
    expect((await as(adam, 'DELETE', `/v1/staff/${publicIdOf(dana)}`)).status).toBe(204);
    expect((await as(dana, 'GET', '/v1/me')).status).toBe(401);
  });

  it('need a sign-in of the last quarter of an hour', async () => {
    const late = await staffWith('admin');
    await api.db.query(
      `UPDATE staff_session SET signed_in_at = now() - interval '16 minutes' WHERE staff_id = '${late.id}'`,
    );
    expect((await as(late, 'GET', '/v1/staff')).status).toBe(200);
    const refused = await as(late, 'POST', '/v1/staff', { email: 'x@shop.test', name: 'X' });
    expect([refused.status, refused.json.code]).toEqual([403, 'recent_sign_in_needed']);
  });
});

describe('API keys', () => {
  const KEY = { name: 'Backend', scopes: ['refunds:read'], reason: 'For the shop' };
  const make = (who: StoredStaff, more: object): Promise<Reply> =>
    as(who, 'POST', '/v1/api-keys', { ...KEY, owner: adam.person, ...more });
  const use = async (secret: unknown): Promise<number> =>
    (await api.call('GET', '/v1/refunds', { key: String(secret) })).status;

  it('are shown once, and tell when they were last used', async () => {
    const key = newKey();
    const body = { ...KEY, owner: adam.person };
    const made = await as(adam, 'POST', '/v1/api-keys', body, { headers: { 'idempotency-key': key } });
    expect([made.status, made.json.status, made.headers.get('cache-control')]).toEqual([201, 'live', 'no-store']);
    const again = await as(adam, 'POST', '/v1/api-keys', body, { headers: { 'idempotency-key': key } });
    expect([again.json.id, again.json.secret]).toEqual([made.json.id, null]);
    expect(await use(made.json.secret)).toBe(200);
    const path = `/v1/api-keys/${String(made.json.id)}`;
    for (let time = 0; time < 100; time++) {
      if ((await as(adam, 'GET', path)).json.lastUsedAt !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const shown = await as(adam, 'GET', path);
    expect(shown.json.lastUsedAt).toEqual(expect.any(String));
    expect(String(made.json.secret).startsWith(String(shown.json.prefix))).toBe(true);
    expect(shown.text).not.toContain(String(made.json.secret));
  });

  it('that decide wait for a second person, who is not their owner', async () => {
    const power = { scopes: ['refunds:decide', 'refunds:read'], role: 'lead', amountLimit: 1_000 };
    expect((await make(adam, power)).json.code).toBe('second_person_needed');
    const made = await make(adam, { ...power, owner: adi.person });
    expect([made.status, made.json.status]).toEqual([201, 'waiting']);
    expect(await use(made.json.secret)).toBe(401);
    const proposal = await proposalOf(adam, made.json.proposalId);
    expect((await confirm(adi, proposal)).json.code).toBe('second_person_needed');
    expect((await confirm(await staffWith('cfo'), proposal)).status).toBe(200);
    // That it was no key yet is remembered for some seconds.
    for (let time = 0; time < 100 && (await use(made.json.secret)) !== 200; time++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await use(made.json.secret)).toBe(200);
  });

  it('live on for a while when they are rotated, two at most, and count as one', async () => {
    const made = await make(adam, {});
    const path = `/v1/api-keys/${String(made.json.id)}`;
    const rotated = await as(adam, 'POST', `${path}/rotations`, { overlapHours: 1, reason: 'Once a year' });
    expect([rotated.status, rotated.json.family, rotated.json.owner]).toEqual([201, made.json.id, made.json.owner]);
    expect([await use(made.json.secret), await use(rotated.json.secret)]).toEqual([200, 200]);
    const again = await as(adam, 'POST', `${path}/rotations`, { reason: 'Once more' });
    expect([again.status, again.json.code]).toEqual([409, 'invalid_state']);
    expect((await as(adam, 'GET', path)).json.expiresAt).toEqual(expect.any(String));
  });

  it('stop when they are revoked', async () => {
    const made = await make(adam, {});
    expect((await as(adam, 'DELETE', `/v1/api-keys/${String(made.json.id)}`)).status).toBe(204);
    expect(await use(made.json.secret)).toBe(401);
    expect((await as(adam, 'GET', `/v1/api-keys/${String(made.json.id)}`)).json.status).toBe('revoked');
  });

  it('work from their addresses alone', async () => {
    const [here, elsewhere] = [
      await make(adam, { addresses: ['127.0.0.0/8'] }),
      await make(adam, { addresses: ['203.0.113.0/24'] }),
    ];
    expect([await use(here.json.secret), await use(elsewhere.json.secret)]).toEqual([200, 401]);
  });

  it.each([
    [{ owner: 'stranger@shop.test' }, '/owner'],
    [{ scopes: ['refunds:red'] }, '/scopes/0'],
    [{ addresses: ['10.0.0.0/40'] }, '/addresses/0'],
  ])('are refused with %j', async (more, pointer) => {
    const refused = await make(adam, more);
    expect([refused.status, (refused.json.errors as { pointer: string }[])[0]?.pointer]).toEqual([422, pointer]);
  });
});

describe('a call with a cookie', () => {
  const add = (headers: Readonly<Record<string, string>>): Promise<Reply> =>
    api.call('POST', '/v1/staff', { body: { email: 'eve@shop.test', name: 'Eve' }, headers });
  it.each([
    ['another site’s page', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour’s page', { 'sec-fetch-site': 'same-site' }],
    ['a page that does not know the token', { 'x-zikui-token': 'a'.repeat(64) }],
    ['a form, without a token', { 'x-zikui-token': '' }],
    ['another origin, in a browser that says no more', { 'sec-fetch-site': '', origin: 'https://evil.test' }],
  ])('is refused from %s', async (_what, headers) => {
    const merged = Object.fromEntries(
      Object.entries({ ...asStaff(adam.token).headers, ...headers }).filter(([, value]) => value !== ''),
    );
    const refused = await add(merged);
    expect([refused.status, refused.json.code]).toEqual([403, 'foreign_page']);
    expect(await api.db.query(`SELECT FROM staff_user WHERE person = 'eve@shop.test'`)).toEqual([]);
  });

  it('passes from our own page, also where a browser tells only its origin', async () => {
    const { 'sec-fetch-site': _site, ...headers } = asStaff(adam.token).headers as Record<string, string>;
    expect((await add({ ...headers, origin: 'http://api.test' })).status).toBe(201);
  });

  it('is not read as JSON when it is plain text', async () => {
    const { status } = await add({ ...asStaff(adam.token).headers, 'content-type': 'text/plain' });
    expect(status).toBe(415);
  });
});

it('tells people who they are, and signs them out', async () => {
  const dana = await staffWith('finance', 'support');
  const me = await as(dana, 'GET', '/v1/me');
  expect(me.json).toMatchObject({ person: dana.person, roles: ['finance', 'support'], signedInRecently: true });
  expect(me.json.permissions).toEqual(expect.arrayContaining(['refund.create', 'refund.decide']));
  const out = await as(dana, 'DELETE', '/v1/me/session');
  expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('zikui=;')]);
  expect((await as(dana, 'GET', '/v1/me')).status).toBe(401);
  expect(await audited('staff.signed_out')).toBeGreaterThan(0);
});
