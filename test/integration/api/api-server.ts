import { randomBytes } from 'node:crypto';
import type { Role, Scope } from '@zikui/domain';
import { createApi } from '../../../apps/api/src/create-api';
import { readEnv } from '../../../apps/api/src/env';
import { leave } from '../../../apps/api/src/stop';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { openPolicy } from '../../builders/policy.builder';
import { merchantSpecOf, storesOn, type Stores } from '../../builders/stores.builder';
import { TcpProxy } from '../../environment/tcp-proxy';

export type Reply = Readonly<{ status: number; headers: Headers; text: string; json: Record<string, unknown> }>;
export type Call = Readonly<{
  key?: string;
  /** An object is sent as JSON, a text as it is. */ body?: unknown;
  headers?: Readonly<Record<string, string>>;
}>;
export type TestMerchant = Readonly<{
  id: string;
  slug: string;
  /** Every scope that creates or reads. */ createKey: string;
  /** Decides as lead; another person. */ decideKey: string;
}>;
export type ApiServer = Readonly<{
  url: string;
  db: TestDatabase;
  stores: Stores;
  call: (method: string, path: string, call?: Call) => Promise<Reply>;
  addMerchant: (policies?: readonly string[]) => Promise<TestMerchant>;
  addKey: (
    merchantId: string,
    scopes: readonly Scope[],
    more?: Readonly<{ owner?: string; role?: Role; amountLimit?: number }>,
  ) => Promise<string>;
  rows: (table: string, merchantId?: string) => Promise<number>;
  /** The line between the service and PostgreSQL. */ line: TcpProxy;
  /** Leaves as on SIGTERM; the database stays. */ leave: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** A new name for one request. */
export const newKey = (): string => randomBytes(12).toString('hex');

/** Nobody listens there: the api must do without Temporal. */
const NO_TEMPORAL = '127.0.0.1:1';

/** The service as it runs, in this process, over real HTTP and a database of its own. No worker, no Temporal. */
export async function startApi(settings: Readonly<Record<string, string>> = {}): Promise<ApiServer> {
  const db = await newDatabase();
  const secrets = {
    masterKey: randomBytes(32),
    apiKeyPepper: newKey() + newKey(),
    gatewayKeySecret: newKey() + newKey(),
  };
  const through = new URL(db.url);
  const line = await TcpProxy.to(`${through.hostname}:${through.port}`);
  through.host = line.address;
  const env = readEnv({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'http://api.test',
    DATABASE_URL: through.href,
    TEMPORAL_ADDRESS: NO_TEMPORAL,
    TEMPORAL_UI_URL: 'http://temporal.test',
    MASTER_KEY: secrets.masterKey.toString('base64'),
    API_KEY_PEPPER: secrets.apiKeyPepper,
    GATEWAY_KEY_SECRET: secrets.gatewayKeySecret,
    RATE_PER_SECOND: '100000',
    RATE_CREATES_PER_SECOND: '100000',
    FAILED_KEYS_PER_MINUTE: '100000',
    STOP_DELAY_MS: '0',
    METRICS_PORT: '0',
    ...settings,
  });
  const app = await createApi(env);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const stores = storesOn(db.database, secrets);

  const addKey: ApiServer['addKey'] = async (merchantId, scopes, more = {}) =>
    (await stores.keys.create({ merchantId, scopes, mode: 'test', owner: more.owner ?? 'dana', ...more })).key;
  return {
    url,
    db,
    stores,
    call: (method, path, call) => send(`${url}${path}`, method, call),
    addMerchant: async (policies = [openPolicy()]) => {
      const { id, slug } = await stores.merchants.create(merchantSpecOf());
      for (const policy of policies) await stores.policies.publish(id, policy);
      const createKey = await addKey(id, [
        'sales:write',
        'refunds:create',
        'refunds:read',
        'credit:read',
        'exports:read',
      ]);
      const decides = { owner: 'noa', role: 'lead', amountLimit: 10_000_000 } as const;
      return { id, slug, createKey, decideKey: await addKey(id, ['refunds:decide', 'refunds:read'], decides) };
    },
    addKey,
    rows: async (table, merchantId) => {
      const where = merchantId === undefined ? '' : ` WHERE merchant_id = '${merchantId}'`;
      const [row] = await db.query<{ count: string }>(`SELECT count(*) FROM ${table}${where}`);
      return Number(row?.count);
    },
    line,
    leave: () => leave(app, env),
    close: async () => {
      await app.close();
      await line.close();
      await db.close();
    },
  };
}

async function send(url: string, method: string, { key, body, headers = {} }: Call = {}): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: objectIn(text) };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
