import { requestOf } from '../../builders/refund-request.builder';
import { saleOf } from '../../builders/sale.builder';
import { noteOf } from '../../builders/stored-note.builder';
import { newKey, startApi, type ApiServer, type Call, type Reply, type TestMerchant } from './api-server';

let api: ApiServer;
let ours: TestMerchant;
let theirs: TestMerchant;
/** What belongs to the other merchant. */
let foreign: Readonly<{
  saleRef: string;
  refundId: string;
  customerRef: string;
  reconciliationId: string;
  webhookEndpointId: string;
  disputeId: string;
  creditNoteId: string;
}>;
let manageKey: string;
let foreignKey: string;

beforeAll(async () => {
  api = await startApi();
  ours = await api.addMerchant();
  theirs = await api.addMerchant();
  const { saleRef, ...body } = saleOf();
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: theirs.createKey, body });
  foreignKey = newKey();
  const accepted = await api.call('POST', '/v1/refunds', {
    key: theirs.createKey,
    body: requestOf({ saleRef, externalRef: 'rma-1' }),
    headers: { 'idempotency-key': foreignKey },
  });
  const compared = await api.call('POST', '/v1/reconciliations', {
    key: theirs.createKey,
    body: DAY,
    headers: { 'idempotency-key': newKey() },
  });
  const disputed = await api.call('POST', '/v1/disputes', {
    key: theirs.createKey,
    body: { saleRef, payment: 'pay-1', disputeRef: 'du_1', amount: 100, currency: 'ILS' },
    headers: { 'idempotency-key': newKey() },
  });
  manageKey = await api.addKey(ours.id, ['webhooks:manage']);
  const endpoint = await api.call('POST', '/v1/webhook-endpoints', {
    key: await api.addKey(theirs.id, ['webhooks:manage']),
    body: HOOK,
    headers: { 'idempotency-key': newKey() },
  });
  foreign = {
    saleRef,
    refundId: String(accepted.json.id),
    customerRef: body.customer.ref,
    reconciliationId: String(compared.json.id),
    webhookEndpointId: String(endpoint.json.id),
    disputeId: String(disputed.json.id),
    creditNoteId: await noteOf(api, String(accepted.json.id)),
  };
});
afterAll(() => api.close());

const UNKNOWN_REFUND = `rf_${'f'.repeat(32)}`;
const UNKNOWN_RECONCILIATION = `rc_${'f'.repeat(32)}`;
const UNKNOWN_ENDPOINT = `we_${'f'.repeat(32)}`;
const DELIVERY = `wd_${'f'.repeat(32)}`;
const HOOK = { url: 'https://shop.example.com/zikui' };
const UNKNOWN_DISPUTE = `dp_${'f'.repeat(32)}`;
const UNKNOWN_NOTE = `cn_${'f'.repeat(32)}`;
const BREAKER = `hd_${'f'.repeat(32)}`;
const COMMAND = `cm_${'f'.repeat(32)}`;
const PROPOSAL = `pp_${'f'.repeat(32)}`;
const POLICY = `pv_${'f'.repeat(32)}`;
const BACK_TEST = `bt_${'f'.repeat(32)}`;
const MESSAGE = `ms_${'f'.repeat(32)}`;
const TRANSFER = `tr_${'f'.repeat(32)}`;
const BANK_FILE = `bf_${'f'.repeat(32)}`;
const ACCOUNT = { name: 'Dana Levi', bank: '12', branch: '600', account: '123456' };
const DECISION = { step: 1, outcome: 'approve', snapshotHash: 'a'.repeat(64) };

