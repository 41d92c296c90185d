import { ROLES, SCOPES, type Role, type Scope } from '@zikui/domain';
import { inParallel } from '../../builders/in-parallel';
import { newId, PortalTokens } from '@zikui/persistence';
import { staffHeaders, storeStaff } from '../../builders/staff.builder';
import type { Expected, Expectations } from '../../../tools/checks/permissions';
import { newKey, type ApiServer, type Call, type Reply } from './api-server';

/** A caller, and whether the matrix lets him call an operation. */
export type Visitor = Readonly<{
  name: string;
  call: Call;
  isExpected: (expected: Expected) => boolean;
  stranger: boolean;
}>;

/** What a page of ours sends along with each call. */
export const asStaff = (token: string): Call => ({ headers: staffHeaders(token) });

/** One key for each scope, one person for each role, and everybody who is nobody. */
export async function visitorsOf(api: ApiServer, merchantId: string): Promise<readonly Visitor[]> {
  const stranger = (name: string, call: Call): Visitor => ({
    name,
    call,
    isExpected: ({ kind }) => kind === 'public',
    stranger: true,
  });
  const power = { owner: newKey(), role: 'finance', amountLimit: 1_000 } as const;
  const keyOf = (scope: Scope): Promise<string> =>
    api.addKey(merchantId, [scope], scope === 'refunds:decide' ? power : {});
  const staffOf = (role: Role) => storeStaff(api.db.database, api.stores.secrets, merchantId, { roles: [role] });

  const revoked = await keyOf('refunds:read');
  await api.stores.keys.revoke(merchantId, revoked.split('_')[2] ?? '');
  const over = await staffOf('admin');
  await api.db.query(
    `UPDATE staff_session SET last_seen_at = now() - interval '31 minutes' WHERE staff_id = '${over.id}'`,
  );
  const old = await staffOf('admin');
  await api.db.query(`UPDATE staff_session SET expires_at = now() WHERE staff_id = '${old.id}'`);
  const nobody = await staffOf('admin');
  await api.db.query(`UPDATE role_grant SET ended_at = now(), ended_by = 'test' WHERE staff_id = '${nobody.id}'`);
  const placed = { merchantId, messageId: newId() };
  const visit = new PortalTokens(api.stores.secrets.masterKey).make('visit', placed);
  const visitors: Visitor[] = [
    stranger('a portal link of another refund', { headers: { cookie: `zikui-portal=${visit}` } }),
    stranger('nobody', {}),
    stranger('a revoked key', { key: revoked }),
    stranger('a key in a cookie', { headers: { cookie: `zikui=${revoked}` } }),
    stranger('a session that was idle', asStaff(over.token)),
    stranger('a session that is too old', asStaff(old.token)),
  ];
  for (const scope of SCOPES) {
    const key = await keyOf(scope);
    const isExpected = (expected: Expected): boolean => expected.kind === 'public' || expected.scopes.includes(scope);
    visitors.push({ name: `the scope ${scope}`, call: { key }, isExpected, stranger: false });
  }
  for (const role of ROLES) {
    const { token } = await staffOf(role);
    const isExpected = (expected: Expected): boolean => expected.kind === 'public' || expected.roles.includes(role);
    visitors.push({ name: `the role ${role}`, call: asStaff(token), isExpected, stranger: false });
  }
  // Everybody who signed in is asked for by the roles; whoever lost his last one may only see himself and leave.
  visitors.push({
    name: 'a person whose roles were taken away',
    call: asStaff(nobody.token),
    isExpected: (expected) =>
      expected.kind === 'public' || (expected.roles.length === ROLES.length && expected.scopes.length === 0),
    stranger: false,
  });
  return visitors;
}

