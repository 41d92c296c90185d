import { startSandbox, type StartedSandbox } from '../../unit/sandbox/started-sandbox';
import { startApi, type ApiServer, type TestMerchant } from './api-server';
import { Browser } from './browser';
import { pageTokenOf } from '../../../apps/api/src/access/own-page';

let sandbox: StartedSandbox;
let api: ApiServer;
let shop: TestMerchant;
beforeAll(async () => {
  sandbox = await startSandbox();
  api = await startApi({
    PUBLIC_URL: 'http://127.0.0.1:1',
    OIDC_ISSUER_URL: `${sandbox.url}/oidc`,
    OIDC_CLIENT_ID: 'zikui',
    OIDC_ROLES_MAP: 'Money people=nobody:finance',
  });
  shop = await api.addMerchant();
});
afterAll(async () => {
  await api.close();
  await sandbox.stop();
});

const person = (sub: string, changes: object): Promise<unknown> => sandbox.post(`/_control/people/${sub}`, changes);
const at = (role: string): string => `${shop.slug}:${role}`;

const newBrowser = (): Browser => new Browser({ api, sandbox, merchant: shop.slug });
const signedIn = async (sub: string): Promise<Browser> => {
  const browser = newBrowser();
  expect((await browser.signIn(sub)).status).toBe(302);
  return browser;
};
const rolesOf = async (browser: Browser): Promise<unknown> => (await browser.me()).json.roles;

