import { publicId, uuidOf, type Money, type Role } from '@zikui/domain';
import {
  newId,
  RefundProcessStore,
  TransferStore,
  type RefundView,
  type ReviewTransferView,
  type ReviewView,
} from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { machinePolicy } from '../../builders/policy.builder';
import { requestOf } from '../../builders/refund-request.builder';
import { saleOf } from '../../builders/sale.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';

const GATEWAY_KEY_SECRET = 'g'.repeat(32);

let api: ApiServer;
let shop: TestMerchant;
let financeKey: string;
let transfers: ByProcess<TransferStore>;
beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant([machinePolicy()]);
  financeKey = await keyOf('yael', 'finance');
  transfers = byProcess(api.db.database, new TransferStore(api.db.database, { gatewayKeySecret: GATEWAY_KEY_SECRET }));
});
afterAll(() => api.close());

const keyOf = (owner: string, role: Role, merchantId = shop.id): Promise<string> =>
  api.addKey(merchantId, ['refunds:decide', 'refunds:read'], { owner, role, amountLimit: 10_000_000 });

type Sent = Readonly<{ id: string; transfer: string; attemptId: string }>;
/** A refund whose only transfer was sent, and how its process goes on once that was answered so. */
async function answered(
  of: TestMerchant,
  answer: (id: string, amount: Money) => Parameters<typeof transfers.record>[1],
): Promise<Sent> {
  const { saleRef, ...body } = saleOf();
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: of.createKey, body });
  const accepted = await api.call('POST', '/v1/refunds', {
    key: of.createKey,
    body: requestOf({ saleRef }),
    headers: { 'idempotency-key': newKey() },
  });
  const id = String(accepted.json.id);
  const refundId = uuidOf('refund', id) ?? '';
  const at = { merchantId: of.id, refundId, runId: newId() };
  const process = new RefundProcessStore(api.db.database, { gatewayKeySecret: GATEWAY_KEY_SECRET });
  await process.open({ ...at, seq: 1, version: 1 });
  const [row] = await api.db.query<{ id: string }>(`SELECT id FROM transfer WHERE refund_id = $1`, [refundId]);
  const claimed = await transfers.claim(row?.id ?? '');
  if (claimed.kind !== 'send') throw new Error('expected a claim');
  await transfers.record(claimed.attemptId, answer(id, claimed.ask.amount));
  await process.project({ ...at, seq: 2, version: 2 }, { kind: 'money', exhausted: true, unanswered: [] });
  return { id, transfer: publicId('transfer', row?.id ?? ''), attemptId: claimed.attemptId };
}
/** A refund of which nobody knows whether its money moved, as its process left it. */
const inDoubt = (of: TestMerchant = shop): Promise<Sent> =>
  answered(of, () => ({ kind: 'unknown', evidence: { cause: 'unlisted_status' } }));
/** A refund whose money moved at the first call. */
const settled = (of: TestMerchant): Promise<Sent> =>
  answered(of, (id, amount) => ({ kind: 'settled', gatewayRefundId: `re_${id}`, amount }));
type Asked = Readonly<{ key?: string; name?: string }>;
const post = (path: string, body: object, { key = financeKey, name = newKey() }: Asked = {}): Promise<Reply> =>
  api.call('POST', path, { key, body, headers: { 'idempotency-key': name } });
const get = (path: string, key = financeKey): Promise<Reply> => api.call('GET', path, { key });
const resolve = (id: string, body: object, asked: Asked = {}): Promise<Reply> =>
  post(`/v1/refunds/${id}/resolutions`, body, asked);
const settledOf = (transfer: string) => ({
  action: 'mark_settled',
  transfer,
  evidence: 'Line 14 of the statement of 21 November',
  gatewayRefundId: `re_${transfer}`,
});
const decide = ({ json }: Reply, outcome: 'confirm' | 'reject', asked: Asked = {}): Promise<Reply> =>
  post(
    `/v1/proposals/${String(json.id)}/decisions`,
    { outcome, payloadHash: json.payloadHash },
    { key: shop.decideKey, ...asked },
  );