const NOBODYS = 'f'.repeat(32);
/** A well-formed name of nothing, for each place in a path. */
export function pathOf(operation: string, ids: Readonly<Record<string, string>> = {}): string {
  const [, path = ''] = operation.split(' ');
  const prefix = PREFIXES.find(([start]) => path.startsWith(start))?.[1] ?? 'rf';
  return path
    .replace('{id}', ids[prefix] ?? `${prefix}_${NOBODYS}`)
    .replace('{commandId}', `cm_${NOBODYS}`)
    .replace('{payeeId}', `py_${NOBODYS}`)
    .replace('{messageId}', `ms_${NOBODYS}`)
    .replace('{noteId}', `nt_${NOBODYS}`)
    .replace('{evidenceId}', `ef_${NOBODYS}`)
    .replace('{deliveryId}', `wd_${NOBODYS}`)
    .replace('{step}', '1')
    .replace('{version}', 'XX-1900.1')
    .replace('{role}', 'support')
    .replace('{saleRef}', ids['sale'] ?? 'no-such-sale')
    .replace('{customerRef}', ids['customer'] ?? 'no-such-customer')
    .replace('{name}', 'stripe')
    .replace('{merchant}', `mr_${NOBODYS}`);
}
const PREFIXES = [
  ['/v1/refunds', 'rf'],
  ['/v1/proposals', 'pp'],
  ['/v1/disputes', 'dp'],
  ['/v1/bank-files', 'bf'],
  ['/v1/breakers', 'hd'],
  ['/v1/reconciliations', 'rc'],
  ['/v1/webhook-endpoints', 'we'],
  ['/v1/policies', 'pv'],
  ['/v1/back-tests', 'bt'],
  ['/v1/staff', 'su'],
  ['/v1/api-keys', 'ak'],
  ['/v1/delegations', 'dl'],
  ['/v1/saved-views', 'sv'],
] as const;

/** What is sent as a file, and of which type. */
const FILES: Readonly<Record<string, string>> = {
  'POST /v1/reconciliations/reports': 'text/csv',
  'POST /v1/refunds/{id}/evidence': 'image/png',
};

/** Calls an operation with nothing in its body: who may call is asked before what he wants. */
export function visit(
  api: ApiServer,
  operation: string,
  call: Call,
  ids?: Readonly<Record<string, string>>,
): Promise<Reply> {
  const [method = 'GET'] = operation.split(' ');
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
  const headers = { 'idempotency-key': newKey(), ...call.headers };
  const type = FILES[operation];
  if (type !== undefined)
    return api.call(method, pathOf(operation), { ...call, body: '', headers: { ...headers, 'content-type': type } });
  return api.call(method, pathOf(operation, ids), { ...call, ...body, headers });
}

/** Whether the caller was let in: what is wrong with his call otherwise was found only then. */
const isLetIn = ({ status, json }: Reply): boolean =>
  status !== 401 && !(status === 403 && json.code === 'permission_missing');

/** Every cell that is not as the matrix says, as a sentence. */
export async function holesOf(
  api: ApiServer,
  expectations: Expectations,
  visitors: readonly Visitor[],
  operations: readonly string[] = [...expectations.keys()],
): Promise<Readonly<{ cells: number; holes: readonly string[] }>> {
  const holes: string[] = [];
  let cells = 0;
  for (const operation of operations) {
    const expected = expectations.get(operation);
    if (!expected) throw new Error(`${operation} is not in the matrix`);
    // Whoever signs out is out: that cell has a test of its own.
    if (operation === 'DELETE /v1/me/session') continue;
    const replies = await inParallel(visitors, ({ call }) => visit(api, operation, call));
    for (const [index, visitor] of visitors.entries()) {
      cells += 1;
      const reply = replies[index]!;
      const isLet = expected.kind === 'public' ? true : isLetIn(reply);
      if (isLet !== visitor.isExpected(expected))
        holes.push(`${operation} ${isLet ? 'lets in' : 'keeps out'} ${visitor.name}`);
      if (!isLet && reply.status !== (visitor.stranger ? 401 : 403))
        holes.push(`${operation} answers ${String(reply.status)} to ${visitor.name}`);
      // Whether it is ready is another question: on a busy machine it may rightly say no for a moment.
      if (reply.status >= 500 && operation !== 'GET /health/ready')
        holes.push(`${operation} fails for ${visitor.name}`);
    }
  }
  return { cells, holes };
}
