import type { Role } from '@zikui/domain';
import { newId, RefundProcessStore, type Projected, type RefundView } from '@zikui/persistence';
import { strictPolicy } from '../../builders/policy.builder';
import { requestOf } from '../../builders/refund-request.builder';
import { saleOf } from '../../builders/sale.builder';
import { storeStaff, type StoredStaff } from '../../builders/staff.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';
import { asStaff } from './cells';

let api: ApiServer;
let shop: TestMerchant;
let finance: string;
let admin: string;
beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant([strictPolicy()]);
  const decides = (owner: string, role: 'finance' | 'admin') =>
    api.addKey(shop.id, ['refunds:decide', 'refunds:read'], { owner, role, amountLimit: 10_000_000 });
  finance = await decides('yael', 'finance');
  admin = await decides('root', 'admin');
});
afterAll(() => api.close());

const uuidOf = (id: string): string => id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const get = (path: string, key = shop.decideKey): Promise<Reply> => api.call('GET', path, { key });
const send = (method: string, path: string, body: object, key = shop.decideKey, name = newKey()): Promise<Reply> =>
  api.call(method, path, { key, body, headers: { 'idempotency-key': name } });

/** A refund that waits for its first approval, as its process would have opened it. */
async function awaiting(): Promise<RefundView> {
  const { saleRef, ...body } = saleOf();
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
  const accepted = await send('POST', '/v1/refunds', requestOf({ saleRef }), shop.createKey);
  await new RefundProcessStore(api.db.database, { gatewayKeySecret: 'g'.repeat(32) }).open({
    ...{ merchantId: shop.id, refundId: uuidOf(String(accepted.json['id'])), runId: newId(), seq: 1 },
    version: Date.now(),
  });
  return (await get(`/v1/refunds/${String(accepted.json['id'])}`)).json as unknown as RefundView;
}
/** What its process writes of a command to decide. */
const project = (refund: RefundView, command: string): Promise<Projected> =>
  new RefundProcessStore(api.db.database, { gatewayKeySecret: 'g'.repeat(32) }).project(
    { merchantId: shop.id, refundId: uuidOf(refund.id), runId: newId(), seq: 2, version: Date.now() + 1 },
    {
      ...{ kind: 'decision', command, actor: 'staff', step: 1, outcome: 'approve', reasonCode: null },
      snapshotHash: refund.snapshotHash,
    },
  );
const HOUR_MS = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

describe('the inbox of an approver', () => {
  it('holds what he may decide, with what a decision is bound to', async () => {
    const refund = await awaiting();
    const mine = await get('/v1/approvals?limit=200');
    expect(mine.json['items']).toContainEqual(
      expect.objectContaining({
        ...{ refundId: refund.id, step: 1, missing: 1, snapshotHash: refund.snapshotHash },
        ...{ customerRef: refund.customerRef, rule: refund.approval.rule },
      }),
    );
    const others = await get('/v1/approvals?limit=200', finance);
    expect(others.json['items']).not.toContainEqual(expect.objectContaining({ refundId: refund.id }));
  });

  it('tells what is due today with others, who may decide it, and nothing that he may decide himself', async () => {
    const refund = await awaiting();
    const path = '/v1/approvals/due';
    const dueOf = async (key: string): Promise<unknown[]> => (await get(path, key)).json['items'] as unknown[];
    const isDue = `UPDATE approval_step SET due_at = now(), escalate_to = NULL WHERE refund_id = $1 AND status = 'open'`;
    await api.db.query(
      `UPDATE approval_step SET due_at = now() + interval '2 days' WHERE refund_id = $1 AND status = 'open'`,
      [uuidOf(refund.id)],
    );
    expect(await dueOf(finance)).not.toContainEqual(expect.objectContaining({ refundId: refund.id }));
    await api.db.query(isDue, [uuidOf(refund.id)]);
    expect(await dueOf(finance)).toContainEqual({
      ...{ refundId: refund.id, step: 1, role: 'lead', escalatedTo: null, assignedTo: null },
      ...{ saleRef: refund.saleRef, customerRef: refund.customerRef, payout: refund.payout },
      dueAt: expect.any(String) as string,
    });
    expect(await dueOf(shop.decideKey)).not.toContainEqual(expect.objectContaining({ refundId: refund.id }));
    expect((await get(path, shop.createKey)).status).toBe(403);
  });

  it('is read page by page', async () => {
    await awaiting();
    await awaiting();
    const seen: unknown[] = [];
    for (let path: string | null = '/v1/approvals?limit=1'; path !== null;) {
      const { json }: Reply = await get(path);
      seen.push(...(json['items'] as { refundId: string }[]).map(({ refundId }) => refundId));
      path = typeof json['next'] === 'string' ? `/v1/approvals?limit=1&after=${json['next']}` : null;
    }
    const all = (await get('/v1/approvals?limit=200')).json['items'] as { refundId: string }[];
    expect(seen).toEqual(all.map(({ refundId }) => refundId));
    expect((await get('/v1/approvals?after=nonsense')).status).toBe(422);
  });

  it('says to whom a step was handed, who must be able to decide it', async () => {
    const { id } = await awaiting();
    const handed = await send('PUT', `/v1/refunds/${id}/assignment`, { step: 1, to: 'noa' });
    expect(handed.json).toMatchObject({ approval: { steps: [{ assignedTo: 'noa' }, {}] } });
    const refused: readonly (readonly [string, number, object])[] = [
      ['permission_missing', 403, { step: 1, to: 'yael' }],
      ['approver_not_found', 404, { step: 1, to: 'nobody' }],
      ['step_not_open', 409, { step: 2, to: 'noa' }],
    ];
    for (const [code, status, body] of refused) {
      const reply = await send('PUT', `/v1/refunds/${id}/assignment`, body);
      expect([reply.status, reply.json['code']]).toEqual([status, code]);
    }
  });
});

