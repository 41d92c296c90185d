import { randomUUID } from 'node:crypto';
import type { OpenDoor } from './open-door.builder';

/** Statements that a test asks for itself begin so, and are not counted among the product's. */
export const ASKED_BY_TEST = '/* asked by the test */';

type Rest<F> = F extends (merchantId: string, ...rest: infer R) => infer T ? (...rest: R) => T : never;
/** A store of processes as one of its processes calls it: for the merchant whose process it is. */
export type ByProcess<Store> = Readonly<{ [K in keyof Store]: Rest<Store[K]> }>;

/** The store, called for the merchant of the row that the call names. An unknown row is called for by nobody we know. */
export function byProcess<Store extends object>(database: OpenDoor, store: Store): ByProcess<Store> {
  const call = async (name: string | symbol, id: string, rest: readonly unknown[]): Promise<unknown> => {
    const method: unknown = Reflect.get(store, name);
    if (typeof method !== 'function') throw new Error(`${String(name)} is no method`);
    return Reflect.apply(method, store, [await merchantOf(database, id), id, ...rest]) as unknown;
  };
  return new Proxy(store, {
    get:
      (_, name) =>
      (id: string, ...rest: readonly unknown[]) =>
        call(name, id, rest),
  }) as ByProcess<Store>;
}

async function merchantOf(database: OpenDoor, id: string): Promise<string> {
  const [row] = await database.read((tx) => tx.query<{ merchantId: string }>(OWNER, [id]));
  return row?.merchantId ?? randomUUID();
}

const TABLES = ['transfer', 'attempt', 'message', 'goods_return', 'parcel'];
const OWNER = `${ASKED_BY_TEST} ${TABLES.map((table) => `SELECT merchant_id AS "merchantId" FROM ${table} WHERE id::text = $1`).join(' UNION ALL ')}`;
