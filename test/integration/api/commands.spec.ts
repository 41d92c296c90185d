import { newId, RefundProcessStore, type RefundView } from '@zikui/persistence';
import { strictPolicy } from '../../builders/policy.builder';
import { requestOf } from '../../builders/refund-request.builder';
import { saleOf } from '../../builders/sale.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

let api: ApiServer;
let shop: TestMerchant;
beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant([strictPolicy()]);
});
afterAll(() => api.close());

const uuidOf = (id: string): string => id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const read = async (id: string): Promise<RefundView> =>
  (await api.call('GET', `/v1/refunds/${id}`, { key: shop.decideKey })).json as unknown as RefundView;

/** A refund that waits for its first approval, as its process would have opened it. */
async function awaiting(more: object = {}): Promise<RefundView> {
  const { saleRef, ...body } = saleOf();
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
  const accepted = await api.call('POST', '/v1/refunds', {
    key: shop.createKey,
    body: { ...requestOf({ saleRef }), ...more },
    headers: { 'idempotency-key': newKey() },
  });
  const refundId = uuidOf(String(accepted.json.id));
  await new RefundProcessStore(api.db.database, { gatewayKeySecret: 'g'.repeat(32) }).open({
    merchantId: shop.id,
    refundId,
    runId: newId(),
    seq: 1,
    version: Date.now(),
  });
  return read(String(accepted.json.id));
}
const decide = (id: string, body: object, { key = shop.decideKey, name = newKey() } = {}): Promise<Reply> =>
  api.call('POST', `/v1/refunds/${id}/decisions`, { key, body, headers: { 'idempotency-key': name } });
const cancel = (id: string, name = newKey()): Promise<Reply> =>
  api.call('POST', `/v1/refunds/${id}/cancellation`, { key: shop.createKey, headers: { 'idempotency-key': name } });
const approve = ({ snapshotHash }: RefundView, step = 1): object => ({ step, outcome: 'approve', snapshotHash });

