import { randomUUID } from 'node:crypto';
import { ID_PREFIXES, ROLES, uuidOf, type IdKind } from '@zikui/domain';
import { staffHeaders, storeStaff } from '../../builders/staff.builder';
import { startStack, type TestStack } from '../../environment/stack';
import { call, type Answer, type Problem } from '../client/http';
import { wholeBody, worsened, type Schema, type Schemas } from './corpus';
import { everything } from './written';

/** A key, or the cookie of somebody who signed in; some operations are for people alone. */
type Credential = Readonly<{ key?: string; headers?: Readonly<Record<string, string>> }>;
type Operation = Readonly<{
  name: string;
  method: 'POST' | 'PUT' | 'PATCH';
  path: string;
  /** Of its JSON body; absent where the body is something else. */ schema: Schema | undefined;
  as: Credential;
}>;
type Case = Readonly<{
  operation: Operation;
  text: string;
  pointer: string;
  kind: string;
  headers?: Readonly<Record<string, string>>;
}>;

const MOST_SECONDS = 40;
const SLOWEST_MS = 5_000;
const AT_ONCE = 16;

/** Bodies that are wrong as a whole, for every route that takes one. */
const WHOLE: readonly (readonly [kind: string, text: string, headers?: Readonly<Record<string, string>>])[] = [
  ['no JSON', '{'],
  ['two values', '{}{}'],
  ['a list', '[]'],
  ['a text', '"text"'],
  ['a number', '5'],
  ['null', 'null'],
  ['a name twice', '{"a":1,"a":2}'],
  ['__proto__', '{"__proto__":{"a":1}}'],
  ['50,000 levels', '['.repeat(50_000)],
  ['an unknown field', '{"surprise":1}'],
  ['too large', `{"a":"${'x'.repeat(300_000)}"}`],
  ['another type', '{}', { 'content-type': 'text/plain' }],
  ['compressed', '{}', { 'content-encoding': 'gzip' }],
];

/** Whoever asks whether a text is a policy is told what is wrong with it by an answer that succeeds. */
const isVerdict = (
  { operation, pointer }: Readonly<{ operation: Operation; pointer: string }>,
  status: number,
): boolean => operation.name === 'POST /v1/policies/validations' && pointer === '/text' && status === 200;