describe('the desk', () => {
  it('shows what does not go on by itself, with age, owner, evidence and exactly what may be done', async () => {
    const own = await api.addMerchant();
    const { id, transfer } = await inDoubt(own);
    const { status, json } = await get('/v1/reviews', own.decideKey);
    expect(status).toBe(200);
    expect(json).toEqual({
      next: null,
      items: [
        expect.objectContaining({
          refundId: id,
          status: 'needs_review',
          reviewReason: 'no_answer',
          owner: 'finance',
          lookUps: [],
          webhooks: [],
          openProposals: [],
          allowedActions: [],
          transfers: [
            expect.objectContaining({
              id: transfer,
              status: 'in_doubt',
              allowedActions: ['look_up', 'retry', 'mark_settled', 'mark_declined'],
              attempts: [
                expect.objectContaining({
                  no: 1,
                  status: 'unknown',
                  sends: 1,
                  requestHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
                  evidence: { cause: 'unlisted_status' },
                }),
              ],
            }),
          ],
        }),
      ],
    });
    const [item] = json.items as { ageSeconds: number; since: string }[];
    expect(item?.ageSeconds).toBeGreaterThanOrEqual(0);
    expect(JSON.stringify(json)).not.toContain('zk_');
  });

  it('is filtered and paged, and shows no other merchant’s', async () => {
    const own = await api.addMerchant();
    const ids = [(await inDoubt(own)).id, (await inDoubt(own)).id];
    const first = await get('/v1/reviews?limit=1', own.decideKey);
    expect((first.json.items as { refundId: string }[]).map(({ refundId }) => refundId)).toEqual([ids[0]]);
    const second = await get(`/v1/reviews?limit=1&after=${String(first.json.next)}`, own.decideKey);
    expect((second.json.items as { refundId: string }[]).map(({ refundId }) => refundId)).toEqual([ids[1]]);
    expect(second.json.next).toBeNull();
    expect((await get('/v1/reviews?status=in_doubt', own.decideKey)).json.items).toEqual([]);
    expect((await get('/v1/reviews?status=completed', own.decideKey)).status).toBe(422);
  });

  it('finds one refund among however many, and none that is no longer there or another merchant’s', async () => {
    const own = await api.addMerchant();
    const { id } = await inDoubt(own);
    await inDoubt(own);
    const found = async (refundId: string, key = own.decideKey): Promise<readonly unknown[]> =>
      ((await get(`/v1/reviews?refundId=${refundId}`, key)).json.items as { refundId: string }[]).map(
        (item) => item.refundId,
      );
    expect(await found(id)).toEqual([id]);
    expect(await found(id, financeKey)).toEqual([]);
    expect((await get(`/v1/reviews?status=in_doubt&refundId=${id}`, own.decideKey)).json.items).toEqual([]);
    const paid = (await settled(own)).id;
    expect(await found(paid)).toEqual([]);
    expect((await get('/v1/reviews?refundId=rf_1', own.decideKey)).json).toMatchObject({
      errors: [{ pointer: '/refundId', code: 'invalid_field' }],
    });
  });

  it('tells when the gateway is asked next, and until when the same key is safe', async () => {
    const own = await api.addMerchant();
    const { id } = await inDoubt(own);
    const read = async (): Promise<ReviewTransferView | undefined> =>
      ((await get(`/v1/reviews?refundId=${id}`, own.decideKey)).json.items as ReviewView[])[0]?.transfers[0];
    const first = await read();
    const sentAt = Date.parse(first?.attempts[0]?.sentAt ?? '');
    const minutesAfter = (instant: string | null | undefined): number =>
      Math.round((Date.parse(instant ?? '') - sentAt) / 60_000);
    expect([minutesAfter(first?.nextLookUpAt), minutesAfter(first?.sameKeyUntil)]).toEqual([1, 23 * 60]);
  });
});

describe('what was sent for a refund', () => {
  it('is shown with every attempt, reference and answer, also when it is at no desk', async () => {
    const own = await api.addMerchant();
    const { id, transfer } = await inDoubt(own);
    expect((await get(`/v1/refunds/${id}/transfers`, own.createKey)).json).toEqual({
      lookUps: [],
      webhooks: [],
      transfers: [
        expect.objectContaining({
          id: transfer,
          status: 'in_doubt',
          nextLookUpAt: expect.any(String) as string,
          attempts: [expect.objectContaining({ no: 1, sends: 1, evidence: { cause: 'unlisted_status' } })],
        }),
      ],
    });
    const paid = (await settled(own)).id;
    expect((await get(`/v1/refunds/${paid}/transfers`, own.createKey)).json).toMatchObject({
      transfers: [
        { status: 'settled', nextLookUpAt: null, sameKeyUntil: null, attempts: [{ gatewayRefundId: `re_${paid}` }] },
      ],
    });
    expect((await get(`/v1/refunds/${id}/transfers`)).status).toBe(404);
  });
});