describe('a delegation', () => {
  it('is made once per key, listed, and ended by who has a part in it', async () => {
    const name = newKey();
    const body = { to: 'yael', endsAt: inHours(24), amountLimit: 5_000 };
    const made = await send('POST', '/v1/delegations', body, shop.decideKey, name);
    expect([made.status, made.json]).toEqual([
      201,
      expect.objectContaining({ from: 'noa', to: 'yael', amountLimit: 5_000 }),
    ]);
    const again = await send('POST', '/v1/delegations', body, shop.decideKey, name);
    expect([again.json['id'], again.headers.get('idempotent-replayed')]).toEqual([made.json['id'], 'true']);
    const other = await send('POST', '/v1/delegations', { ...body, amountLimit: 6_000 }, shop.decideKey, name);
    expect([other.status, other.json['code']]).toEqual([422, 'idempotency_conflict']);

    const path = `/v1/delegations/${String(made.json['id'])}`;
    const gil = await api.addKey(shop.id, ['refunds:decide'], { owner: 'gil', role: 'lead', amountLimit: 1 });
    expect((await api.call('DELETE', path, { key: gil })).status).toBe(403);
    expect((await api.call('DELETE', path, { key: finance })).json['endedAt']).not.toBeNull();
    const ended = await api.call('DELETE', path, { key: finance });
    expect(ended.status).toBe(200);
    const listed = (await get('/v1/delegations')).json['items'];
    expect(listed).not.toContainEqual(expect.objectContaining({ id: made.json['id'] }));
  });

  it('is refused for others, for strangers, and for times that are none', async () => {
    const tries: readonly (readonly [number, string, object])[] = [
      [403, 'permission_missing', { from: 'yael', to: 'noa', endsAt: inHours(1) }],
      [422, 'invalid_field', { to: 'nobody', endsAt: inHours(1) }],
      [422, 'invalid_field', { to: 'noa', endsAt: inHours(1) }],
      [422, 'invalid_field', { to: 'yael', endsAt: inHours(-1) }],
      [422, 'invalid_field', { to: 'yael', endsAt: inHours(24 * 91) }],
    ];
    for (const [status, code, body] of tries) {
      const reply = await send('POST', '/v1/delegations', body);
      expect([reply.status, (reply.json['errors'] as { code: string }[])[0]?.code ?? reply.json['code']]).toEqual([
        status,
        code,
      ]);
    }
    const byAdmin = await send('POST', '/v1/delegations', { from: 'noa', to: 'yael', endsAt: inHours(1) }, admin);
    expect(byAdmin.status).toBe(201);
    await api.call('DELETE', `/v1/delegations/${String(byAdmin.json['id'])}`, { key: admin });
  });
});