describe('every field of every body with every class of wrong value', () => {
  let stack: TestStack;
  let schemas: Schemas;
  let operations: readonly Operation[];

  beforeAll(async () => {
    // A line for each of some thousand refusals would cost more than they do.
    stack = await startStack({ api: { LOG_LEVEL: 'warn' } });
    const described = await call<Description>(`${stack.api}/v1/openapi.json`);
    schemas = described.body.components.schemas;
    operations = await operationsOf(described.body);
  }, 90_000);
  afterAll(() => stack.close());

  type Description = Readonly<{
    paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
    components: Readonly<{ schemas: Schemas }>;
  }>;
  type Described = Readonly<{
    requestBody?: Readonly<{ content: Readonly<Record<string, Readonly<{ schema: Schema }>>> }>;
  }>;

  async function operationsOf({ paths }: Description): Promise<readonly Operation[]> {
    const { lab } = stack.merchants;
    const manage = await stack.addKey(lab, {
      owner: 'corpus-manager',
      scopes: ['webhooks:manage', 'exports:read', 'returns:write', 'credit:write'],
    });
    const merchantId = uuidOf('merchant', lab.id) ?? '';
    const person = await storeStaff(stack.database, stack.storeSecrets, merchantId, { roles: ROLES });
    const credentials = [
      ...[lab.createKey, lab.decideKey, manage].map((key) => ({ key })),
      { headers: staffHeaders(person.token) },
    ];
    const found: Operation[] = [];
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { requestBody }] of Object.entries(methods)) {
        if (!['post', 'put', 'patch'].includes(method) || !requestBody) continue;
        const schema = requestBody.content['application/json']?.schema;
        const operation: Operation = {
          name: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase() as Operation['method'],
          path: pathOf(path),
          schema: schema?.$ref === undefined ? undefined : schema,
          as: {},
        };
        found.push({ ...operation, as: await credentialFor(operation, credentials) });
      }
    return found;
  }

  /** A path with ids of the right kind that belong to nothing. */
  const pathOf = (path: string): string =>
    path
      .replace('{name}/{merchant}', `${path.includes('carriers') ? 'easypost' : 'stripe'}/${stack.merchants.lab.slug}`)
      .replace(/\/([a-z-]+)\/\{\w+\}/g, (_all, collection: string) => `/${collection}/${idOf(collection)}`);
  const idOf = (collection: string): string => {
    const kind = collection
      .replace(/ies$/, 'y')
      .replace(/s$/, '')
      .replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
    return kind in ID_PREFIXES ? `${ID_PREFIXES[kind as IdKind]}_${'0'.repeat(32)}` : `corpus-${randomUUID()}`;
  };

  async function credentialFor(operation: Operation, credentials: readonly Credential[]): Promise<Credential> {
    for (const as of credentials)
      if ((await send({ operation: { ...operation, as }, text: '{', pointer: '', kind: '' })).status !== 403) return as;
    return {};
  }

  const send = ({ operation: { method, path, as }, text, headers }: Case): Promise<Answer<Problem>> =>
    call<Problem>(`${stack.api}${path}`, {
      method,
      body: text,
      idempotencyKey: randomUUID(),
      headers: { 'content-type': 'application/json', ...as.headers, ...headers },
      ...(as.key !== undefined && { key: as.key }),
    });

  const casesOf = (operation: Operation): readonly Case[] => {
    const whole = WHOLE.map(([kind, text, headers]) => ({
      operation,
      text,
      pointer: '',
      kind,
      ...(headers && { headers }),
    }));
    const { schema } = operation;
    return schema === undefined
      ? whole
      : [...whole, ...worsened(schema, schemas).map((bad) => ({ operation, ...bad }))];
  };

  /** Where a body that nothing was done to is wrong already: the description cannot tell everything. */
  async function wrongAnyway(operation: Operation): Promise<ReadonlySet<string>> {
    const { schema } = operation;
    if (schema === undefined) return new Set();
    const body = { ...(wholeBody(schema, schemas) as object), surprise: 1 };
    const { body: problem } = await send({ operation, text: JSON.stringify(body), pointer: '', kind: '' });
    return new Set(problem.errors.map(({ pointer }) => pointer));
  }

  /** Whether the answer names the place, something in it, or the object around it, and not for another reason. */
  const names = (problem: Problem, pointer: string, anyway: ReadonlySet<string>): boolean =>
    problem.code === 'invalid_json' ||
    problem.errors.some(
      (one) =>
        `${one.pointer}/`.startsWith(`${pointer}/`) ||
        (pointer.startsWith(`${one.pointer}/`) && !anyway.has(one.pointer)),
    );

  it(`is refused by its place, writes nothing, and is answered within ${MOST_SECONDS} seconds in all`, async () => {
    const before = await everything(stack);
    const begun = performance.now();
    const wrong: string[] = [];
    const statuses = new Map<string, Set<number>>();
    let slowest = 0;
    let count = 0;
    for (const operation of operations) {
      const anyway = await wrongAnyway(operation);
      const queue = [...casesOf(operation)];
      count += queue.length;
      const work = async (): Promise<void> => {
        for (let one = queue.pop(); one; one = queue.pop()) {
          const sent = performance.now();
          const { status, body } = await send(one);
          slowest = Math.max(slowest, performance.now() - sent);
          statuses.set(operation.name, (statuses.get(operation.name) ?? new Set()).add(status));
          const isNamed = one.pointer === '' || status !== 422 || names(body, one.pointer, anyway);
          if (!(isVerdict(one, status) || (status >= 400 && status < 500)) || !isNamed)
            wrong.push(
              `${operation.name} ${one.pointer} ${one.kind}: ${String(status)} ${JSON.stringify(body).slice(0, 300)}`,
            );
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    }
    const seconds = (performance.now() - begun) / 1_000;
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(1_500);
    // Every route looked at its fields: none was refused only for its key or its path.
    const blind = operations.filter(({ name, schema }) => schema && statuses.get(name)?.has(422) !== true);
    expect(blind.map(({ name }) => name)).toEqual([]);
    expect(await everything(stack)).toEqual(before);
    expect(seconds).toBeLessThan(MOST_SECONDS);
    expect(slowest).toBeLessThan(SLOWEST_MS);
  }, 180_000);

  it('leaves the service as well as before', async () =>
    expect((await call(`${stack.api}/health/ready`)).status).toBe(200));
});
