import type { Tx } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf } from '../../builders/insist';
import { openDoor, type OpenDoor } from '../../builders/open-door.builder';
import { TcpProxy } from '../../environment/tcp-proxy';

const APPLICATION = 'zikui-lost';
const POOL = 4;
const TERMINATE = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '${APPLICATION}' AND datname = current_database()`;

describe('connections that are lost at the worst moment', () => {
  let db: TestDatabase;
  let proxy: TcpProxy;
  let database: OpenDoor;
  beforeEach(async () => {
    db = await newDatabase();
    await db.query('CREATE TABLE thing (id integer PRIMARY KEY)');
    const url = new URL(db.url);
    proxy = await TcpProxy.to(url.host);
    url.host = proxy.address;
    database = await openDoor({ url: url.href, poolSize: POOL, applicationName: APPLICATION });
  });
  afterEach(async () => {
    await database.close();
    await proxy.close();
    await db.close();
  });

  const insert = (id: number) => (tx: Tx) => tx.last('INSERT INTO thing VALUES ($1)', [id]);
  const outcomeOf = (id: number): Promise<unknown> => database.write(insert(id)).then(() => 'done', codeOf);
  const stored = async (): Promise<number[]> =>
    (await db.query<{ id: number }>('SELECT id FROM thing ORDER BY id')).map(({ id }) => id);

  it('leave a transaction whose COMMIT was answered to nobody: it is there once, and is not run again', async () => {
    let runs = 0;
    const { struck } = proxy.cutReplyAfter(/COMMIT/);
    const unheard = database
      .write((tx) => {
        runs += 1;
        return insert(1)(tx);
      })
      .catch(codeOf);
    await struck;
    expect(await unheard).toBe('unavailable');
    expect(runs).toBe(1);
    expect(await stored()).toEqual([1]);
    // The stuck connection went with it: the next caller gets another one.
    expect(await outcomeOf(2)).toBe('done');
  });

  it('leave each write done, or unavailable, when every backend is terminated again and again', async () => {
    const ids = Array.from({ length: 120 }, (_, id) => id);
    const outcomes: unknown[] = [];
    const terminating = (async () => {
      while (outcomes.length < ids.length) await db.query(TERMINATE);
    })();
    for (const id of ids) outcomes.push(await outcomeOf(id).catch((error: unknown) => error));
    await terminating;
    expect(new Set(['done', 'unavailable', ...outcomes])).toEqual(new Set(['done', 'unavailable']));
    const there = await stored();
    // What was told to be done is there; what was unavailable may be, if only the answer was lost.
    expect(ids.filter((id) => outcomes[id] === 'done' && !there.includes(id))).toEqual([]);
    // Backends that were told to end may still be about to: each takes one write more with it, and then its place is filled.
    const afterwards: unknown[] = [];
    for (let id = 0; id <= POOL; id += 1) afterwards.push(await outcomeOf(1_000 + id));
    expect(afterwards).toContain('done');
  });

  it('leave a healthy pool when the network swallowed everything for a while', async () => {
    await proxy.set('hole');
    expect(await outcomeOf(1)).toBe('unavailable');
    await proxy.set('pass');
    for (let id = 2; id < 52; id += 1) expect(await outcomeOf(id)).toBe('done');
  });
});