describe('an approver', () => {
  it('tells of himself, and an administrator of the others and of teams', async () => {
    const own = { person: 'noa', locale: 'en', digest: true, email: 'noa@shop.example' };
    expect((await send('PUT', '/v1/approvers', own)).json).toMatchObject({
      person: 'noa',
      locale: 'en',
      hasEmail: true,
    });
    expect((await send('PUT', '/v1/approvers', { person: 'noa', teams: ['vip'] })).status).toBe(403);
    expect((await send('PUT', '/v1/approvers', { person: 'yael', digest: true })).status).toBe(403);
    const byAdmin = await send('PUT', '/v1/approvers', { person: 'noa', teams: ['vip'] }, admin);
    expect(byAdmin.json).toMatchObject({ teams: ['vip'], locale: 'en', digest: true, hasEmail: true });
    expect((await send('PUT', '/v1/approvers', { person: 'root', teams: ['vip'] }, admin)).status).toBe(403);
    expect((await send('PUT', '/v1/approvers', { person: 'nobody', digest: true }, admin)).status).toBe(404);
    expect(JSON.stringify((await get('/v1/approvers')).json)).not.toContain('noa@shop.example');
    const [row] = await api.db.query<{ contact: string }>(`SELECT contact FROM approver WHERE person = 'noa'`);
    expect(row?.contact).not.toContain('noa@');
  });

  it('who goes away leaves no step waiting for him alone', async () => {
    const { id } = await awaiting();
    const away = { person: 'noa', absence: { from: inHours(-1), until: inHours(24) } };
    expect((await send('PUT', '/v1/approvers', away)).json).toMatchObject({ absence: { until: away.absence.until } });
    const after = (await get(`/v1/refunds/${id}`)).json as unknown as RefundView;
    expect(after.approval.steps[0]).toMatchObject({ status: 'open', escalatedTo: 'manager' });
    const timeline = (await get(`/v1/refunds/${id}/timeline`)).json['items'];
    expect(timeline).toContainEqual(
      expect.objectContaining({ kind: 'approval_escalated', text: expect.objectContaining({}) as object }),
    );
    await send('PUT', '/v1/approvers', { person: 'noa', absence: null });
  });

  it('is told which approvals hang on nobody, or on one person', async () => {
    const { items } = (await get('/v1/approvers/coverage')).json as { items: { step: number; verdict: string }[] };
    expect(items.map(({ step, verdict }) => [step, verdict])).toContainEqual([2, 'nobody_else']);
  });

  it('is told which acts of two persons hang on nobody, or on the same two', async () => {
    const { acts } = (await get('/v1/approvers/coverage')).json as { acts: { act: string; verdict: string }[] };
    const verdicts = Object.fromEntries(acts.map(({ act, verdict }) => [act, verdict]));
    // Nobody publishes a policy here, and an administrator who comes by a key gives no power.
    expect(verdicts).toMatchObject({ publish_policy: 'nobody', staff_power: 'nobody', lift_kill_switch: 'nobody' });
  });
});

describe('a time limit', () => {
  it('is moved by who may decide, of the open step and into the future', async () => {
    const { id } = await awaiting();
    const move = (body: object, key = shop.decideKey) => send('POST', `/v1/refunds/${id}/deadline`, body, key);
    expect((await move({ step: 1, dueAt: inHours(1) })).status).toBe(202);
    expect((await move({ step: 2, dueAt: inHours(1) })).json['code']).toBe('step_not_open');
    expect((await move({ step: 1, dueAt: inHours(-1) })).json['code']).toBe('invalid_request');
    const ops = await api.addKey(shop.id, ['refunds:decide'], { owner: 'ops', role: 'ops', amountLimit: 1 });
    expect((await move({ step: 1, dueAt: inHours(1) }, ops)).json['code']).toBe('permission_missing');
  });
});