describe('a resolution that one person may do', () => {
  it('is stored as a command for the process', async () => {
    const { id, transfer } = await inDoubt();
    const name = newKey();
    const body = { action: 'retry', transfer, evidence: 'The gateway had an outage, now it is back' };
    const asked = await resolve(id, body, { name });
    expect([asked.status, asked.json.name, asked.json.state]).toEqual([202, 'resolveReview', 'pending']);
    const [stored] = await api.db.query<{ payload: Record<string, unknown>; note: string }>(
      `SELECT payload, note FROM refund_command WHERE key = $1`,
      [name],
    );
    expect(stored).toMatchObject({
      payload: { action: 'retry', transfer: uuidOf('transfer', transfer), proposal: null },
      note: body.evidence,
    });
    expect((await resolve(id, body, { name })).headers.get('idempotent-replayed')).toBe('true');
    expect((await resolve(id, { ...body, evidence: 'Other' }, { name })).json.code).toBe('idempotency_conflict');
  });

  it('asks the gateway now', async () => {
    const { id, transfer } = await inDoubt();
    const asked = await post(`/v1/refunds/${id}/lookups`, { transfer });
    expect([asked.status, asked.json.name]).toEqual([202, 'resolveReview']);
  });

  it.each<[string, string, (of: { transfer: string }) => object, number, Role]>([
    [
      'an act that the state does not allow',
      'invalid_state',
      () => ({ action: 'close_short', evidence: 'e', reason: 'r' }),
      409,
      'finance',
    ],
    [
      'a transfer of another refund',
      'invalid_state',
      () => ({ action: 'retry', transfer: `tr_${'f'.repeat(32)}`, evidence: 'e' }),
      409,
      'finance',
    ],
    [
      'a role that may only confirm',
      'permission_missing',
      ({ transfer }) => ({ action: 'retry', transfer, evidence: 'e' }),
      403,
      'lead',
    ],
    [
      'a role that may only propose',
      'permission_missing',
      ({ transfer }) => ({ action: 'retry', transfer, evidence: 'e' }),
      403,
      'ops',
    ],
    ['an act without its evidence', 'invalid_field', ({ transfer }) => ({ action: 'retry', transfer }), 422, 'finance'],
    [
      'an act about a transfer that names none',
      'invalid_field',
      () => ({ action: 'retry', evidence: 'e' }),
      422,
      'finance',
    ],
    ['an end without a reason', 'invalid_field', () => ({ action: 'fail', evidence: 'e' }), 422, 'finance'],
    ['an unknown act', 'invalid_field', () => ({ action: 'look_up', evidence: 'e' }), 422, 'finance'],
    [
      'more than was to be moved',
      'invalid_amount',
      ({ transfer }) => ({ ...settledOf(transfer), moved: 9_000_000_000 }),
      422,
      'finance',
    ],
    [
      'a card number in the evidence',
      'card_number_refused',
      ({ transfer }) => ({ ...settledOf(transfer), evidence: '4242 4242 4242 4242' }),
      422,
      'finance',
    ],
  ])('refuses %s and writes nothing', async (_what, code, body, status, role) => {
    const refund = await inDoubt();
    const [commands, proposals] = [await api.rows('refund_command'), await api.rows('proposal')];
    const refused = await resolve(refund.id, body(refund), { key: await keyOf('omer', role) });
    const codes = [refused.json.code, ...((refused.json.errors ?? []) as { code: string }[]).map((one) => one.code)];
    expect([refused.status, codes.includes(code)]).toEqual([status, true]);
    expect([await api.rows('refund_command'), await api.rows('proposal')]).toEqual([commands, proposals]);
  });
});

