import { CsvReader, decimalText, type Principal, type RefundRequest, type Role } from '@zikui/domain';
import {
  newId,
  RefundExportStore,
  RefundProcessStore,
  RefundReadStore,
  StepEvidenceStore,
  type InboxItem,
  type Page,
  type RefundView,
} from '@zikui/persistence';
import { RefundExportService } from '../../../apps/api/src/refund/refund-export.service';
import { strictPolicy } from '../../builders/policy.builder';
import { requestOf } from '../../builders/refund-request.builder';
import { saleOf } from '../../builders/sale.builder';
import { storeStaff, type StoredStaff } from '../../builders/staff.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';
import { asStaff } from './cells';

let api: ApiServer;
let shop: TestMerchant;
let support: StoredStaff;
let lead: StoredStaff;
beforeAll(async () => {
  api = await startApi();
  shop = await api.addMerchant([strictPolicy()]);
  support = await person(['support']);
  lead = await person(['lead'], 10_000_000);
});
afterAll(() => api.close());

const person = (
  roles: readonly Role[],
  amountLimit: number | null = null,
  merchantId = shop.id,
): Promise<StoredStaff> => storeStaff(api.db.database, api.stores.secrets, merchantId, { roles, amountLimit });
const get = (who: StoredStaff, path: string): Promise<Reply> => api.call('GET', path, asStaff(who.token));
const uuidOf = (id: string): string => id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

type Asked = Readonly<{ refund: RefundView; sale: ReturnType<typeof saleOf> }>;
/** A refund that a person asked for, before its process has begun. */
async function asked(by: StoredStaff, more: Partial<RefundRequest> = {}, sale = saleOf()): Promise<Asked> {
  const { saleRef, ...body } = sale;
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: shop.createKey, body });
  const call = asStaff(by.token);
  const made = await api.call('POST', '/v1/refunds', {
    body: requestOf({ ...more, saleRef }),
    headers: { ...call.headers, 'idempotency-key': newKey() },
  });
  expect(made.status).toBe(201);
  return { refund: made.json as unknown as RefundView, sale };
}
/** The same with its first approval step open, as its process opens it. */
async function waiting(by: StoredStaff, more: Partial<RefundRequest> = {}, sale = saleOf()): Promise<Asked> {
  const made = await asked(by, more, sale);
  await new RefundProcessStore(api.db.database, { gatewayKeySecret: 'g'.repeat(32) }).open({
    ...{ merchantId: shop.id, refundId: uuidOf(made.refund.id), runId: newId(), seq: 1 },
    version: Date.now(),
  });
  return made;
}
type Action = Readonly<{
  action: string;
  allowed: boolean;
  reason: Readonly<{ code: string; en: string; he: string }> | null;
}>;
const actionsIn = (json: Record<string, unknown>): Readonly<Record<string, Action>> =>
  Object.fromEntries((json['actions'] as readonly Action[]).map((one) => [one.action, one]));

