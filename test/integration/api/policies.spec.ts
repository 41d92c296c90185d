import { runBackTest } from '@zikui/activities';
import { uuidOf, type Sale } from '@zikui/domain';
import { BackTestRunStore } from '@zikui/persistence';
import { plainPolicy, TERMS_THEN } from '../../builders/past-refunds.builder';
import { requestOf } from '../../builders/refund-request.builder';
import { simpleSaleOf } from '../../builders/sale.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

let api: ApiServer;
let shop: TestMerchant;
let orna: string;
let ofer: string;
const THEN = plainPolicy(TERMS_THEN);
const NOW = plainPolicy({ ...TERMS_THEN, autoUpTo: 45_000 });

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  shop = await api.addMerchant([THEN]);
  orna = await keyOf('orna');
  ofer = await keyOf('ofer');
});
afterAll(() => api.close());

const keyOf = (owner: string, role: 'policy_owner' | 'finance' = 'policy_owner'): Promise<string> =>
  api.addKey(shop.id, ['refunds:decide', 'refunds:read'], { owner, role, amountLimit: 1 });
const post = (path: string, body: object, key = orna, name = newKey()): Promise<Reply> =>
  api.call('POST', path, { key, body, headers: { 'idempotency-key': name } });
const get = (path: string, key = orna): Promise<Reply> => api.call('GET', path, { key });
const decide = (key: string, { json }: Reply, outcome: 'confirm' | 'reject' = 'confirm'): Promise<Reply> =>
  post(`/v1/proposals/${String(json.id)}/decisions`, { outcome, payloadHash: json.payloadHash }, key);
async function draftOf(text: string, key = orna): Promise<string> {
  const { status, json } = await post('/v1/policies', { text }, key);
  expect(status).toBe(201);
  return String(json.id);
}
async function sell({ saleRef, ...body }: Sale): Promise<void> {
  expect((await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body })).status).toBe(201);
}
const published = async (): Promise<Record<string, unknown>[]> =>
  (await get('/v1/policies?status=published')).json.items as Record<string, unknown>[];