describe('many decisions at once', () => {
  it('are judged one by one, and each is told what became of it', async () => {
    const [one, two] = [await awaiting(), await awaiting()];
    const decisions = [
      { refundId: one.id, step: 1, outcome: 'approve', snapshotHash: one.snapshotHash },
      { refundId: two.id, step: 1, outcome: 'approve', snapshotHash: 'b'.repeat(64) },
      { refundId: `rf_${'f'.repeat(32)}`, step: 1, outcome: 'approve', snapshotHash: one.snapshotHash },
    ];
    const name = newKey();
    const reply = await send('POST', '/v1/approvals/decisions', { decisions }, shop.decideKey, name);
    expect(reply.status).toBe(200);
    expect(reply.json['items']).toMatchObject([
      { refundId: one.id, state: 'pending', problem: null, commandId: expect.stringMatching(/^cm_/) as string },
      { refundId: two.id, state: 'refused', problem: { code: 'snapshot_changed', status: 409 } },
      { state: 'refused', problem: { code: 'refund_not_found', status: 404 } },
    ]);
    const again = await send('POST', '/v1/approvals/decisions', { decisions }, shop.decideKey, name);
    expect(again.json['items']).toMatchObject([{ state: 'pending' }, { state: 'refused' }, { state: 'refused' }]);
    const commands = await api.db.query(`SELECT id FROM refund_command WHERE refund_id = $1`, [uuidOf(one.id)]);
    expect(commands).toHaveLength(1);
  });

  it('decide nothing when they come to another sum than was stated', async () => {
    const waiting = [await awaiting(), await awaiting()];
    const decisions = waiting.map(({ id, snapshotHash }) => ({
      refundId: id,
      step: 1,
      outcome: 'approve',
      snapshotHash,
    }));
    const sql = 'SELECT sum(payout)::bigint AS amount, min(currency) AS currency FROM refund WHERE id = ANY ($1)';
    const [row] = await api.db.query<{ amount: string; currency: string }>(sql, [waiting.map(({ id }) => uuidOf(id))]);
    const [amount, currency] = [Number(row?.amount), row?.currency];
    const decide = (total: object) => send('POST', '/v1/approvals/decisions', { decisions, total }, shop.decideKey);
    for (const total of [
      { amount: amount - 1, currency },
      { amount, currency: currency === 'EUR' ? 'USD' : 'EUR' },
    ]) {
      const { status, json } = await decide(total);
      expect([status, json['code']]).toEqual([409, 'sum_differs']);
    }
    const sent = 'SELECT id FROM refund_command WHERE refund_id = ANY ($1)';
    expect(await api.db.query(sent, [waiting.map(({ id }) => uuidOf(id))])).toHaveLength(0);
    expect((await decide({ amount, currency })).json['items']).toMatchObject([
      { state: 'pending' },
      { state: 'pending' },
    ]);
  });

  it('say before what they come to and why not the others, and are then decided at that sum, rejections too', async () => {
    const [one, two, three] = [await awaiting(), await awaiting(), await awaiting()];
    const step = ({ id, snapshotHash }: RefundView) => ({ refundId: id, step: 1, snapshotHash });
    const steps = [
      step(one),
      step(two),
      { ...step(three), snapshotHash: 'a'.repeat(64) },
      { ...step(three), refundId: `rf_${'f'.repeat(32)}` },
    ];
    const preview = await send('POST', '/v1/approvals/decisions/preview', { outcome: 'reject', steps });
    const total = { amount: one.payout.amount + two.payout.amount, currency: one.payout.currency };
    expect(preview.status).toBe(200);
    expect(preview.json).toMatchObject({
      ...{ count: 2, total },
      items: [
        { refundId: one.id, step: 1, payout: one.payout, locale: 'he', reason: null },
        { refundId: two.id, step: 1, payout: two.payout, locale: 'he', reason: null },
        { refundId: three.id, reason: { code: 'snapshot_changed' } },
        { payout: null, reason: { code: 'refund_not_found' } },
      ],
    });
    expect(preview.json['rejectionReasons']).toContainEqual(
      expect.objectContaining({ code: 'outside_policy', legal: false }),
    );
    const decisions = steps.slice(0, 2).map((chosen) => ({
      ...{ ...chosen, outcome: 'reject', reasonCode: 'claim_not_confirmed', note: 'נבדק.' },
    }));
    const decide = (stated: object) =>
      send('POST', '/v1/approvals/decisions', { decisions, total: stated }, shop.decideKey);
    const { status, json } = await decide({ ...total, amount: total.amount + 1 });
    expect([status, json['code']]).toEqual([409, 'sum_differs']);
    expect((await decide(total)).json['items']).toMatchObject([{ state: 'pending' }, { state: 'pending' }]);
  });

  it('are of nobody who may not decide them, and of a statutory one only on a ground of the law', async () => {
    const { id, snapshotHash, statutory, payout } = await awaiting();
    const steps = [{ refundId: id, step: 1, snapshotHash }];
    const preview = async (body: object, key = shop.decideKey) =>
      (await send('POST', '/v1/approvals/decisions/preview', { steps, ...body }, key)).json;
    expect(await preview({ outcome: 'approve' }, finance)).toMatchObject({
      ...{ count: 0, total: null },
      items: [{ payout, reason: { code: 'permission_missing' } }],
    });
    expect(statutory).toBe(true);
    expect(await preview({ outcome: 'reject', reasonCode: 'outside_policy' })).toMatchObject({
      ...{ count: 0, total: null },
      items: [{ reason: { code: 'rejection_not_legal' } }],
    });
    expect(await preview({ outcome: 'reject' })).toMatchObject({ count: 1, total: payout });
    await api.db.query(`UPDATE refund SET currency = 'EUR' WHERE id = $1`, [uuidOf(id)]);
    const other = await awaiting();
    const mixed = [...steps, { refundId: other.id, step: 1, snapshotHash: other.snapshotHash }];
    expect(await preview({ outcome: 'approve', steps: mixed })).toMatchObject({ count: 2, total: null });
  });

  it('are refused as a whole when one of them cannot be read, or stands twice', async () => {
    const { id, snapshotHash } = await awaiting();
    const item = { refundId: id, step: 1, outcome: 'approve', snapshotHash };
    for (const decisions of [
      [],
      [item, item],
      [{ ...item, outcome: 'reject' }],
      Array.from({ length: 51 }, () => item),
    ])
      expect((await send('POST', '/v1/approvals/decisions', { decisions })).status).toBe(422);
  });
});

