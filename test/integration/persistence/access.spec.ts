import type { Scope } from '@zikui/domain';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf, insist } from '../../builders/insist';
import { openPolicy, strictPolicy } from '../../builders/policy.builder';
import { newRef } from '../../builders/sale.builder';
import { merchantSpecOf, secretsOf, storesOn, type Stores } from '../../builders/stores.builder';

describe('merchants, keys and policies', () => {
  let db: TestDatabase;
  let stores: Stores;
  let merchantId: string;
  beforeAll(async () => {
    db = await newDatabase();
    stores = storesOn(db.database);
    merchantId = (await stores.merchants.create(merchantSpecOf())).id;
  });
  afterAll(() => db.close());

  describe('a merchant', () => {
    it('is found by id, public id and slug', async () => {
      const spec = merchantSpecOf();
      const { id } = await stores.merchants.create(spec);
      const found = await stores.merchants.find(id);
      expect(found).toMatchObject({ id, slug: spec.slug, mode: 'test', gateways: ['stripe'], carriers: ['easypost'] });
      expect(await stores.merchants.find(found?.publicId ?? '')).toEqual(found);
      expect(await stores.merchants.find(spec.slug)).toEqual(found);
      expect(await stores.merchants.find('nobody')).toBeUndefined();
    });

    it('keeps its slug for itself', async () => {
      const spec = merchantSpecOf();
      await stores.merchants.create(spec);
      await expect(stores.merchants.create(spec)).rejects.toMatchObject({
        code: 'invalid_field',
        faults: [{ pointer: '/slug' }],
      });
    });

    it('has its accounts sealed in the database and in clear only for their own calls', async () => {
      const { id } = await stores.merchants.create(merchantSpecOf());
      const rows = await db.query<{ text: string }>('SELECT m::text AS text FROM merchant m WHERE id = $1', [id]);
      for (const secret of ['sk_test_1', 'whsec_1', 'EZTK1', 'hook_1']) expect(rows[0]?.text).not.toContain(secret);
      expect(await stores.merchants.gatewayAccount(id, 'stripe')).toEqual({
        merchantId: id,
        apiKey: 'sk_test_1',
        webhookSecret: 'whsec_1',
      });
      expect(await stores.merchants.carrierAccount(id, 'easypost')).toEqual({
        merchantId: id,
        apiKey: 'EZTK1',
        webhookSecret: 'hook_1',
      });
      await expect(stores.merchants.gatewayAccount(id, 'other')).rejects.toMatchObject({
        code: 'gateway_not_configured',
      });
      await expect(stores.merchants.carrierAccount(id, 'dhl')).rejects.toMatchObject({ code: 'not_found' });
    });

    it("cannot read credentials that were copied from another merchant's row", async () => {
      const [one, other] = [
        await stores.merchants.create(merchantSpecOf()),
        await stores.merchants.create(merchantSpecOf()),
      ];
      await db.query('UPDATE merchant SET gateways = (SELECT gateways FROM merchant WHERE id = $1) WHERE id = $2', [
        one.id,
        other.id,
      ]);
      await expect(stores.merchants.gatewayAccount(other.id, 'stripe')).rejects.toThrow();
    });

    it('of mode test takes no account that says it is live', async () => {
      const settings = { environment: 'live' };
      const gateways = { adyen: { apiKey: 'AQE', webhookSecret: 'w', settings } };
      const made = stores.merchants.create(merchantSpecOf({ gateways }));
      await expect(made).rejects.toMatchObject({ code: 'invalid_field' });
    });

    it('keeps what else an account needs beside its sealed secrets', async () => {
      const settings = { address: 'https://bridge.example', account: 'a' };
      const gateways = { generic: { apiKey: 'canary', webhookSecret: 'canary', settings } };
      const { id } = await stores.merchants.create(merchantSpecOf({ gateways }));
      const account = { merchantId: id, ...gateways.generic };
      expect(await stores.merchants.gatewayAccount(id, 'generic')).toEqual(account);
      const [row] = await db.query<{ text: string }>('SELECT gateways::text AS text FROM merchant WHERE id = $1', [id]);
      expect(row?.text).toContain('bridge.example');
      expect(row?.text).not.toContain('canary');
    });

    it.each(['sk_live_1', 'rk_live_1', 'EZAK1'])('of mode test takes no live credential such as %s', async (apiKey) => {
      const spec = merchantSpecOf({ gateways: { stripe: { apiKey, webhookSecret: 'w' } } });
      await expect(stores.merchants.create(spec)).rejects.toMatchObject({
        faults: [{ pointer: '/gateways/stripe/apiKey' }],
      });
      await expect(stores.merchants.create({ ...spec, mode: 'live' })).resolves.toMatchObject({ slug: spec.slug });
    });

    it('reads an account once and again after ten seconds', async () => {
      const { id } = await stores.merchants.create(merchantSpecOf());
      await stores.merchants.gatewayAccount(id, 'stripe');
      db.statements.length = 0;
      await stores.merchants.gatewayAccount(id, 'stripe');
      expect(db.statements).toEqual([]);
    });
  });

  describe('an API key', () => {
    const scopes: readonly Scope[] = ['refunds:create', 'refunds:read'];

    it('signs in whom it belongs to', async () => {
      const { key, publicId } = await stores.keys.create({ merchantId, owner: 'dana', scopes, mode: 'test' });
      expect(await stores.keys.authenticate(key)).toMatchObject({
        merchantId,
        mode: 'test',
        actor: `key:${publicId}`,
        owner: 'dana',
        scopes,
        role: null,
        amountLimit: null,
      });
    });

    it('carries role and limit when it decides', async () => {
      const decides = { role: 'lead', amountLimit: 50_000 } as const;
      const { key } = await stores.keys.create({
        merchantId,
        owner: 'uri',
        scopes: ['refunds:decide'],
        ...decides,
        mode: 'test',
      });
      expect(await stores.keys.authenticate(key)).toMatchObject(decides);
    });

    it('signs nobody in with a changed secret, another pepper, or no form of a key', async () => {
      const { key } = await stores.keys.create({ merchantId, owner: 'dana', scopes, mode: 'test' });
      const changed = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
      expect(await stores.keys.authenticate(changed)).toBeUndefined();
      expect(await storesOn(db.database, secretsOf()).keys.authenticate(key)).toBeUndefined();
      for (const text of ['', 'Bearer x', key.toUpperCase(), `zk_test_${newRef('x')}`]) {
        expect(await stores.keys.authenticate(text)).toBeUndefined();
      }
    });

    it('stands in the database as a keyed hash only', async () => {
      const { key } = await stores.keys.create({ merchantId, owner: 'dana', scopes, mode: 'test' });
      const secret = key.split('_').at(-1) ?? '';
      expect(await db.query('SELECT FROM api_key k WHERE k::text LIKE $1', [`%${secret}%`])).toEqual([]);
    });

    it('ends when it is revoked, and when its time is over', async () => {
      const revoked = await stores.keys.create({ merchantId, owner: 'dana', scopes, mode: 'test' });
      expect(await stores.keys.authenticate(revoked.key)).toBeDefined();
      await stores.keys.revoke(merchantId, revoked.publicId);
      await stores.keys.revoke(merchantId, revoked.publicId);
      expect(await stores.keys.authenticate(revoked.key)).toBeUndefined();
      const expired = await stores.keys.create({
        merchantId,
        owner: 'dana',
        scopes,
        mode: 'test',
        expiresAt: '2026-01-01T00:00:00Z',
      });
      expect(await stores.keys.authenticate(expired.key)).toBeUndefined();
    });

    it.each([
      [
        'creates and decides',
        { scopes: ['refunds:create', 'refunds:decide'], role: 'lead', amountLimit: 1, mode: 'test' },
      ],
      ['decides without a limit', { scopes: ['refunds:decide'], role: 'lead', mode: 'test' }],
      ['decides without a role', { scopes: ['refunds:decide'], amountLimit: 1, mode: 'test' }],
      ['has another mode than its merchant', { scopes: ['refunds:read'], mode: 'live' }],
    ] as const)('is not made when it %s', async (_what, spec) => {
      expect(await stores.keys.create({ merchantId, owner: 'dana', ...spec }).catch(codeOf)).toBe('invalid_field');
    });
  });

  describe('a policy', () => {
    it('is published as the next version of its currency and retires the one before', async () => {
      const { id } = await stores.merchants.create(merchantSpecOf());
      const first = await stores.policies.publish(id, openPolicy());
      const second = await stores.policies.publish(id, strictPolicy());
      const dollars = await stores.policies.publish(id, openPolicy('USD'));
      expect([first, second, dollars]).toMatchObject([
        { name: 'open', currency: 'ILS', number: 1 },
        { name: 'strict', currency: 'ILS', number: 2 },
        { name: 'open', currency: 'USD', number: 1 },
      ]);
      expect(
        await db.query('SELECT currency, number, status FROM policy_version WHERE merchant_id = $1 ORDER BY 1, 2', [
          id,
        ]),
      ).toEqual([
        { currency: 'ILS', number: 1, status: 'retired' },
        { currency: 'ILS', number: 2, status: 'published' },
        { currency: 'USD', number: 1, status: 'published' },
      ]);
    });

    it('stays the same version when the same text is published again', async () => {
      const { id } = await stores.merchants.create(merchantSpecOf());
      const first = await stores.policies.publish(id, openPolicy());
      expect(await stores.policies.publish(id, openPolicy())).toEqual(first);
    });

    it('gets numbers without gap or repeat when many publish at once', async () => {
      const { id } = await stores.merchants.create(merchantSpecOf());
      const texts = Array.from({ length: 10 }, (_, no) => `# ${String(no)}\n${openPolicy()}`);
      const published = await Promise.all(texts.map((text) => insist(() => stores.policies.publish(id, text))));
      expect(published.map(({ number }) => number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    });

    it('is refused with the place of each fault', async () => {
      const broken = openPolicy().replace("when: 'true', steps", "when: 'payout >', steps");
      await expect(stores.policies.publish(merchantId, broken)).rejects.toMatchObject({
        code: 'policy_invalid',
        faults: expect.arrayContaining([
          expect.objectContaining({ detail: expect.stringMatching(/^\d+:\d+ cel_syntax: /) as string }),
        ]) as object[],
      });
    });

    it('is not published for nobody', async () => {
      const nobody = '01900000-0000-7000-8000-000000000000';
      expect(await stores.policies.publish(nobody, openPolicy()).catch(codeOf)).toBe('not_found');
    });
  });
});