type Route = Readonly<{
  method: string;
  path: (ids: typeof foreign) => string;
  headers?: Readonly<Record<string, string>>;
  scopes: readonly string[];
  body?: (ids: Readonly<{ saleRef: string }>) => unknown;
}>;
const DAY = { gateway: 'stripe', day: '2026-11-01' };
const REPORT = 'gateway_refund_id,amount,currency,status,created_at';
const { saleRef: _ref, ...SALE } = saleOf();
const ROUTES: Readonly<Record<string, Route>> = {
  'PUT /v1/sales/{saleRef}': {
    method: 'PUT',
    path: () => `/v1/sales/${newKey()}`,
    scopes: ['sales:write'],
    body: () => SALE,
  },
  'GET /v1/sales/{saleRef}': {
    method: 'GET',
    path: ({ saleRef }) => `/v1/sales/${saleRef}`,
    scopes: ['sales:write', 'refunds:read'],
  },
  'POST /v1/refunds/quote': {
    method: 'POST',
    path: () => '/v1/refunds/quote',
    scopes: ['refunds:create'],
    body: ({ saleRef }) => requestOf({ saleRef }),
  },
  'POST /v1/refunds': {
    method: 'POST',
    path: () => '/v1/refunds',
    scopes: ['refunds:create'],
    body: ({ saleRef }) => requestOf({ saleRef }),
  },
  'GET /v1/refunds': { method: 'GET', path: () => '/v1/refunds', scopes: ['refunds:read'] },
  'GET /v1/refunds/count': { method: 'GET', path: () => '/v1/refunds/count', scopes: ['refunds:read'] },
  'GET /v1/refunds/{id}': {
    method: 'GET',
    path: ({ refundId }) => `/v1/refunds/${refundId}`,
    scopes: ['refunds:read'],
  },
  'GET /v1/refunds/{id}/timeline': {
    method: 'GET',
    path: ({ refundId }) => `/v1/refunds/${refundId}/timeline`,
    scopes: ['refunds:read'],
  },
  'GET /v1/refunds/{id}/transfers': {
    method: 'GET',
    path: ({ refundId }) => `/v1/refunds/${refundId}/transfers`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'GET /v1/refunds/{id}/customer-answer': {
    method: 'GET',
    path: ({ refundId }) => `/v1/refunds/${refundId}/customer-answer`,
    scopes: ['refunds:read'],
  },
  'GET /v1/refunds/{id}/messages': {
    method: 'GET',
    path: ({ refundId }) => `/v1/refunds/${refundId}/messages`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'POST /v1/refunds/{id}/messages/{messageId}/resend': {
    method: 'POST',
    path: ({ refundId }) => `/v1/refunds/${refundId}/messages/${MESSAGE}/resend`,
    scopes: ['refunds:create'],
  },
  'POST /v1/refunds/{id}/decisions': {
    method: 'POST',
    path: ({ refundId }) => `/v1/refunds/${refundId}/decisions`,
    scopes: ['refunds:decide'],
    body: () => DECISION,
  },
  'GET /v1/refunds/{id}/steps/{step}': {
    method: 'GET',
    path: ({ refundId }) => `/v1/refunds/${refundId}/steps/1`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'GET /v1/approvals': { method: 'GET', path: () => '/v1/approvals', scopes: ['refunds:decide'] },
  'GET /v1/approvals/due': { method: 'GET', path: () => '/v1/approvals/due', scopes: ['refunds:decide'] },
  'GET /v1/approvals/decided': { method: 'GET', path: () => '/v1/approvals/decided', scopes: ['refunds:decide'] },
  'POST /v1/approvals/decisions': {
    method: 'POST',
    path: () => '/v1/approvals/decisions',
    scopes: ['refunds:decide'],
    body: () => ({ decisions: [{ refundId: UNKNOWN_REFUND, ...DECISION }] }),
  },
  'POST /v1/approvals/decisions/preview': {
    method: 'POST',
    path: () => '/v1/approvals/decisions/preview',
    scopes: ['refunds:decide'],
    body: () => {
      const { step, snapshotHash, outcome } = DECISION;
      return { outcome, steps: [{ refundId: UNKNOWN_REFUND, step, snapshotHash }] };
    },
  },
  'PUT /v1/refunds/{id}/assignment': {
    method: 'PUT',
    path: ({ refundId }) => `/v1/refunds/${refundId}/assignment`,
    scopes: ['refunds:decide'],
    body: () => ({ step: 1, to: 'gil' }),
  },
  'POST /v1/refunds/{id}/notes': {
    method: 'POST',
    path: ({ refundId }) => `/v1/refunds/${refundId}/notes`,
    scopes: ['refunds:create', 'refunds:decide'],
    body: () => ({ text: 'Is there a photo?' }),
  },
  'GET /v1/refunds/{id}/notes': {
    method: 'GET',
    path: ({ refundId }) => `/v1/refunds/${refundId}/notes`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'POST /v1/refunds/{id}/notes/{noteId}/answer': {
    method: 'POST',
    path: ({ refundId }) => `/v1/refunds/${refundId}/notes/nt_${'f'.repeat(32)}/answer`,
    scopes: ['refunds:create', 'refunds:decide'],
    body: () => ({ text: 'Yes' }),
  },
  'DELETE /v1/refunds/{id}/portal-links': {
    method: 'DELETE',
    path: ({ refundId }) => `/v1/refunds/${refundId}/portal-links`,
    scopes: ['refunds:create'],
  },
  'POST /v1/refunds/{id}/evidence': {
    method: 'POST',
    path: ({ refundId }) => `/v1/refunds/${refundId}/evidence`,
    headers: { 'content-type': 'image/webp' },
    scopes: ['refunds:create', 'refunds:decide'],
    body: () => 'RIFF1234WEBPVP8 ',
  },
  'GET /v1/refunds/{id}/evidence': {
    method: 'GET',
    path: ({ refundId }) => `/v1/refunds/${refundId}/evidence`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'GET /v1/refunds/{id}/evidence/{evidenceId}/content': {
    method: 'GET',
    path: ({ refundId }) => `/v1/refunds/${refundId}/evidence/ef_${'f'.repeat(32)}/content`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'POST /v1/refunds/{id}/deadline': {
    method: 'POST',
    path: ({ refundId }) => `/v1/refunds/${refundId}/deadline`,
    scopes: ['refunds:decide'],
    body: () => ({ step: 1, dueAt: '2099-01-01T00:00:00Z' }),
  },
  'GET /v1/delegations': {
    method: 'GET',
    path: () => '/v1/delegations',
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'POST /v1/delegations': {
    method: 'POST',
    path: () => '/v1/delegations',
    scopes: ['refunds:decide'],
    body: () => ({ to: 'nobody', endsAt: '2099-01-01T00:00:00Z' }),
  },
  'DELETE /v1/delegations/{id}': {
    method: 'DELETE',
    path: () => `/v1/delegations/dl_${'f'.repeat(32)}`,
    scopes: ['refunds:decide'],
  },
  'GET /v1/approvers': { method: 'GET', path: () => '/v1/approvers', scopes: ['refunds:decide'] },
  'GET /v1/approvers/coverage': { method: 'GET', path: () => '/v1/approvers/coverage', scopes: ['refunds:decide'] },
  'PUT /v1/approvers': {
    method: 'PUT',
    path: () => '/v1/approvers',
    scopes: ['refunds:decide'],
    body: () => ({ person: 'gil', digest: false }),
  },
  'POST /v1/refunds/{id}/cancellation': {
    method: 'POST',
    path: ({ refundId }) => `/v1/refunds/${refundId}/cancellation`,
    scopes: ['refunds:create'],
    body: () => ({}),
  },
  'GET /v1/refunds/{id}/commands/{commandId}': {
    method: 'GET',
    path: ({ refundId }) => `/v1/refunds/${refundId}/commands/${COMMAND}`,
    scopes: ['refunds:read', 'refunds:create', 'refunds:decide'],
  },
  'POST /v1/refunds/{id}/resolutions': {
    method: 'POST',
    path: ({ refundId }) => `/v1/refunds/${refundId}/resolutions`,
    scopes: ['refunds:decide'],
    body: () => ({ action: 'mark_settled', transfer: TRANSFER, evidence: 'Seen in the statement' }),
  },
  'POST /v1/refunds/{id}/lookups': {
    method: 'POST',
    path: ({ refundId }) => `/v1/refunds/${refundId}/lookups`,
    scopes: ['refunds:decide'],
    body: () => ({ transfer: TRANSFER }),
  },
  'POST /v1/disputes': {
    method: 'POST',
    path: () => '/v1/disputes',
    scopes: ['refunds:create'],
    body: ({ saleRef }) => ({ saleRef, payment: 'pay-1', disputeRef: newKey(), amount: 100, currency: 'ILS' }),
  },
  'GET /v1/disputes': { method: 'GET', path: () => '/v1/disputes', scopes: ['refunds:read', 'refunds:decide'] },
  'GET /v1/disputes/{id}': {
    method: 'GET',
    path: ({ disputeId }) => `/v1/disputes/${disputeId}`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'GET /v1/disputes/{id}/evidence': {
    method: 'GET',
    path: ({ disputeId }) => `/v1/disputes/${disputeId}/evidence`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'POST /v1/disputes/{id}/outcome': {
    method: 'POST',
    path: ({ disputeId }) => `/v1/disputes/${disputeId}/outcome`,
    scopes: ['refunds:decide'],
    body: () => ({ outcome: 'won', evidence: 'Letter of the acquirer' }),
  },
  'POST /v1/refunds/{id}/payees': {
    method: 'POST',
    path: ({ refundId }) => `/v1/refunds/${refundId}/payees`,
    scopes: ['refunds:decide'],
    body: () => ACCOUNT,
  },
  'GET /v1/refunds/{id}/payees': {
    method: 'GET',
    path: ({ refundId }) => `/v1/refunds/${refundId}/payees`,
    scopes: ['refunds:decide'],
  },
  'POST /v1/bank-files': {
    method: 'POST',
    path: () => '/v1/bank-files',
    scopes: ['refunds:decide'],
    body: () => ({ legalEntity: 'no-such-entity', currency: 'ILS', payer: ACCOUNT }),
  },
  'GET /v1/bank-files': { method: 'GET', path: () => '/v1/bank-files', scopes: ['refunds:decide', 'exports:read'] },
  'GET /v1/bank-files/{id}': {
    method: 'GET',
    path: () => `/v1/bank-files/${BANK_FILE}`,
    scopes: ['refunds:decide', 'exports:read'],
  },
  'GET /v1/bank-files/{id}/content': {
    method: 'GET',
    path: () => `/v1/bank-files/${BANK_FILE}/content`,
    scopes: ['refunds:decide'],
  },
  'GET /v1/reports/legal_misses': {
    method: 'GET',
    path: () => '/v1/reports/legal_misses?fromDay=2026-11-01&toDay=2026-11-30',
    scopes: ['exports:read'],
  },
  'GET /v1/law-packs': { method: 'GET', path: () => '/v1/law-packs', scopes: ['refunds:read'] },
  'POST /v1/bank-files/{id}/outcomes': {
    method: 'POST',
    path: () => `/v1/bank-files/${BANK_FILE}/outcomes`,
    scopes: ['refunds:decide'],
    body: () => ({ lines: [{ endToEndId: 'ZK1', outcome: 'settled' }], evidence: 'Statement of 21 November' }),
  },
  'POST /v1/refunds/{id}/bank-returns': {
    method: 'POST',
    path: ({ refundId }) => `/v1/refunds/${refundId}/bank-returns`,
    scopes: ['refunds:decide'],
    body: () => ({ transfer: TRANSFER, statementRef: '17', evidence: 'Statement of 21 November' }),
  },
  'GET /v1/credit-notes': {
    method: 'GET',
    path: () => '/v1/credit-notes',
    scopes: ['refunds:read', 'refunds:decide', 'exports:read'],
  },
  'GET /v1/credit-notes/{id}': {
    method: 'GET',
    path: ({ creditNoteId }) => `/v1/credit-notes/${creditNoteId}`,
    scopes: ['refunds:read', 'refunds:decide', 'exports:read'],
  },
  'GET /v1/gateways': { method: 'GET', path: () => '/v1/gateways', scopes: ['refunds:read', 'refunds:decide'] },
  'GET /v1/breakers': { method: 'GET', path: () => '/v1/breakers', scopes: ['refunds:read', 'refunds:decide'] },
  'POST /v1/breakers/{id}/releases': {
    method: 'POST',
    path: () => `/v1/breakers/${BREAKER}/releases`,
    scopes: ['refunds:decide'],
    body: () => ({ reason: 'The sale of the year' }),
  },
  'GET /v1/kill-switches': {
    method: 'GET',
    path: () => '/v1/kill-switches',
    scopes: ['refunds:read', 'refunds:decide'],
  },
  // Without its reason: the scope opens the route, and what the role may do is asked only then.
  'PUT /v1/kill-switches': {
    method: 'PUT',
    path: () => '/v1/kill-switches',
    scopes: ['refunds:decide'],
    body: () => ({ on: true }),
  },
  'PUT /v1/refunds/{id}/review-assignment': {
    method: 'PUT',
    path: ({ refundId }) => `/v1/refunds/${refundId}/review-assignment`,
    scopes: ['refunds:decide'],
    body: () => ({ to: 'gil' }),
  },
  'GET /v1/reviews': { method: 'GET', path: () => '/v1/reviews', scopes: ['refunds:read', 'refunds:decide'] },
  'GET /v1/proposals': { method: 'GET', path: () => '/v1/proposals', scopes: ['refunds:read', 'refunds:decide'] },
  'GET /v1/proposals/{id}': {
    method: 'GET',
    path: () => `/v1/proposals/${PROPOSAL}`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'POST /v1/proposals/{id}/decisions': {
    method: 'POST',
    path: () => `/v1/proposals/${PROPOSAL}/decisions`,
    scopes: ['refunds:decide'],
    body: () => ({ outcome: 'confirm', payloadHash: 'a'.repeat(64) }),
  },
  'GET /v1/policies': {
    method: 'GET',
    path: () => '/v1/policies',
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'POST /v1/policies/validations': {
    method: 'POST',
    path: () => '/v1/policies/validations',
    scopes: ['refunds:read', 'refunds:decide'],
    body: () => ({ text: 'name: x' }),
  },
  // Without what they need: the scope opens these routes, and what the role may do is asked only then.
  'POST /v1/policies': {
    method: 'POST',
    path: () => '/v1/policies',
    scopes: ['refunds:decide'],
    body: () => ({}),
  },
  'GET /v1/policies/{id}': {
    method: 'GET',
    path: () => `/v1/policies/${POLICY}`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'PUT /v1/policies/{id}': {
    method: 'PUT',
    path: () => `/v1/policies/${POLICY}`,
    scopes: ['refunds:decide'],
    body: () => ({}),
  },
  'DELETE /v1/policies/{id}': {
    method: 'DELETE',
    path: () => `/v1/policies/${POLICY}`,
    scopes: ['refunds:decide'],
  },
  'GET /v1/policies/{id}/diff': {
    method: 'GET',
    path: () => `/v1/policies/${POLICY}/diff`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'POST /v1/policies/{id}/dry-runs': {
    method: 'POST',
    path: () => `/v1/policies/${POLICY}/dry-runs`,
    scopes: ['refunds:read', 'refunds:decide'],
    body: () => requestOf({ saleRef: 'none' }),
  },
  'POST /v1/policies/{id}/back-tests': {
    method: 'POST',
    path: () => `/v1/policies/${POLICY}/back-tests`,
    scopes: ['refunds:decide'],
    body: () => ({ days: 1 }),
  },
  'POST /v1/policies/{id}/publications': {
    method: 'POST',
    path: () => `/v1/policies/${POLICY}/publications`,
    scopes: ['refunds:decide'],
    body: () => ({}),
  },
  'GET /v1/back-tests/{id}': {
    method: 'GET',
    path: () => `/v1/back-tests/${BACK_TEST}`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'GET /v1/back-tests/{id}/changes': {
    method: 'GET',
    path: () => `/v1/back-tests/${BACK_TEST}/changes`,
    scopes: ['refunds:read', 'refunds:decide'],
  },
  'GET /v1/search': { method: 'GET', path: () => '/v1/search?q=none', scopes: ['refunds:read'] },
  'GET /v1/events': { method: 'GET', path: () => '/v1/events', scopes: ['refunds:read'] },
  'GET /v1/credit-accounts/{customerRef}': {
    method: 'GET',
    path: ({ customerRef }) => `/v1/credit-accounts/${customerRef}`,
    scopes: ['credit:read'],
  },
  'POST /v1/reconciliations': {
    method: 'POST',
    path: () => '/v1/reconciliations',
    scopes: ['exports:read'],
    body: () => DAY,
  },
  'POST /v1/reconciliations/reports': {
    method: 'POST',
    path: () => `/v1/reconciliations/reports?gateway=stripe&format=standard&fromDay=${DAY.day}&toDay=${DAY.day}`,
    scopes: ['exports:read'],
    body: () => REPORT,
    headers: { 'content-type': 'text/csv' },
  },
  'GET /v1/reconciliations': { method: 'GET', path: () => '/v1/reconciliations', scopes: ['exports:read'] },
  'GET /v1/reconciliations/{id}': {
    method: 'GET',
    path: ({ reconciliationId }) => `/v1/reconciliations/${reconciliationId}`,
    scopes: ['exports:read'],
  },
  'GET /v1/reconciliations/{id}/differences': {
    method: 'GET',
    path: ({ reconciliationId }) => `/v1/reconciliations/${reconciliationId}/differences`,
    scopes: ['exports:read'],
  },
  'POST /v1/webhook-endpoints': {
    method: 'POST',
    path: () => '/v1/webhook-endpoints',
    scopes: ['webhooks:manage'],
    body: () => HOOK,
  },
  'GET /v1/webhook-endpoints': {
    method: 'GET',
    path: () => '/v1/webhook-endpoints',
    scopes: ['webhooks:manage'],
  },
  'GET /v1/webhook-endpoints/{id}': {
    method: 'GET',
    path: ({ webhookEndpointId }) => `/v1/webhook-endpoints/${webhookEndpointId}`,
    scopes: ['webhooks:manage'],
  },
  'PATCH /v1/webhook-endpoints/{id}': {
    method: 'PATCH',
    path: ({ webhookEndpointId }) => `/v1/webhook-endpoints/${webhookEndpointId}`,
    scopes: ['webhooks:manage'],
    body: () => ({ status: 'disabled' }),
  },
  'DELETE /v1/webhook-endpoints/{id}': {
    method: 'DELETE',
    path: ({ webhookEndpointId }) => `/v1/webhook-endpoints/${webhookEndpointId}`,
    scopes: ['webhooks:manage'],
  },
  'POST /v1/webhook-endpoints/{id}/secret-rotations': {
    method: 'POST',
    path: ({ webhookEndpointId }) => `/v1/webhook-endpoints/${webhookEndpointId}/secret-rotations`,
    scopes: ['webhooks:manage'],
    body: () => ({}),
  },
  'GET /v1/webhook-endpoints/{id}/deliveries': {
    method: 'GET',
    path: ({ webhookEndpointId }) => `/v1/webhook-endpoints/${webhookEndpointId}/deliveries`,
    scopes: ['webhooks:manage'],
  },
  'POST /v1/webhook-endpoints/{id}/deliveries/{deliveryId}/resend': {
    method: 'POST',
    path: ({ webhookEndpointId }) => `/v1/webhook-endpoints/${webhookEndpointId}/deliveries/${DELIVERY}/resend`,
    scopes: ['webhooks:manage'],
  },
};
const NAMES = Object.keys(ROUTES);
const OPEN = [
  '/health/live',
  '/health/ready',
  '/webhooks/gateways/{name}/{merchant}',
  '/webhooks/carriers/{name}/{merchant}',
];

const send = (name: string, ids: typeof foreign, call: Call): Promise<Reply> => {
  const route = ROUTES[name];
  if (!route) throw new Error(`no route ${name}`);
  const body = route.body?.(ids);
  return api.call(route.method, route.path(ids), {
    ...call,
    ...(body !== undefined && { body }),
    headers: { 'idempotency-key': newKey(), ...route.headers, ...call.headers },
  });
};
const rowCounts = async (): Promise<number[]> => {
  const counts: number[] = [];
  for (const table of ['sale', 'refund', 'refund_command', 'idempotency_key', 'refund_event', 'dispute'])
    counts.push(await api.rows(table));
  return counts;
};

it('knows every route of the description, so that a new one cannot be forgotten here', async () => {
  const { json } = await api.call('GET', '/v1/openapi.json');
  const described = Object.entries(json.paths as Record<string, Record<string, unknown>>).flatMap(([path, methods]) =>
    Object.entries(methods)
      // What is for people alone is tried in authorization.spec.
      .filter(([, operation]) => Object.hasOwn(operation as object, 'x-key-scopes'))
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.filter((name) => !OPEN.some((open) => name.endsWith(` ${open}`))).sort()).toEqual([...NAMES].sort());
});

describe('without a key that is known', () => {
  it.each(NAMES)('%s answers 401 and changes nothing', async (name) => {
    const before = await rowCounts();
    const strangers: Call[] = [
      {},
      { headers: { authorization: 'Bearer nonsense' } },
      { headers: { authorization: `Basic ${ours.createKey}` } },
      { key: `${ours.createKey.slice(0, -1)}${ours.createKey.endsWith('a') ? 'b' : 'a'}` },
      { headers: { cookie: `key=${ours.createKey}` } },
    ];
    for (const call of strangers) {
      const refused = await send(name, foreign, call);
      expect([refused.status, refused.json.code]).toEqual([401, 'unauthenticated']);
      expect(refused.headers.get('www-authenticate')).toContain('Bearer');
    }
    expect(await rowCounts()).toEqual(before);
  });

  it('a revoked key is a stranger too', async () => {
    const key = await api.addKey(ours.id, ['refunds:read']);
    await api.stores.keys.revoke(ours.id, key.split('_')[2] ?? '');
    const refused = await api.call('GET', '/v1/refunds', { key });
    expect(refused.status).toBe(401);
  });
});

describe('each scope opens its routes and no other', () => {
  const SCOPES = [
    'sales:write',
    'refunds:create',
    'refunds:read',
    'refunds:decide',
    'returns:write',
    'credit:read',
    'credit:write',
    'exports:read',
    'webhooks:manage',
  ] as const;
  it.each(SCOPES)('%s', async (scope) => {
    const more = scope === 'refunds:decide' ? { owner: 'gil', role: 'finance' as const, amountLimit: 1_000 } : {};
    const key = await api.addKey(ours.id, [scope], more);
    const before = await rowCounts();
    const open: string[] = [];
    for (const name of NAMES) {
      const { status, json } = await send(name, { ...foreign, refundId: UNKNOWN_REFUND }, { key });
      if (status !== 403) open.push(name);
      else
        expect(json).toMatchObject({
          code: 'permission_missing',
          values: { permission: (ROUTES[name]?.scopes ?? []).join(' or ') },
        });
    }
    expect(open).toEqual(NAMES.filter((name) => ROUTES[name]?.scopes.includes(scope)));
    if (scope !== 'sales:write') expect(await rowCounts()).toEqual(before);
  });
});

describe("another merchant's things", () => {
  const withoutIds = (reply: Reply, ids: readonly string[]): unknown => {
    const { requestId: _requestId, ...json } = reply.json;
    return JSON.parse(ids.reduce((text, id) => text.replaceAll(id, 'ID'), JSON.stringify(json)));
  };
  const keyFor = (scopes: readonly string[]): string => {
    if (scopes.includes('webhooks:manage')) return manageKey;
    return scopes.includes('refunds:decide') ? ours.decideKey : ours.createKey;
  };
  const NAMED = NAMES.filter(
    (name) =>
      ROUTES[name]
        ?.path({
          refundId: 'x',
          saleRef: 'x',
          customerRef: 'x',
          reconciliationId: 'x',
          webhookEndpointId: 'x',
          disputeId: 'x',
          creditNoteId: 'x',
        })
        .includes('x') ||
      name.includes('POST /v1/refunds') ||
      name === 'POST /v1/disputes',
  );

  it.each(NAMED.filter((name) => name !== 'PUT /v1/sales/{saleRef}'))(
    '%s answers as for what does not exist',
    async (name) => {
      const key = keyFor(ROUTES[name]?.scopes ?? []);
      const nothing = {
        refundId: UNKNOWN_REFUND,
        saleRef: 'no-such-sale',
        customerRef: 'no-such-customer',
        reconciliationId: UNKNOWN_RECONCILIATION,
        webhookEndpointId: UNKNOWN_ENDPOINT,
        disputeId: UNKNOWN_DISPUTE,
        creditNoteId: UNKNOWN_NOTE,
      };
      const before = await rowCounts();
      const [met, missed] = [await send(name, foreign, { key }), await send(name, nothing, { key })];
      expect(met.status).toBe(404);
      expect([met.status, withoutIds(met, Object.values(foreign))]).toEqual([
        missed.status,
        withoutIds(missed, Object.values(nothing)),
      ]);
      expect([...met.headers.keys()].sort()).toEqual([...missed.headers.keys()].sort());
      expect(await rowCounts()).toEqual(before);
    },
  );

  it('are in no list', async () => {
    for (const path of [
      '/v1/refunds',
      `/v1/refunds?saleRef=${foreign.saleRef}`,
      `/v1/refunds?customerRef=${foreign.customerRef}`,
      '/v1/refunds?externalRef=rma-1',
      '/v1/events',
    ]) {
      const { json } = await api.call('GET', path, { key: ours.createKey });
      expect(json.items).toEqual([]);
    }
    for (const name of [...Object.values(foreign), 'rma-1']) {
      const searched = await api.call('GET', `/v1/search?q=${name}`, { key: ours.createKey });
      expect(searched.json).toEqual({ items: [] });
    }
    const disputed = await api.call('GET', '/v1/disputes', { key: ours.createKey });
    expect(disputed.json.items).toEqual([]);
    for (const filter of ['', `?saleRef=${foreign.saleRef}`, `?refundId=${foreign.refundId}`, '?number=CN-1']) {
      const noted = await api.call('GET', `/v1/credit-notes${filter}`, { key: ours.createKey });
      expect(noted.json).toEqual({ items: [], next: null });
    }
    const compared = await api.call('GET', '/v1/reconciliations', { key: ours.createKey });
    expect(compared.text).not.toContain(foreign.reconciliationId);
  });

  it('stand in nobody else’s way: refs and keys of two merchants may be the same', async () => {
    const { saleRef, ...body } = { ...saleOf(), saleRef: foreign.saleRef };
    expect((await api.call('PUT', `/v1/sales/${saleRef}`, { key: ours.createKey, body })).status).toBe(201);
    const accepted = await api.call('POST', '/v1/refunds', {
      key: ours.createKey,
      body: requestOf({ saleRef, externalRef: 'rma-1' }),
      headers: { 'idempotency-key': foreignKey },
    });
    expect([accepted.status, accepted.headers.get('idempotent-replayed')]).toEqual([201, null]);
    expect(accepted.json.id).not.toBe(foreign.refundId);
  });
});