describe('a resolution that needs a second person', () => {
  it('is proposed, listed for those who may confirm it, and never carried out by one', async () => {
    const { id, transfer } = await inDoubt();
    const proposed = await resolve(id, settledOf(transfer));
    expect(proposed.status).toBe(201);
    expect(proposed.headers.get('location')).toBe(`/v1/proposals/${String(proposed.json.id)}`);
    expect(proposed.json).toMatchObject({
      kind: 'resolution',
      status: 'open',
      refundId: id,
      transferId: transfer,
      payload: { action: 'mark_settled', transfer, gatewayRefundId: `re_${transfer}` },
      allowedActions: ['reject'],
    });
    const seen = await get(`/v1/proposals?status=open&refundId=${id}`, shop.decideKey);
    expect(seen.json.items).toMatchObject([{ id: proposed.json.id, allowedActions: ['confirm', 'reject'] }]);
    expect((await get(String(proposed.headers.get('location')), shop.createKey)).json.allowedActions).toEqual([]);

    const alone = await decide(proposed, 'confirm', { key: await keyOf('yael', 'cfo') });
    expect([alone.status, alone.json.code]).toEqual([403, 'second_person_needed']);
    const requester = await decide(proposed, 'confirm', { key: await keyOf('dana', 'cfo') });
    expect([requester.status, requester.json.code]).toEqual([403, 'second_person_needed']);
    expect(await readTransfer(id)).toBe('in_doubt');
  });

  it('is confirmed by a command that names the proposal, and not its evidence', async () => {
    const { id, transfer } = await inDoubt();
    const proposed = await resolve(id, settledOf(transfer));
    const name = newKey();
    const confirmed = await decide(proposed, 'confirm', { name });
    expect([confirmed.status, confirmed.json.state]).toEqual([202, 'pending']);
    const [stored] = await api.db.query<{ payload: Record<string, unknown> }>(
      `SELECT payload FROM refund_command WHERE key = $1`,
      [name],
    );
    expect(stored?.payload).toMatchObject({
      action: 'mark_settled',
      transfer: uuidOf('transfer', transfer),
      proposal: uuidOf('proposal', String(proposed.json.id)),
    });
    expect(JSON.stringify(stored?.payload)).not.toMatch(/statement|re_tr_/);
  });

  it('is rejected at once, and the next decision learns by whom', async () => {
    const { id, transfer } = await inDoubt();
    const proposed = await resolve(id, settledOf(transfer));
    const name = newKey();
    const rejected = await decide(proposed, 'reject', { name });
    expect([rejected.status, rejected.json]).toMatchObject([
      200,
      { status: 'rejected', decision: { outcome: 'reject', role: 'lead' }, allowedActions: [] },
    ]);
    expect((await decide(proposed, 'reject', { name })).headers.get('idempotent-replayed')).toBe('true');
    const lost = await decide(proposed, 'confirm', { key: await keyOf('gil', 'manager') });
    expect([lost.status, lost.json.code, lost.json.values]).toMatchObject([
      409,
      'proposal_not_open',
      { status: 'rejected', outcome: 'reject' },
    ]);
  });

  it('is proposed once per key, and once per subject', async () => {
    const { id, transfer } = await inDoubt();
    const name = newKey();
    const first = await resolve(id, settledOf(transfer), { name });
    const again = await resolve(id, settledOf(transfer), { name });
    expect([again.status, again.json.id, again.headers.get('idempotent-replayed')]).toEqual([
      201,
      first.json.id,
      'true',
    ]);
    const other = await resolve(id, { action: 'mark_declined', transfer, evidence: 'Gateway says no' });
    expect([other.status, other.json.code, other.json.values]).toMatchObject([
      409,
      'proposal_exists',
      { proposal: first.json.id },
    ]);
  });

  it('is void once news of its transfer come', async () => {
    const { id, transfer, attemptId } = await inDoubt();
    const proposed = await resolve(id, settledOf(transfer));
    await transfers.record(attemptId, { kind: 'declined', gatewayRefundId: null, reason: 'card_closed' });
    expect((await get(`/v1/proposals/${String(proposed.json.id)}`)).json).toMatchObject({ status: 'void' });
    const late = await decide(proposed, 'confirm');
    expect([late.status, late.json.code]).toEqual([409, 'proposal_void']);
  });

  it('of another merchant does not exist', async () => {
    const { id, transfer } = await inDoubt();
    const proposed = await resolve(id, settledOf(transfer));
    const theirs = await api.addMerchant();
    expect((await get(`/v1/proposals/${String(proposed.json.id)}`, theirs.decideKey)).json.code).toBe(
      'proposal_not_found',
    );
    expect((await decide(proposed, 'reject', { key: theirs.decideKey })).json.code).toBe('proposal_not_found');
    expect((await resolve(id, settledOf(transfer), { key: theirs.decideKey })).json.code).toBe('refund_not_found');
    expect((await get('/v1/proposals', theirs.decideKey)).json.items).toEqual([]);
  });
});

const readTransfer = async (id: string): Promise<string | undefined> =>
  ((await get(`/v1/refunds/${id}`)).json as unknown as RefundView).transfers[0]?.status;

describe('the book of what people did', () => {
  it('tells from which address each act came, and a command keeps it', async () => {
    const own = await api.addMerchant([machinePolicy()]);
    const key = await keyOf('yael', 'finance', own.id);
    const { id, transfer } = await inDoubt(own);
    const proposed = await resolve(id, settledOf(transfer), { key });
    expect((await decide(proposed, 'reject', { key: own.decideKey })).status).toBe(200);
    const asked = await resolve(id, { action: 'retry', transfer, evidence: 'Nothing in the statement' }, { key });
    expect([200, 202]).toContain(asked.status);
    const acts = `SELECT action, owner, address FROM audit_entry WHERE merchant_id = $1 ORDER BY id`;
    expect(await api.db.query(acts, [own.id])).toEqual([
      { action: 'proposal.made', owner: 'yael', address: '127.0.0.1' },
      { action: 'proposal.rejected', owner: 'noa', address: '127.0.0.1' },
    ]);
    expect(await api.db.query(`SELECT address FROM refund_command WHERE merchant_id = $1`, [own.id])).toEqual([
      { address: '127.0.0.1' },
    ]);
  });
});