describe('a decision', () => {
  it('that no process answers is stored and has an address where its fate is told', async () => {
    const refund = await awaiting();
    expect(refund.status).toBe('awaiting_approval');
    const name = newKey();
    const pending = await decide(refund.id, approve(refund), { name });
    expect(pending.status).toBe(202);
    const location = pending.headers.get('location') ?? '';
    expect(location).toMatch(new RegExp(`^/v1/refunds/${refund.id}/commands/cm_[0-9a-f]{32}$`));
    const told = await api.call('GET', location, { key: shop.decideKey });
    expect([told.status, told.json]).toEqual([
      200,
      {
        id: location.split('/').at(-1),
        refundId: refund.id,
        name: 'decide',
        state: 'pending',
        status: null,
        problem: null,
      },
    ]);

    const again = await decide(refund.id, approve(refund), { name });
    expect([again.status, again.headers.get('location'), again.headers.get('idempotent-replayed')]).toEqual([
      202,
      location,
      'true',
    ]);
    const other = await decide(refund.id, { ...approve(refund), step: 2 }, { name });
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_conflict']);
  });

  it('that the process carried out answers with the refund, and again to a repeat', async () => {
    const refund = await awaiting();
    const name = newKey();
    const pending = await decide(refund.id, approve(refund), { name });
    const commandId = uuidOf(String(pending.json.id));
    await api.db.query(
      `UPDATE refund_command SET state = 'done', answer = '{"status": "processing", "openStep": null}' WHERE id = $1`,
      [commandId],
    );
    const done = await decide(refund.id, approve(refund), { name });
    expect([done.status, done.json.id, done.headers.get('idempotent-replayed')]).toEqual([200, refund.id, 'true']);
    const told = await api.call('GET', pending.headers.get('location') ?? '', { key: shop.decideKey });
    expect(told.json).toMatchObject({ state: 'done', status: 'processing', problem: null });
  });

  it('that the process refused is refused again to a repeat, and its address says why', async () => {
    const refund = await awaiting();
    const name = newKey();
    const pending = await decide(refund.id, approve(refund), { name });
    const commandId = uuidOf(String(pending.json.id));
    await api.db.query(`UPDATE refund_command SET state = 'refused', refusal = 'step_not_open' WHERE id = $1`, [
      commandId,
    ]);
    const refused = await decide(refund.id, approve(refund), { name });
    expect([refused.status, refused.json.code]).toEqual([409, 'step_not_open']);
    const told = await api.call('GET', pending.headers.get('location') ?? '', {
      key: shop.decideKey,
      headers: { 'accept-language': 'he' },
    });
    expect(told.json).toMatchObject({
      state: 'refused',
      problem: { code: 'step_not_open', status: 409, detail: expect.stringMatching(/[א-ת]/) as string },
    });
  });

  const refusedBy: readonly (readonly [string, number, (refund: RefundView) => Promise<Reply>])[] = [
    ['snapshot_changed', 409, (refund) => decide(refund.id, { ...approve(refund), snapshotHash: 'b'.repeat(64) })],
    ['step_not_open', 409, (refund) => decide(refund.id, approve(refund, 2))],
    ['step_not_open', 409, (refund) => decide(refund.id, approve(refund, 7))],
    [
      'self_approval',
      403,
      async (refund) =>
        decide(refund.id, approve(refund), {
          key: await api.addKey(shop.id, ['refunds:decide'], { owner: 'dana', role: 'cfo', amountLimit: 1_000_000 }),
        }),
    ],
    [
      'permission_missing',
      403,
      async (refund) =>
        decide(refund.id, approve(refund), {
          key: await api.addKey(shop.id, ['refunds:decide'], {
            owner: 'gil',
            role: 'warehouse',
            amountLimit: 1_000_000,
          }),
        }),
    ],
    [
      'limit_exceeded',
      403,
      async (refund) =>
        decide(refund.id, approve(refund), {
          key: await api.addKey(shop.id, ['refunds:decide'], { owner: 'gil', role: 'lead', amountLimit: 100 }),
        }),
    ],
    ['permission_missing', 403, (refund) => decide(refund.id, approve(refund), { key: shop.createKey })],
    ['invalid_request', 422, (refund) => decide(refund.id, { ...approve(refund), outcome: 'reject' })],
  ];
  it.each(refusedBy)('is refused at once with %s (%i), and nothing is stored', async (code, status, send) => {
    const refund = await awaiting();
    const before = await api.rows('refund_command');
    const reply = await send(refund);
    expect([reply.status, reply.json.code]).toEqual([status, code]);
    expect(await api.rows('refund_command')).toBe(before);
  });

  it('that comes second is told who won, and how', async () => {
    const refund = await awaiting();
    const at = new Date().toISOString();
    const [step] = await api.db.query<{ id: string }>(
      `UPDATE approval_step SET status = 'approved' WHERE refund_id = $1 AND no = 1 RETURNING id`,
      [uuidOf(refund.id)],
    );
    await api.db.query(
      `INSERT INTO decision (id, merchant_id, refund_id, step_id, command_id, actor, owner, role, outcome, snapshot_hash, at)
       VALUES ($1, $2, $3, $4, $5, 'key:ab12cd34', 'gil', 'manager', 'approve', $6, $7)`,
      [newId(), shop.id, uuidOf(refund.id), step?.id, newId(), refund.snapshotHash, at],
    );
    const lost = await decide(refund.id, approve(refund));
    expect([lost.status, lost.json.code]).toEqual([409, 'step_not_open']);
    expect(lost.json.values).toEqual({
      step: 1,
      status: 'awaiting_approval',
      decidedBy: 'key:ab12cd34',
      outcome: 'approve',
      decidedAt: at,
    });
  });

  it('by a machine needs a policy that allows it', async () => {
    const people = await api.addMerchant([strictPolicy().replace('machines: true', 'machines: false')]);
    const { saleRef, ...body } = saleOf();
    await api.call('PUT', `/v1/sales/${saleRef}`, { key: people.createKey, body });
    const accepted = await api.call('POST', '/v1/refunds', {
      key: people.createKey,
      body: requestOf({ saleRef }),
      headers: { 'idempotency-key': newKey() },
    });
    const id = String(accepted.json.id);
    await api.db.query(`UPDATE refund SET status = 'awaiting_approval' WHERE id = $1`, [uuidOf(id)]);
    await api.db.query(`UPDATE approval_step SET status = 'open' WHERE refund_id = $1 AND no = 1`, [uuidOf(id)]);
    const refused = await decide(id, approve(accepted.json as unknown as RefundView), { key: people.decideKey });
    expect([refused.status, refused.json.code]).toEqual([403, 'machines_may_not_decide']);
  });
});

describe('a cancellation', () => {
  it('without a body is stored, and repeated under its key', async () => {
    const refund = await awaiting();
    const name = newKey();
    const [first, again] = [await cancel(refund.id, name), await cancel(refund.id, name)];
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
  });

  it.each([
    ['processing', 'too_late'],
    ['in_doubt', 'too_late'],
    ['completed', 'invalid_state'],
    ['cancelled', 'invalid_state'],
  ])('of a refund that is %s is refused: %s', async (status, code) => {
    const refund = await awaiting();
    await api.db.query('UPDATE refund SET status = $2 WHERE id = $1', [uuidOf(refund.id), status]);
    const before = await api.rows('refund_command');
    const refused = await cancel(refund.id);
    expect([refused.status, refused.json.code, refused.json.values]).toEqual([
      409,
      code,
      expect.objectContaining({ status }),
    ]);
    expect(await api.rows('refund_command')).toBe(before);
  });
});

it('shows each caller what he may do', async () => {
  const refund = await awaiting();
  const asCreator = await api.call('GET', `/v1/refunds/${refund.id}`, { key: shop.createKey });
  expect([asCreator.json.allowedActions, refund.allowedActions]).toEqual([['cancel'], ['decide']]);
});
