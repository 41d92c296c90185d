import { readPermissions, gapsOf, operationsOf } from '../../../tools/checks/permissions';
import { ACCESS, type Access } from '../../../apps/api/src/access/access.decorator';
import { RefundController } from '../../../apps/api/src/refund/refund.controller';
import { inParallel } from '../../builders/in-parallel';
import { requestOf } from '../../builders/refund-request.builder';
import { saleOf } from '../../builders/sale.builder';
import { storeStaff } from '../../builders/staff.builder';
import { newKey, startApi, type ApiServer, type Reply, type TestMerchant } from './api-server';
import { asStaff, holesOf, pathOf, visit, visitorsOf, type Visitor } from './cells';

const MATRIX = readPermissions();
let api: ApiServer;
let ours: TestMerchant;
let visitors: readonly Visitor[];
/** What belongs to another merchant, by the prefix of its id. */
let foreign: Readonly<Record<string, string>>;

beforeAll(async () => {
  api = await startApi();
  ours = await api.addMerchant();
  const theirs = await api.addMerchant();
  visitors = await visitorsOf(api, ours.id);
  const { saleRef, ...body } = saleOf();
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: theirs.createKey, body });
  const post = (path: string, key: string, sent: unknown): Promise<Reply> =>
    api.call('POST', path, { key, body: sent, headers: { 'idempotency-key': newKey() } });
  const refund = await post('/v1/refunds', theirs.createKey, requestOf({ saleRef }));
  const dispute = await post('/v1/disputes', theirs.createKey, {
    ...{ saleRef, payment: 'pay-1', disputeRef: 'du_1', amount: 100, currency: 'ILS' },
  });
  const compared = await post('/v1/reconciliations', theirs.createKey, { gateway: 'stripe', day: '2026-11-01' });
  const manage = await api.addKey(theirs.id, ['webhooks:manage']);
  const endpoint = await post('/v1/webhook-endpoints', manage, { url: 'https://shop.example.com/zikui' });
  const admin = await storeStaff(api.db.database, api.stores.secrets, theirs.id, { roles: ['admin', 'auditor'] });
  const listed = await api.call('GET', '/v1/api-keys', asStaff(admin.token));
  const [key] = listed.json.items as readonly Readonly<{ id: string }>[];
  foreign = {
    rf: String(refund.json.id),
    dp: String(dispute.json.id),
    rc: String(compared.json.id),
    we: String(endpoint.json.id),
    su: `su_${admin.id.replaceAll('-', '')}`,
    ak: String(key?.id),
    sale: saleRef,
    customer: body.customer.ref,
  };
});
afterAll(() => api.close());

/** But for the count of keys that were none: that is what those calls are. */
const rowsOfAll = async (): Promise<unknown> => {
  const tables = await api.db.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'access_failure' ORDER BY 1`,
  );
  return Promise.all(tables.map(async ({ name }) => [name, await api.rows(name)]));
};

it('the matrix names every operation of the description, and no other', async () => {
  const { json } = await api.call('GET', '/v1/openapi.json');
  expect(gapsOf(MATRIX, json as Parameters<typeof gapsOf>[1])).toEqual([]);
  expect(operationsOf(json as Parameters<typeof gapsOf>[1]).length).toBe(MATRIX.size);
});

it('every operation lets in whom the matrix names and nobody else, and nothing is written for whoever stays out', async () => {
  const before = await rowsOfAll();
  const { cells, holes } = await holesOf(api, MATRIX, visitors);
  expect(holes).toEqual([]);
  expect(cells).toBe((MATRIX.size - 1) * visitors.length);
  expect(await rowsOfAll()).toEqual(before);
}, 240_000);

it('a hole that somebody makes is found', async () => {
  const handler = Object.getOwnPropertyDescriptor(RefundController.prototype, 'list')?.value as object;
  const kept = Reflect.getMetadata(ACCESS, handler) as Access;
  Reflect.defineMetadata(ACCESS, { kind: 'scoped', anyOf: ['refunds:read', 'sales:write'], rate: 'general' }, handler);
  try {
    const { holes } = await holesOf(api, MATRIX, visitors, ['GET /v1/refunds']);
    expect(holes).toEqual(['GET /v1/refunds lets in the scope sales:write']);
  } finally {
    Reflect.defineMetadata(ACCESS, kept, handler);
  }
});

describe('what is shown', () => {
  let saleRef: string;
  let refundId: string;
  beforeAll(async () => {
    const { saleRef: ref, ...body } = saleOf();
    saleRef = ref;
    const customer = { ...body.customer, name: 'Canary Levi', email: 'canary@example.com' };
    await api.call('PUT', `/v1/sales/${ref}`, { key: ours.createKey, body: { ...body, customer } });
    const accepted = await api.call('POST', '/v1/refunds', {
      key: ours.createKey,
      body: requestOf({ saleRef: ref }),
      headers: { 'idempotency-key': newKey() },
    });
    refundId = String(accepted.json.id);
  });
  const rolesFor = (operation: string, which: 'masked' | 'linesOnly' | 'roles'): readonly string[] => {
    const expected = MATRIX.get(operation);
    return expected?.kind === 'closed' ? expected[which] : [];
  };

  it('of a sale hides its customer from whoever works without him', async () => {
    const operation = 'GET /v1/sales/{saleRef}';
    for (const role of rolesFor(operation, 'roles')) {
      const visitor = visitors.find(({ name }) => name === `the role ${role}`);
      const shown = await visit(api, operation, visitor?.call ?? {}, { sale: saleRef });
      const isMasked = rolesFor(operation, 'masked').includes(role);
      expect([role, shown.status, shown.text.includes('anary')]).toEqual([role, 200, !isMasked]);
    }
  });

  it('of a refund is its lines for a warehouse', async () => {
    const operation = 'GET /v1/refunds/{id}';
    for (const role of rolesFor(operation, 'roles')) {
      const visitor = visitors.find(({ name }) => name === `the role ${role}`);
      const { json } = await visit(api, operation, visitor?.call ?? {}, { rf: refundId });
      const isShort = rolesFor(operation, 'linesOnly').includes(role);
      const sizes = [json.lines, json.transfers].map((list) => (list as unknown[]).length > 0);
      expect([role, ...sizes]).toEqual([role, true, !isShort]);
    }
  });
});

describe("another merchant's things", () => {
  const NAMED = [...MATRIX.keys()].filter((name) => {
    const [method, path = ''] = name.split(' ');
    return method !== 'POST' && method !== 'PATCH' && method !== 'PUT' && /\{(id|saleRef|customerRef)\}/.test(path);
  });

  it.each(NAMED)('%s answers everybody as if they were not there', async (operation) => {
    const theirPath = pathOf(operation, foreign);
    const bare = (reply: Reply, path: string): unknown => {
      const { requestId: _id, ...json } = reply.json;
      const names = path.split('/').filter((part) => /[_-]/.test(part) && part !== 'webhook-endpoints');
      return JSON.parse(names.reduce((text, name) => text.replaceAll(name, 'NAME'), JSON.stringify(json)));
    };
    const expected = MATRIX.get(operation);
    const allowed = visitors.filter(({ isExpected }) => expected && expected.kind !== 'public' && isExpected(expected));
    await inParallel(allowed, async ({ name, call }) => {
      const theirs = await visit(api, operation, call, foreign);
      const nobodys = await visit(api, operation, call);
      // Which sale of a key that writes sales is not asked here: the same name may be of both.
      expect([name, theirs.status]).toEqual([name, 404]);
      expect(bare(theirs, theirPath)).toEqual(bare(nobodys, pathOf(operation)));
    });
  });
});