describe('the life of a policy', () => {
  it('goes from a draft to the policy in force by two persons, stays pinned to refunds, and is rolled back', async () => {
    const sale = simpleSaleOf(40_000, { jurisdiction: 'other' });
    await sell(sale);
    const request = requestOf({ saleRef: sale.saleRef, reason: 'other' });
    const id = await draftOf(NOW);
    expect((await get(`/v1/policies/${id}`)).json).toMatchObject({
      status: 'draft',
      number: null,
      text: NOW,
      refunds: 0,
    });

    const tried = await post(`/v1/policies/${id}/dry-runs`, request);
    expect([tried.status, tried.json]).toEqual([
      200,
      expect.objectContaining({
        outcome: 'decided',
        code: null,
        facts: expect.objectContaining({ payout: 40_000 }) as object,
        trace: [
          { list: 'eligibility', rule: 'all', outcome: 'matched', error: null },
          { list: 'fee', rule: 'mind', outcome: 'passed', error: null },
          { list: 'approval', rule: 'auto', outcome: 'matched', error: null },
        ],
      }),
    ]);
    expect(await api.rows('refund', shop.id)).toBe(0);
    const before = await api.call('POST', '/v1/refunds', {
      key: shop.createKey,
      body: { ...request, lines: [{ ref: 'l1', amount: 1_000 }] },
      headers: { 'idempotency-key': newKey() },
    });
    expect([before.status, before.json.policy]).toEqual([201, expect.objectContaining({ version: 1 })]);

    const diff = await get(`/v1/policies/${id}/diff`);
    expect(diff.json.changes).toEqual([
      {
        path: 'approval.auto.when',
        from: 'payout <= 30000 && sums.customer30d + payout <= 60000',
        to: 'payout <= 45000 && sums.customer30d + payout <= 60000',
      },
    ]);

    const proposed = await post(`/v1/policies/${id}/publications`, { reason: 'More goes by itself' });
    expect([proposed.status, proposed.json.kind, proposed.json.payload]).toEqual([
      201,
      'publish_policy',
      expect.objectContaining({ policyVersion: id, replaces: 1, restores: null }),
    ]);
    const lacking = { act: 'publish_policy', proposers: ['ofer', 'orna'], confirmers: ['ofer', 'orna'] };
    const coverage = expect.objectContaining({
      steps: expect.arrayContaining([expect.objectContaining({ policy: 'plain', verdict: 'nobody_else' })]) as object,
      acts: expect.arrayContaining([{ ...lacking, verdict: 'nobody_else' }]) as object,
    }) as object;
    expect(proposed.json.coverage).toEqual(coverage);
    expect((await get(`/v1/proposals/${String(proposed.json.id)}`)).json.coverage).toEqual(coverage);
    expect((await decide(orna, proposed)).json.code).toBe('second_person_needed');
    expect((await decide(await keyOf('fay', 'finance'), proposed)).json.code).toBe('permission_missing');
    expect((await published()).map(({ number }) => number)).toEqual([1]);
    expect((await decide(ofer, proposed)).json.status).toBe('confirmed');
    expect(await published()).toEqual([
      expect.objectContaining({ id, number: 2, publishedBy: expect.stringMatching(/^key:/) as string, restores: null }),
    ]);

    const after = await api.call('POST', '/v1/refunds', {
      key: shop.createKey,
      body: { ...request, lines: [{ ref: 'l1', amount: 2_000 }] },
      headers: { 'idempotency-key': newKey() },
    });
    expect(after.json.policy).toMatchObject({ version: 2 });
    const kept = await get(`/v1/refunds/${String(before.json.id)}`, shop.createKey);
    expect(kept.json.policy).toMatchObject({ version: 1 });

    const [first] = (await get('/v1/policies?status=retired')).json.items as Record<string, unknown>[];
    const back = await post(
      `/v1/policies/${String(first?.id)}/publications`,
      { reason: 'Too much went by itself' },
      ofer,
    );
    expect(back.json.payload).toMatchObject({ replaces: 2, restores: 1 });
    expect((await decide(orna, back)).json.status).toBe('confirmed');
    expect(await published()).toEqual([expect.objectContaining({ number: 3, restores: 1, hash: first?.hash })]);
    const audited = await api.db.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE merchant_id = $1 AND action LIKE 'policy.%' ORDER BY id`,
      [shop.id],
    );
    expect(audited.map(({ action }) => action)).toEqual(['policy.drafted', 'policy.published', 'policy.rolled_back']);
  });

  it('is tried on past refunds before it is published, with its progress and the refunds that change', async () => {
    const sale = simpleSaleOf(80_000, { jurisdiction: 'other' });
    await sell(sale);
    for (const amount of [40_000, 10_000])
      await api.call('POST', '/v1/refunds', {
        key: shop.createKey,
        body: requestOf({ saleRef: sale.saleRef, reason: 'other', lines: [{ ref: 'l1', amount }] }),
        headers: { 'idempotency-key': newKey() },
      });
    const id = await draftOf(NOW);
    const asked = await post(`/v1/policies/${id}/back-tests`, { days: 30 });
    expect([asked.status, asked.json.status, asked.headers.get('location')]).toEqual([
      202,
      'requested',
      `/v1/back-tests/${String(asked.json.id)}`,
    ]);
    expect((await post(`/v1/policies/${id}/back-tests`, { days: 30 })).json.code).toBe('back_test_running');
    const uuid = uuidOf('backTest', String(asked.json.id)) ?? '';
    await runBackTest(new BackTestRunStore(api.db.database), { merchantId: shop.id, backTestId: uuid }, () =>
      Promise.resolve(),
    );
    const { json } = await get(`/v1/back-tests/${String(asked.json.id)}`);
    expect(json).toMatchObject({
      status: 'done',
      total: 2,
      done: 2,
      report: {
        cases: 2,
        changed: 1,
        autoBps: { before: 5_000, after: 10_000 },
        payout: { before: 50_000, after: 50_000 },
      },
    });
    const changes = await get(`/v1/back-tests/${String(asked.json.id)}/changes`);
    expect(changes.json.items).toEqual([
      expect.objectContaining({
        no: 1,
        before: expect.objectContaining({ outcome: 'approval', rule: 'default', steps: 1 }) as object,
        after: expect.objectContaining({ outcome: 'auto', rule: 'auto', steps: 0 }) as object,
      }),
    ]);
    expect((await get(`/v1/back-tests/${String(asked.json.id)}`, (await api.addMerchant()).decideKey)).status).toBe(
      404,
    );
  });

  it('a text with faults is not saved; each fault has its line, column and suggestion', async () => {
    const broken = NOW.replace('payout <= 45000', 'payot <= 45000');
    const line = broken.split('\n').findIndex((one) => one.includes('payot')) + 1;
    const column = (broken.split('\n')[line - 1]?.indexOf('payot') ?? 0) + 1;
    const checked = await api.call('POST', '/v1/policies/validations', { key: orna, body: { text: broken } });
    expect([checked.status, checked.json]).toEqual([
      200,
      {
        valid: false,
        warnings: [],
        faults: [
          {
            ...{ code: 'cel_unknown_variable', line, column, detail: 'there is no fact payot', suggestion: 'payout' },
            he: 'התנאי שואל על נתון שאינו קיים',
            en: 'The condition asks for a fact that does not exist',
          },
        ],
      },
    ]);
    const saved = await post('/v1/policies', { text: broken });
    expect([saved.status, saved.json.code, saved.json.errors]).toEqual([
      422,
      'policy_invalid',
      [
        {
          pointer: '/text',
          code: 'policy_invalid',
          detail: `${line}:${column} cel_unknown_variable: there is no fact payot; did you mean payout?`,
        },
      ],
    ]);
    expect(await api.rows('policy_version', shop.id)).toBe(1);
  });

  it('a draft that somebody saved meanwhile is not overwritten, and a proposal about the older text is void', async () => {
    const id = await draftOf(NOW);
    const { json } = await get(`/v1/policies/${id}`);
    const proposed = await post(`/v1/policies/${id}/publications`, { reason: 'Go' });
    const put = (text: string, basedOn: unknown, key = orna): Promise<Reply> =>
      api.call('PUT', `/v1/policies/${id}`, { key, body: { text, basedOn } });
    expect((await put(THEN.replace('500', '400'), json.hash, ofer)).status).toBe(200);
    expect((await put(NOW.replace('500', '300'), json.hash)).json.code).toBe('policy_changed');
    expect((await get(`/v1/proposals/${String(proposed.json.id)}`)).json.status).toBe('void');
    expect((await decide(ofer, proposed)).status).toBe(409);

    const anew = await post(`/v1/policies/${id}/publications`, { reason: 'Go' });
    // Whoever saved the text last does not confirm it, though another proposed it.
    expect((await decide(ofer, anew)).json.code).toBe('second_person_needed');
  });

  it('a published version does not change, is not deleted, and is not published again', async () => {
    const [current] = await published();
    const id = String(current?.id);
    const put = await api.call('PUT', `/v1/policies/${id}`, { key: orna, body: { text: NOW, basedOn: current?.hash } });
    expect([put.status, put.json.code]).toEqual([409, 'policy_not_draft']);
    expect((await api.call('DELETE', `/v1/policies/${id}`, { key: orna })).json.code).toBe('policy_not_draft');
    expect((await post(`/v1/policies/${id}/publications`, { reason: 'Again' })).json).toMatchObject({
      code: 'policy_in_force',
      values: { version: 1 },
    });
    const changed = api.db.query(`UPDATE policy_version SET source = 'x' WHERE id = $1`, [uuidOf('policyVersion', id)]);
    await expect(changed).rejects.toThrow('a published policy does not change');
  });

  it('a draft can be deleted, and one call makes one draft', async () => {
    const name = newKey();
    const first = await post('/v1/policies', { text: NOW }, orna, name);
    const again = await post('/v1/policies', { text: NOW }, orna, name);
    expect([again.status, again.json.id, again.headers.get('idempotent-replayed')]).toEqual([
      201,
      first.json.id,
      'true',
    ]);
    expect((await post('/v1/policies', { text: THEN }, orna, name)).json.code).toBe('idempotency_conflict');
    expect((await api.call('DELETE', `/v1/policies/${String(first.json.id)}`, { key: orna })).status).toBe(204);
    expect((await get(`/v1/policies/${String(first.json.id)}`)).status).toBe(404);
  });

  it('is written by its owners alone, and belongs to one merchant', async () => {
    expect((await post('/v1/policies', { text: NOW }, shop.decideKey)).json.code).toBe('permission_missing');
    const id = await draftOf(NOW);
    const other = await api.addMerchant();
    expect((await get(`/v1/policies/${id}`, other.decideKey)).status).toBe(404);
    const theirs = await api.addKey(other.id, ['refunds:decide'], { owner: 'x', role: 'policy_owner', amountLimit: 1 });
    expect((await post(`/v1/policies/${id}/publications`, { reason: 'Mine' }, theirs)).status).toBe(404);
    expect((await post(`/v1/policies/${id}/back-tests`, { days: 1 }, theirs)).status).toBe(404);
  });

  it('a dry run tells why a request would be refused, and for whom', async () => {
    const sale = simpleSaleOf(9_000, { jurisdiction: 'other' });
    await sell(sale);
    const never = THEN.replace("id: all, when: 'true', allow: true", "id: all, when: 'true', allow: false");
    const refused = await post(`/v1/policies/${await draftOf(never)}/dry-runs`, {
      ...requestOf({ saleRef: sale.saleRef, reason: 'other' }),
      requester: 'customer',
    });
    expect([refused.status, refused.json]).toEqual([
      200,
      expect.objectContaining({
        outcome: 'refused',
        code: 'not_eligible',
        facts: expect.objectContaining({ requester: 'customer' }) as object,
      }),
    ]);
    expect(
      (await post(`/v1/policies/${await draftOf(NOW)}/dry-runs`, requestOf({ saleRef: 'nowhere' }))).json.code,
    ).toBe('sale_not_found');
  });
});