describe('a sign-in', () => {
  it('opens a session with the roles of the claim, and goes on to where the person wanted', async () => {
    await person('lea', { roles: [at('finance'), 'another:admin'] });
    const browser = newBrowser();
    const done = await browser.signIn('lea', `merchant=${shop.slug}&returnTo=/docs`);
    expect([done.status, done.headers.get('location')]).toEqual([302, '/docs']);
    const [cookie = ''] = done.headers.getSetCookie().filter((line) => line.startsWith('zikui='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\//);
    const { json } = await browser.me();
    expect(json).toMatchObject({ person: 'lea@demo.test', roles: ['finance'], amountLimit: null });
    expect(await api.rows('staff_session')).toBeGreaterThan(0);
    expect(await api.db.query(`SELECT FROM staff_session WHERE token_hash = '${browser.token ?? ''}'`)).toEqual([]);
  });

  it('begins a new session each time, and never goes on with one that somebody brought along', async () => {
    await person('lea', { roles: [at('finance')] });
    const browser = await signedIn('lea');
    const before = browser.token;
    await browser.signIn('lea');
    expect(browser.token).not.toBe(before);
  });

  it.each(['//evil.test', '/\\evil.test', 'https://evil.test/'])('never sends anybody on to %s', async (to) => {
    await person('lea', { roles: [at('finance')] });
    const done = await newBrowser().signIn('lea', `merchant=${shop.slug}&returnTo=${encodeURIComponent(to)}`);
    expect(done.headers.get('location')).toBe('/');
  });

  it('knows who was added beforehand by the verified address, once, and later by the identity', async () => {
    const admin = await api.db.query<{ id: string }>(
      `INSERT INTO staff_user (id, merchant_id, person, name, created_by) VALUES (gen_random_uuid(), '${shop.id}', 'noa@demo.test', 'Noa', 'test') RETURNING id`,
    );
    await api.db.query(
      `INSERT INTO role_grant (id, merchant_id, staff_id, role, source, granted_by) VALUES (gen_random_uuid(), '${shop.id}', '${admin[0]?.id ?? ''}', 'admin', 'command', 'test')`,
    );
    await person('noa', { roles: [] });
    expect(await rolesOf(await signedIn('noa'))).toEqual(['admin']);
    await person('noa', { email: 'noa.new@demo.test' });
    const renamed = await signedIn('noa');
    expect((await renamed.me()).json.person).toBe('noa@demo.test');
    await person('impostor', { email: 'noa@demo.test' });
    expect((await newBrowser().signIn('impostor')).status).toBe(403);
  });
});

describe('the identity provider’s word', () => {
  it('gives and takes its own roles at each sign-in, and never gives again what an administrator took', async () => {
    await person('gil', { roles: [at('lead'), at('ops')] });
    expect(await rolesOf(await signedIn('gil'))).toEqual(['lead', 'ops']);
    await api.db.query(
      `UPDATE role_grant SET ended_at = now(), ended_by = 'staff:adam' WHERE role = 'ops' AND ended_at IS NULL AND staff_id = (SELECT id FROM staff_user WHERE person = 'gil@demo.test')`,
    );
    expect(await rolesOf(await signedIn('gil'))).toEqual(['lead']);
    await person('gil', { roles: [at('support')] });
    expect(await rolesOf(await signedIn('gil'))).toEqual(['support']);
  });

  const stale = (sub: string): Promise<unknown> =>
    api.db.query(
      `UPDATE staff_session SET refreshed_at = now() - interval '15 minutes' WHERE staff_id = (SELECT id FROM staff_user WHERE person = '${sub}@demo.test')`,
    );

  it('is asked again within a quarter of an hour: what it took away is gone, and so is whoever left', async () => {
    await person('tal', { roles: [at('lead'), at('support')] });
    const browser = await signedIn('tal');
    await person('tal', { roles: [at('support')] });
    await stale('tal');
    expect(await rolesOf(browser)).toEqual(['support']);
    await person('tal', { blocked: true });
    await stale('tal');
    expect((await browser.me()).status).toBe(401);
    await person('tal', { blocked: false });
    expect((await browser.me()).status).toBe(401);
  });
});

describe('a sign-in is refused', () => {
  it.each(['signature', 'none', 'nonce', 'audience', 'issuer', 'expired'])(
    'when the ID token has a wrong %s',
    async (spoil) => {
      await person('lea', { roles: [at('finance')] });
      const browser = newBrowser();
      const back = await browser.choose('lea');
      await sandbox.post('/_control/identity', { spoil });
      const refused = await browser.go(`${back.pathname}${back.search}`);
      expect([refused.status, browser.token]).toEqual([403, undefined]);
    },
  );

  it('when the address is not verified, when there is no role, or when the person said no', async () => {
    await person('rumour', { roles: [at('lead')], emailVerified: false });
    await person('guest', { roles: ['another:admin', 'Money people'] });
    for (const sub of ['rumour', 'guest', 'nobody']) {
      const browser = newBrowser();
      expect([sub, (await browser.signIn(sub)).status, browser.token]).toEqual([sub, 403, undefined]);
    }
  });

  it('in another browser than the one that began it, with another state, or twice', async () => {
    await person('lea', { roles: [at('finance')] });
    const browser = newBrowser();
    const back = await browser.choose('lea');
    const path = `${back.pathname}${back.search}`;
    expect((await newBrowser().go(path)).status).toBe(403);
    const other = newBrowser();
    await other.choose('lea');
    expect((await other.go(path)).status).toBe(403);
    expect((await browser.go(path)).status).toBe(302);
    expect((await browser.go(path)).status).toBe(403);
  });

  it('where it would be slowed down: too many that failed from one address', async () => {
    const strict = await startApi({
      PUBLIC_URL: 'http://127.0.0.1:1',
      OIDC_ISSUER_URL: `${sandbox.url}/oidc`,
      OIDC_CLIENT_ID: 'zikui',
      FAILED_KEYS_PER_MINUTE: '3',
    });
    try {
      const statuses: number[] = [];
      for (let time = 0; time < 5; time++) statuses.push((await strict.call('GET', '/auth/callback?code=x')).status);
      expect(statuses).toEqual([403, 403, 403, 429, 429]);
    } finally {
      await strict.close();
    }
  });
});

it('there is no sign-in where no identity provider is set, and 503 where it is away', async () => {
  const bare = await startApi();
  const away = await startApi({
    PUBLIC_URL: 'http://127.0.0.1:1',
    OIDC_ISSUER_URL: 'http://127.0.0.1:1/oidc',
    OIDC_CLIENT_ID: 'zikui',
  });
  try {
    expect((await bare.call('GET', '/auth/sign-in')).status).toBe(404);
    expect((await away.call('GET', '/auth/sign-in')).status).toBe(503);
  } finally {
    await bare.close();
    await away.close();
  }
});

it('the token that a page repeats is made of the session, and tells nothing of it', () => {
  expect(pageTokenOf('a'.repeat(43))).toMatch(/^[0-9a-f]{64}$/);
  expect(pageTokenOf('a'.repeat(43))).not.toBe(pageTokenOf('b'.repeat(43)));
});