describe('a search', () => {
  const ids = async (who: StoredStaff, q: string): Promise<readonly string[]> => {
    const { status, json } = await get(who, `/v1/search?q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
    return (json['items'] as readonly { id: string }[]).map(({ id }) => id);
  };

  it('finds a refund by each of its names, and a sale by its order and its payment', async () => {
    const { refund, sale } = await asked(support, { externalRef: newKey() });
    const { transfers, id, externalRef, customerRef } = refund;
    await api.db.query(
      `UPDATE transfer SET gateway_refund_id = 're_${id}' WHERE id = '${uuidOf(transfers[0]?.id ?? '')}'`,
    );
    const payment = sale.payments[0]?.gatewayRef ?? '';
    for (const name of [id, transfers[0]?.id, externalRef, `re_${id}`, `  ${id} `])
      expect(await ids(support, String(name))).toEqual([id]);
    for (const name of [sale.saleRef, payment, customerRef])
      expect(await ids(support, name)).toEqual([id, sale.saleRef]);
    const { json } = await get(support, `/v1/search?q=${sale.saleRef}`);
    expect(json['items']).toEqual([
      expect.objectContaining({
        kind: 'refund',
        by: 'order',
        refund: expect.objectContaining({ saleRef: sale.saleRef, status: 'requested' }) as unknown,
      }),
      { kind: 'sale', id: sale.saleRef, by: 'order', refund: null },
    ]);
  });

  it('finds a person by the whole of an address, for whoever may see persons', async () => {
    const { refund, sale } = await asked(support);
    const email = String(sale.customer.email);
    expect(await ids(support, email.toUpperCase())).toEqual([refund.id]);
    expect(await ids(support, email.slice(0, -4))).toEqual([]);
    expect(await ids(await person(['ops']), email)).toEqual([]);
  });

  it('finds nothing for what is called otherwise, and refuses what may be a card number', async () => {
    for (const q of ['nothing', `rf_${'f'.repeat(32)}`, "'; DROP TABLE refund; --"])
      expect(await ids(support, q)).toEqual([]);
    expect((await get(support, '/v1/search?q=4111111111111111')).json['errors']).toMatchObject([
      { code: 'card_number_refused' },
    ]);
    expect((await get(support, '/v1/search')).status).toBe(422);
  });
});

describe('the evidence of a step', () => {
  it('holds amount, reason, words, lines, payments, history and what each person may do', async () => {
    const sale = saleOf();
    const before = await asked(support, { lines: [{ ref: 'l2', quantity: 1 }] }, sale);
    const { refund } = await waiting(support, { lines: [{ ref: 'l1', quantity: 1 }], note: 'קטן מדי' }, sale);
    const { status, json } = await get(lead, `/v1/refunds/${refund.id}/steps/1`);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      refund: { id: refund.id, payout: refund.payout, snapshotHash: refund.snapshotHash },
      step: { step: 1, role: 'lead', status: 'open' },
      words: 'קטן מדי',
      bought: [{ ref: 'l1', quantity: 3 }, { ref: 'l2' }],
      payments: [{ ref: 'pay-1', captured: { amount: 20_000, currency: 'ILS' } }, { ref: 'pay-2' }],
      history: { count90d: 1, sum90d: before.refund.payout, count365d: 1, orders365d: 1, shareBps: 10_000 },
      others: ['noa'],
    });
    expect((json['why'] as unknown[]).length).toBeGreaterThan(0);
    expect(json['rejectionReasons']).toContainEqual(expect.objectContaining({ code: 'right_ended', legal: true }));
    expect(actionsIn(json)).toMatchObject({ approve: { allowed: true, reason: null }, reject: { allowed: true } });
  });

  it('says why not, and who can: the requester, and whoever has too low a limit', async () => {
    const own = await person(['lead', 'support'], 10_000_000);
    const { refund } = await waiting(own);
    const forOwn = (await get(own, `/v1/refunds/${refund.id}/steps/1`)).json;
    expect(actionsIn(forOwn)['approve']).toMatchObject({ allowed: false, reason: { code: 'self_approval' } });
    expect(forOwn['others']).toContain(lead.person);
    const poor = await person(['lead'], 1);
    const { reason } = actionsIn((await get(poor, `/v1/refunds/${refund.id}/steps/1`)).json)['approve'] ?? {};
    expect(reason?.code).toBe('limit_exceeded');
    expect(reason?.he).not.toBe(reason?.en);
  });

  it('is of nothing for a step that there is not', async () => {
    const { refund } = await waiting(support);
    for (const step of ['9', '0', 'x', '1e1'])
      expect((await get(lead, `/v1/refunds/${refund.id}/steps/${step}`)).status).toBe(404);
  });

  it('takes the same number of statements whatever it finds', async () => {
    const store = new StepEvidenceStore(api.db.database, api.stores.secrets);
    const key = await api.addKey(shop.id, ['refunds:decide'], { owner: newKey(), role: 'lead', amountLimit: 1 });
    const principal = await api.stores.keys.authenticate(key);
    if (!principal) throw new Error('a key that was just made is known');
    const counts: number[] = [];
    for (const quantity of [1, 3]) {
      const { refund } = await waiting(support, { lines: [{ ref: 'l1', quantity }] });
      for (let no = 1; no < quantity; no += 1)
        await api.call('POST', `/v1/refunds/${refund.id}/notes`, {
          key,
          body: { text: 'Why?' },
          headers: { 'idempotency-key': newKey() },
        });
      api.db.statements.length = 0;
      await store.find(principal, uuidOf(refund.id), 1);
      counts.push(api.db.statements.length);
    }
    expect(counts).toEqual([6, 6]);
  });
});

describe('a refund', () => {
  it('says in words where it stands, and to a person what he may do about it', async () => {
    const { refund } = await waiting(support);
    const { json } = await get(support, `/v1/refunds/${refund.id}`);
    expect(json['statusText']).toEqual({ he: 'ההחזר ממתין לאישור.', en: 'The refund is waiting for an approval.' });
    expect(actionsIn(json)).toMatchObject({
      cancel: { allowed: true },
      approve: { allowed: false, reason: { code: 'permission_missing' } },
      resolve: { allowed: false, reason: { code: 'permission_missing' } },
    });
    const byKey = await api.call('GET', `/v1/refunds/${refund.id}`, { key: shop.createKey });
    expect(byKey.json['actions']).toBeNull();
  });
});

describe('a step that somebody puts aside', () => {
  const at = (seconds: number): string => new Date(Date.now() + seconds * 1_000).toISOString();
  const place = (refundId: string): string => `/v1/refunds/${refundId}/steps/1/reminder`;
  const put = (who: StoredStaff, refundId: string, time: string): Promise<Reply> =>
    api.call('PUT', place(refundId), { ...asStaff(who.token), body: { at: time } });
  const listed = async (who: StoredStaff, query = ''): Promise<readonly string[]> =>
    ((await get(who, `/v1/approvals?limit=200${query}`)).json['items'] as readonly { refundId: string }[]).map(
      ({ refundId }) => refundId,
    );

  it('leaves his inbox alone, until then, and its deadline as it was', async () => {
    const me = await person(['lead'], 10_000_000);
    const { refund } = await waiting(support);
    const { json: offered } = await get(me, place(refund.id));
    const [hour] = offered['choices'] as readonly { code: string; at: string }[];
    expect([offered['remindAt'], hour?.code]).toEqual([null, 'hour']);
    const kept = await put(me, refund.id, hour?.at ?? '');
    expect([kept.status, kept.json['remindAt'], kept.json['latest']]).toEqual([200, hour?.at, offered['latest']]);
    expect(await listed(me)).not.toContain(refund.id);
    expect(await listed(me, '&reminded=true')).toEqual([refund.id]);
    expect(await listed(lead)).toContain(refund.id);
    expect((await get(me, '/v1/approvals')).json['nextReminderAt']).toBe(hour?.at);
    expect((await get(lead, '/v1/approvals')).json['nextReminderAt']).toBeNull();

    await api.db.query(`UPDATE step_reminder SET remind_at = now() - interval '1 second'`);
    expect(await listed(me)).toContain(refund.id);
    expect(await listed(me, '&reminded=true')).toEqual([]);
  });

  it('comes back when he takes it back, and is put aside no longer than until it is due', async () => {
    const me = await person(['lead'], 10_000_000);
    const { refund } = await waiting(support);
    const latest = String((await get(me, place(refund.id))).json['latest']);
    for (const time of [at(-5), new Date(Date.parse(latest) + 1_000).toISOString()])
      expect((await put(me, refund.id, time)).json['errors']).toMatchObject([{ pointer: '/at' }]);
    expect((await put(me, refund.id, latest)).status).toBe(200);
    const drop = () => api.call('DELETE', place(refund.id), asStaff(me.token));
    expect([(await drop()).status, (await drop()).status]).toEqual([204, 204]);
    expect(await listed(me)).toContain(refund.id);
  });

  it('is one that is open, of his own merchant', async () => {
    const me = await person(['lead'], 10_000_000);
    const { refund } = await asked(support);
    expect((await put(me, refund.id, at(60))).json['code']).toBe('step_not_open');
    expect((await put(me, `rf_${'f'.repeat(32)}`, at(60))).json['code']).toBe('refund_not_found');
    const elsewhere = await api.addMerchant([strictPolicy()]);
    const stranger = await storeStaff(api.db.database, api.stores.secrets, elsewhere.id, {
      ...{ roles: ['lead'], amountLimit: 10_000_000 },
    });
    const { refund: open } = await waiting(support);
    for (const reply of [await get(stranger, place(open.id)), await put(stranger, open.id, at(60))])
      expect(reply.json['code']).toBe('refund_not_found');
  });
});

describe('a count of refunds', () => {
  it('tells how many there are and what they pay in each currency, by the filters of the list', async () => {
    const { refund, sale } = await asked(support);
    const counted = await get(support, `/v1/refunds/count?saleRef=${sale.saleRef}&status=requested`);
    expect([counted.status, counted.json]).toEqual([200, { count: 1, more: false, payouts: [refund.payout] }]);
    const none = await get(support, '/v1/refunds/count?saleRef=nowhere');
    expect(none.json).toEqual({ count: 0, more: false, payouts: [] });
    expect((await get(support, '/v1/refunds/count?limit=5')).status).toBe(422);
  });
});

describe('the first page of a person', () => {
  it('counts what waits for him, and what he may not see is null', async () => {
    const approver = await person(['lead'], 10_000_000);
    const { refund } = await waiting(support);
    // Shortly after midnight of the shop, all of a working day is due today.
    const isDue = (at: string): Promise<unknown> =>
      api.db.query(
        `UPDATE approval_step SET due_at = now() + $2::interval, escalate_to = NULL WHERE refund_id = $1 AND status = 'open'`,
        [uuidOf(refund.id), at],
      );
    await isDue('2 days');
    const before = (await get(approver, '/v1/home')).json['approvals'] as { count: number; dueToday: number };
    expect(before.count).toBeGreaterThan(0);
    await isDue('-1 minute');
    expect((await get(approver, '/v1/home')).json['approvals']).toMatchObject({
      count: before.count,
      dueToday: before.dueToday + 1,
    });
    const { items } = (await get(approver, '/v1/approvals?limit=200')).json as unknown as Page<InboxItem>;
    expect(items.filter(({ dueToday }) => dueToday)).toHaveLength(before.dueToday + 1);
    expect(items.find(({ refundId }) => refundId === refund.id)?.dueToday).toBe(true);
    expect((await get(support, '/v1/home')).json).toMatchObject({
      approvals: null,
      proposals: null,
      unknown: { count: 0 },
    });
    expect((await get(await person(['warehouse']), '/v1/home')).json).toEqual({
      ...{ approvals: null, proposals: null, unknown: null, reviews: null, watched: null, failed: null },
    });
  });

  it('tells each role of what it may open, and of nothing else', async () => {
    const parts = async (role: Role): Promise<readonly string[]> => {
      const { json } = await get(await person([role]), '/v1/home');
      return Object.keys(json).filter((part) => json[part] !== null);
    };
    const news = ['watched', 'failed'];
    const desks = ['unknown', 'reviews'];
    expect(await parts('warehouse')).toEqual([]);
    expect(await parts('support')).toEqual([...desks, ...news]);
    for (const role of ['lead', 'manager', 'cfo', 'finance'] as const)
      expect(await parts(role)).toEqual(['approvals', 'proposals', ...desks, ...news]);
    for (const role of ['ops', 'admin'] as const) expect(await parts(role)).toEqual(['proposals', ...desks, ...news]);
    expect(await parts('policy_owner')).toEqual(['proposals', ...news]);
    expect(await parts('auditor')).toEqual([...desks, ...news]);
  });

  it('counts only proposals that he may confirm', async () => {
    const own = await api.addMerchant([strictPolicy()]);
    const colleague = (roles: readonly Role[]): Promise<StoredStaff> => person(roles, null, own.id);
    const countOf = async (who: StoredStaff): Promise<unknown> => (await get(who, '/v1/home')).json['proposals'];
    const proposer = await colleague(['finance']);
    const switched = async (on: boolean): Promise<number> => {
      const call = asStaff(proposer.token);
      const body = { on, reason: 'An incident at the gateway' };
      const headers = { ...call.headers, 'idempotency-key': newKey() };
      return (await api.call('PUT', '/v1/kill-switches', { body, headers })).status;
    };
    expect([await switched(true), await switched(false)]).toEqual([200, 201]);
    expect(await countOf(await colleague(['finance']))).toEqual({ count: 1, more: false });
    for (const who of [proposer, await colleague(['policy_owner']), await colleague(['lead'])])
      expect(await countOf(who)).toEqual({ count: 0, more: false });
  });

  it('tells of what failed since he was here last, and of reviews that were handed to him', async () => {
    const [gone, stuck] = [await asked(support), await asked(support)];
    const ops = await person(['ops']);
    await api.db.query(
      `UPDATE refund SET status = 'failed', updated_at = now() WHERE id = '${uuidOf(gone.refund.id)}'`,
    );
    await api.db.query(
      `UPDATE refund SET status = 'needs_review', review_assigned_to = '${ops.person}' WHERE id = '${uuidOf(stuck.refund.id)}'`,
    );
    const { json } = await get(ops, '/v1/home');
    expect(json).toMatchObject({
      reviews: { count: 1, more: false, mine: 1 },
      failed: { items: [{ refundId: gone.refund.id, payout: gone.refund.payout }] },
    });
    expect(Date.now() - Date.parse((json['failed'] as { since: string }).since)).toBeGreaterThan(86_000_000);
  });
});

describe('the page of operations', () => {
  it('shows gateways, switches, the age of what waits, and the oldest unknown transfer', async () => {
    const { refund } = await asked(support);
    const [transfer] = refund.transfers;
    await api.db.query(`UPDATE refund SET status = 'in_doubt' WHERE id = '${uuidOf(refund.id)}'`);
    await api.db.query(`UPDATE transfer SET status = 'in_doubt' WHERE id = '${uuidOf(transfer?.id ?? '')}'`);
    const { status, json } = await get(await person(['ops']), '/v1/operations');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      gateways: [{ name: 'stripe', health: 'ok', breaker: { state: 'closed' }, killSwitch: false }],
      killSwitches: [{ of: 'merchant', gateway: null, on: false }, { gateway: 'stripe' }],
      breakers: [],
      unknown: { count: 1, refundId: refund.id },
      temporalUrl: 'http://temporal.test/namespaces/refunds/workflows',
      // Letting money move again is proposed by finance.
      allowedActions: ['stop'],
    });
    expect((await get(await person(['finance']), '/v1/operations')).json['allowedActions']).toEqual([
      'stop',
      'propose_lift',
    ]);
    const boxes = json['boxes'] as readonly { box: string; count: number; oldestAt: string | null }[];
    expect(boxes.map(({ box }) => box)).toEqual([
      'starts',
      'signals',
      'commands',
      'inbox',
      'messages',
      'staff_messages',
      'webhooks',
    ]);
    expect(boxes[0]).toMatchObject({ count: expect.any(Number) as number, oldestAt: expect.any(String) as string });
    expect(boxes[6]).toEqual({ box: 'webhooks', count: 0, oldestAt: null });
  });
});

describe('a list that is taken out of the house', () => {
  const path = '/v1/refunds/export';
  const cells = (text: string): readonly (readonly string[])[] => {
    const reader = new CsvReader();
    return [...reader.push(text), ...reader.end()].map((row) => row.cells);
  };

  it('is a table of what the same filters list, of nobody else, and stands in the book with who took it', async () => {
    const finance = await person(['finance']);
    const sale = saleOf();
    const { refund } = await asked(support, {}, sale);
    await asked(support);
    const theirs = await api.addMerchant([strictPolicy()]);
    const columns = 'amount,created,customer';
    const query = `?saleRef=${sale.saleRef}&columns=${columns}&locale=he`;
    const taken = await get(finance, `${path}${query}`);
    expect([taken.status, taken.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(taken.headers.get('content-disposition')).toMatch(/^attachment; filename="refunds-\d{4}-\d\d-\d\d\.csv"$/);
    const { payout } = refund;
    expect(cells(taken.text)).toEqual([
      ['refund', 'amount_minor', 'amount', 'customer', 'created_at', 'currency'],
      [
        ...[refund.id, String(payout.amount), decimalText(payout), refund.customerRef, refund.createdAt],
        payout.currency,
      ],
    ]);
    const [entry] = await api.db.query(
      `SELECT owner, role, subject, data FROM audit_entry WHERE action = 'refunds.exported' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry).toEqual({
      ...{ owner: finance.person, role: 'finance', subject: 'refunds' },
      data: { saleRef: true, columns: 'refund amount customer created', rows: 1, more: false },
    });
    const stranger = await person(['finance'], null, theirs.id);
    expect(cells((await get(stranger, `${path}?columns=status`)).text)).toHaveLength(1);
    expect(cells((await get(finance, `${path}?columns=status&saleRef=none`)).text)).toHaveLength(1);
  });

  it('is of nobody who may not take it, and refuses what it does not know before it begins', async () => {
    const finance = await person(['finance']);
    expect((await get(support, path)).json['code']).toBe('permission_missing');
    expect((await api.call('GET', path, { key: shop.createKey })).status).toBe(403);
    for (const query of ['', 'columns=nonsense', 'columns=', 'columns=status&locale=fr', 'columns=status&limit=1'])
      expect((await get(finance, `${path}?${query}`)).status).toBe(422);
    expect(cells((await get(finance, `${path}?columns=status`)).text)[0]).toEqual(['refund', 'status', 'status_text']);
  });

  it('says in its last line that there are more than it holds', async () => {
    for (let no = 0; no < 3; no += 1) await asked(support);
    const { database } = api.db;
    const caller: Principal = {
      ...{ merchantId: shop.id, merchantSlug: shop.slug, mode: 'test', keyId: lead.id, actor: `staff:${lead.person}` },
      ...{ owner: lead.person, scopes: [], role: 'lead', amountLimit: null, person: 'staff' },
    };
    const exports = new RefundExportService(new RefundReadStore(database), new RefundExportStore(database, 1));
    const textOf = async (most: number): Promise<string> => {
      const file = await exports.export(caller, { locale: 'en' }, { columns: ['status'] }, most);
      const pieces: Buffer[] = [];
      for await (const piece of file.getStream()) pieces.push(Buffer.from(piece as string));
      return Buffer.concat(pieces).toString('utf8');
    };
    const some = await textOf(2);
    expect(some.startsWith('\u{FEFF}')).toBe(true);
    expect(cells(some)).toHaveLength(1 + 2 + 1);
    expect(cells(some).at(-1)?.[0]).toContain('narrow the list');
    expect(await textOf(1_000)).not.toContain('narrow the list');
  });
});

