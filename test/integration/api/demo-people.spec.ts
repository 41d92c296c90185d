import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROLES, type Role } from '@zikui/domain';
import { readPermissions } from '../../../tools/checks/permissions';
import { demoMerchant } from '../../../tools/merchant/sample-merchants';
import { setUpMerchant } from '../../../tools/merchant/set-up-merchant';
import { startSandbox, type StartedSandbox } from '../../unit/sandbox/started-sandbox';
import { startApi, type ApiServer } from './api-server';
import { Browser } from './browser';
import { asStaff, holesOf, visit, type Visitor } from './cells';

const MATRIX = readPermissions();
type Row = Readonly<{
  names: readonly string[];
  roles: readonly string[];
  may: readonly string[];
  mayNot: readonly string[];
}>;

/** The table of demo people in the README: who, which roles, what answers 200 and what 403. */
function demoTable(): readonly Row[] {
  const readme = readFileSync(path.resolve(__dirname, '../../../README.md'), 'utf8').split('\n');
  const head = readme.findIndex((line) => /^\| Who +\| Role/.test(line));
  const end = readme.findIndex((line, index) => index > head && !line.startsWith('|'));
  const quoted = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
  return readme.slice(head + 2, end).map((line) => {
    const [, names, roles, , may, mayNot] = line.split('|');
    return { names: quoted(names), roles: quoted(roles), may: quoted(may), mayNot: quoted(mayNot) };
  });
}

const TABLE = demoTable();
const PEOPLE = TABLE.flatMap(({ names, roles, ...cells }) =>
  names.map((name, index) => ({ name, role: (roles.length === 1 ? roles[0] : roles[index]) as Role, ...cells })),
);
let sandbox: StartedSandbox;
let api: ApiServer;
/** By their names. */
const tokens = new Map<string, string>();

beforeAll(async () => {
  sandbox = await startSandbox();
  api = await startApi({
    ...{ PUBLIC_URL: 'http://127.0.0.1:1', OIDC_ISSUER_URL: `${sandbox.url}/oidc`, OIDC_CLIENT_ID: 'zikui' },
  });
  const secrets = { gatewaySecret: 'whsec_demo', carrierSecret: 'hook_demo' };
  const { slug } = await setUpMerchant(api.db.database, api.stores.secrets, demoMerchant(secrets));
  for (const { name } of PEOPLE) {
    const browser = new Browser({ api, sandbox, merchant: slug });
    await browser.signIn(name);
    tokens.set(name, browser.token ?? '');
  }
});
afterAll(async () => {
  await api.close();
  await sandbox.stop();
});

const callOf = (name: string) => asStaff(tokens.get(name) ?? '');

it('the README knows everybody whom the identity provider knows, one for each role and two where a second person is needed', async () => {
  const { items } = (await sandbox.get('/_control/people')) as { items: { sub: string; roles: string[] }[] };
  const known = items.map(({ sub, roles }) => [sub, ...roles.map((role) => role.replace('demo:', ''))].join(' '));
  expect(PEOPLE.map(({ name, role }) => `${name} ${role}`).sort()).toEqual(known.sort());
  expect(new Set(PEOPLE.map(({ role }) => role))).toEqual(new Set(ROLES));
  for (const role of ['finance', 'policy_owner', 'admin'])
    expect(PEOPLE.filter((one) => one.role === role).length).toBe(2);
});

it.each(PEOPLE)(
  '$name, who signed in as $role, gets 200 and 403 as the README says',
  async ({ name, role, may, mayNot }) => {
    expect([may.length > 0, mayNot.length > 0]).toEqual([true, true]);
    expect((await visit(api, 'GET /v1/me', callOf(name))).json['roles']).toEqual([role]);
    const answers = async (operations: readonly string[]) =>
      Promise.all(operations.map(async (operation) => [operation, (await visit(api, operation, callOf(name))).status]));
    expect(await answers(may)).toEqual(may.map((operation) => [operation, 200]));
    expect(await answers(mayNot)).toEqual(mayNot.map((operation) => [operation, 403]));
  },
);

it('and each of them, at every operation, what the matrix says', async () => {
  const visitors = PEOPLE.map(({ name, role }): Visitor => {
    const isExpected: Visitor['isExpected'] = (expected) => expected.kind === 'public' || expected.roles.includes(role);
    return { name: `${name} (${role})`, call: callOf(name), isExpected, stranger: false };
  });
  const { cells, holes } = await holesOf(api, MATRIX, visitors);
  expect(holes).toEqual([]);
  expect(cells).toBe((MATRIX.size - 1) * PEOPLE.length);
}, 120_000);