describe('a person who signed in', () => {
  const staff = (...roles: Role[]) =>
    storeStaff(api.db.database, api.stores.secrets, shop.id, { roles, amountLimit: 10_000_000 });
  const as = ({ token }: StoredStaff, method: string, path: string, body?: object): Promise<Reply> => {
    const { headers } = asStaff(token);
    return api.call(method, path, {
      ...(body !== undefined && { body }),
      headers: { 'idempotency-key': newKey(), ...headers },
    });
  };

  it('decides in that of his roles in which he may, until it is taken away', async () => {
    const [one, two] = [await awaiting(), await awaiting()];
    const dana = await staff('support', 'lead');
    const inbox = await as(dana, 'GET', '/v1/approvals?limit=200');
    expect(inbox.json['items']).toContainEqual(expect.objectContaining({ refundId: one.id, step: 1, missing: 1 }));
    const commandOf = async ({ id, snapshotHash }: RefundView) => {
      const body = { step: 1, outcome: 'approve', snapshotHash };
      const { json, status } = await as(dana, 'POST', `/v1/refunds/${id}/decisions`, body);
      expect(status).toBe(202);
      return uuidOf(String(json['id']));
    };
    const [first, second] = [await commandOf(one), await commandOf(two)];
    expect((await project(one, first)).refused).toBeNull();
    const decided = await api.db.query(`SELECT owner, role FROM decision WHERE command_id = $1`, [first]);
    expect(decided).toEqual([{ owner: dana.person, role: 'lead' }]);
    await api.db.query(`UPDATE role_grant SET ended_at = now(), ended_by = 'test' WHERE role = 'lead'`);
    expect((await project(two, second)).refused).toBe('permission_missing');
  });

  it('reads what he decided, newest first and page by page, with what became of it, and nothing of others', async () => {
    const [lea, gil] = [await staff('lead'), await staff('lead')];
    const decideAs = async (who: StoredStaff): Promise<RefundView> => {
      const refund = await awaiting();
      const body = { step: 1, outcome: 'approve', snapshotHash: refund.snapshotHash };
      const { json } = await as(who, 'POST', `/v1/refunds/${refund.id}/decisions`, body);
      await project(refund, uuidOf(String(json['id'])));
      return refund;
    };
    const [first, second] = [await decideAs(lea), await decideAs(lea)];
    await decideAs(gil);
    const page = (await as(lea, 'GET', '/v1/approvals/decided?limit=1')).json;
    expect(page['items']).toMatchObject([
      { refundId: second.id, step: 1, outcome: 'approve', onBehalfOf: null, payout: second.payout },
    ]);
    const rest = (await as(lea, 'GET', `/v1/approvals/decided?limit=1&after=${String(page['next'])}`)).json;
    expect(rest).toMatchObject({ items: [{ refundId: first.id, status: 'awaiting_approval' }], next: null });
    const faulty = await as(lea, 'GET', '/v1/approvals/decided?after=nonsense');
    expect([faulty.status, faulty.json['code']]).toEqual([422, 'invalid_field']);
  });

  it('asks questions where he could decide, and comments where he could not', async () => {
    const { id } = await awaiting();
    const [gil, lea] = [await staff('support'), await staff('lead')];
    const path = `/v1/refunds/${id}/notes`;
    const question = { text: 'Why?', askedOf: 'requester' };
    expect((await as(gil, 'POST', path, question)).json['code']).toBe('permission_missing');
    expect((await as(gil, 'POST', path, { text: 'A remark' })).status).toBe(201);
    expect((await as(lea, 'POST', path, question)).status).toBe(201);
    const listed = (await as(lea, 'GET', '/v1/approvers')).json['items'];
    expect(listed).toContainEqual(
      expect.objectContaining({ person: lea.person, grants: [{ role: 'lead', limit: 10_000_000 }] }),
    );
    expect(listed).not.toContainEqual(expect.objectContaining({ person: gil.person }));
  });
});