describe('what a person keeps for himself', () => {
  const put = (who: StoredStaff, path: string, body: object = {}): Promise<Reply> =>
    api.call('PUT', path, { ...asStaff(who.token), body });
  const drop = (who: StoredStaff, path: string): Promise<Reply> => api.call('DELETE', path, asStaff(who.token));

  it('is a form that he has begun: sealed, for a day, and nobody else finds it', async () => {
    const path = `/v1/refund-drafts/${newKey()}`;
    const form = JSON.stringify({ sale: 'A-1', note: 'הלקוחה דנה כהן' });
    expect((await put(support, path, { form: 'before' })).status).toBe(204);
    expect((await put(support, path, { form })).status).toBe(204);
    const kept = await get(support, path);
    expect(kept.json).toMatchObject({ form });
    expect(Date.parse(String(kept.json['expiresAt'])) - Date.now()).toBeGreaterThan(86_000_000);
    const [row] = await api.db.query<{ sealed: string }>('SELECT sealed FROM refund_draft');
    expect(row?.sealed).not.toContain('דנה');
    expect((await get(await person(['support']), path)).status).toBe(404);
    expect((await put(support, path, { form: '4111 1111 1111 1111' })).status).toBe(422);
    await api.db.query(`UPDATE refund_draft SET expires_at = now() - interval '1 second'`);
    expect((await get(support, path)).status).toBe(404);
    for (let no = 0; no < 22; no += 1) await put(support, `${path}-${String(no)}`, { form });
    expect(await api.rows('refund_draft')).toBe(20);
    expect((await drop(support, `${path}-21`)).status).toBe(204);
    expect((await drop(support, `${path}-21`)).status).toBe(404);
  });

  it('is a view of a list, once for each name, fifty at most', async () => {
    const own = await person(['warehouse']);
    const view = { page: 'refunds', name: 'לא ידוע', query: 'status=in_doubt' };
    const first = await put(own, '/v1/saved-views', view);
    const again = await put(own, '/v1/saved-views', { ...view, query: 'status=failed' });
    expect([first.status, again.json['id'], again.json['query']]).toEqual([200, first.json['id'], 'status=failed']);
    expect((await get(own, '/v1/saved-views')).json['items']).toEqual([again.json]);
    expect((await get(support, '/v1/saved-views')).json['items']).toEqual([]);
    for (let no = 1; no < 50; no += 1) await put(own, '/v1/saved-views', { ...view, name: `view ${String(no)}` });
    const full = await put(own, '/v1/saved-views', { ...view, name: 'one more' });
    expect(full.json['errors']).toMatchObject([{ pointer: '/name', code: 'invalid_field' }]);
    expect((await put(own, '/v1/saved-views', view)).status).toBe(200);
    const path = `/v1/saved-views/${String(first.json['id'])}`;
    expect([(await drop(support, path)).status, (await drop(own, path)).status]).toEqual([404, 204]);
  });

  it('is the name of such a view: it changes to one that no other view of the page has', async () => {
    const own = await person(['warehouse']);
    const rename = (who: StoredStaff, id: unknown, name: string): Promise<Reply> =>
      api.call('PATCH', `/v1/saved-views/${String(id)}`, { ...asStaff(who.token), body: { name } });
    const view = { page: 'refunds', name: 'one', query: 'status=in_doubt' };
    const one = (await put(own, '/v1/saved-views', view)).json;
    await put(own, '/v1/saved-views', { ...view, name: 'two' });
    const taken = await rename(own, one['id'], 'two');
    expect([taken.status, taken.json['errors']]).toMatchObject([422, [{ pointer: '/name' }]]);
    const renamed = await rename(own, one['id'], 'three');
    expect([renamed.status, renamed.json]).toEqual([200, { ...one, name: 'three' }]);
    expect((await rename(own, one['id'], 'three')).status).toBe(200);
    expect((await rename(support, one['id'], 'mine')).status).toBe(404);
    for (const name of ['', 'x'.repeat(61), 'a\u0000b'])
      expect((await rename(own, one['id'], name)).json['errors']).toMatchObject([{ pointer: '/name' }]);
  });

  it('is that he follows a refund: his first page tells what became of it', async () => {
    const { refund } = await asked(support);
    const path = `/v1/refunds/${refund.id}/watch`;
    const watcher = await person(['support']);
    expect([(await put(watcher, path)).status, (await put(watcher, path)).status]).toEqual([204, 204]);
    expect((await get(watcher, `/v1/refunds/${refund.id}`)).json['watched']).toBe(true);
    expect((await get(support, `/v1/refunds/${refund.id}`)).json['watched']).toBe(false);
    expect((await get(watcher, '/v1/home')).json['watched']).toEqual([
      expect.objectContaining({ refundId: refund.id, status: 'requested' }),
    ]);
    expect([(await drop(watcher, path)).status, (await drop(watcher, path)).status]).toEqual([204, 204]);
    expect((await get(watcher, '/v1/home')).json['watched']).toEqual([]);
    expect((await put(watcher, `/v1/refunds/rf_${'f'.repeat(32)}/watch`)).status).toBe(404);
  });
});