describe('a question back', () => {
  it('leaves the step open, and its answer comes with a photo', async () => {
    const refund = await awaiting();
    const path = `/v1/refunds/${refund.id}`;
    const asked = await send('POST', `${path}/notes`, { text: 'האם יש תמונה?', askedOf: 'customer' });
    expect([asked.status, asked.json]).toEqual([
      201,
      expect.objectContaining({ kind: 'question', step: 1, text: 'האם יש תמונה?' }),
    ]);
    expect((await get('/v1/approvals?limit=200')).json['items']).toContainEqual(
      expect.objectContaining({ refundId: refund.id, openQuestions: 1 }),
    );
    const note = String(asked.json['id']);
    const photo = await api.call('POST', `${path}/evidence?note=${note}`, {
      key: shop.createKey,
      body: 'RIFF1234WEBPVP8 ',
      headers: { 'content-type': 'image/webp', 'idempotency-key': newKey() },
    });
    expect([photo.status, photo.json]).toEqual([
      201,
      expect.objectContaining({ noteId: note, mediaType: 'image/webp', bytes: 16 }),
    ]);
    const answered = await send('POST', `${path}/notes/${note}/answer`, { text: 'כן' }, shop.createKey);
    expect([answered.status, answered.json]).toEqual([201, expect.objectContaining({ kind: 'answer', replyTo: note })]);
    const book = `SELECT action FROM audit_entry WHERE chain = 'refund:${uuidOf(refund.id)}' ORDER BY no`;
    expect((await api.db.query<{ action: string }>(book)).map(({ action }) => action)).toEqual([
      ...['note.asked', 'evidence.added', 'note.answered'],
    ]);
    const twice = await send('POST', `${path}/notes/${note}/answer`, { text: 'כן' }, shop.createKey);
    expect(twice.json['code']).toBe('invalid_state');

    const after = (await get(path)).json as unknown as RefundView;
    expect([after.status, after.deadlines.dueAt]).toEqual(['awaiting_approval', refund.deadlines.dueAt]);
    expect((await get('/v1/approvals?limit=200')).json['items']).toContainEqual(
      expect.objectContaining({ refundId: refund.id, openQuestions: 0 }),
    );
    const file = await get(`${path}/evidence/${String(photo.json['id'])}/content`);
    expect([file.text, file.headers.get('content-type')]).toEqual(['RIFF1234WEBPVP8 ', 'image/webp']);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    const [stored] = await api.db.query<{ content: string }>(`SELECT content FROM evidence WHERE refund_id = $1`, [
      uuidOf(refund.id),
    ]);
    expect(stored?.content).not.toContain(Buffer.from('RIFF1234WEBP').toString('base64'));
  });

  it('is asked by who decides, while something is to be decided', async () => {
    const { id } = await awaiting();
    const question = { text: 'Why?', askedOf: 'requester' };
    expect((await send('POST', `/v1/refunds/${id}/notes`, question, shop.createKey)).json['code']).toBe(
      'permission_missing',
    );
    expect((await send('POST', `/v1/refunds/${id}/notes`, { ...question, step: 2 })).json['code']).toBe(
      'step_not_open',
    );
    expect((await send('POST', `/v1/refunds/${id}/notes`, { text: 'A remark' }, shop.createKey)).status).toBe(201);
  });

  it.each([
    ['a drawing that calls itself a photo', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a type that is not taken', 'image/svg+xml', 'RIFF1234WEBPVP8 '],
    ['nothing at all', 'image/png', ''],
  ])('takes no file that is %s', async (_, type, body) => {
    const { id } = await awaiting();
    const refused = await api.call('POST', `/v1/refunds/${id}/evidence`, {
      ...{ key: shop.createKey, body },
      headers: { 'content-type': type, 'idempotency-key': newKey() },
    });
    expect([refused.status, refused.json['code']]).toEqual([415, 'unsupported_media_type']);
  });
});
