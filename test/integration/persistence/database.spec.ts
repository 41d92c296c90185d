import { RefundError } from '@zikui/domain';
import { brokenConstraint, isMigrated, openDatabase, type Tx } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { Gate } from '../../builders/gate';
import { codeOf } from '../../builders/insist';
import type { OpenDoor } from '../../builders/open-door.builder';

describe('the door to PostgreSQL', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await newDatabase();
    await db.query('CREATE TABLE thing (id integer PRIMARY KEY, amount bigint NOT NULL DEFAULT 0)');
    await db.query('INSERT INTO thing VALUES (1, 0), (2, 0)');
  });
  afterAll(() => db.close());

  const one = async (database: OpenDoor): Promise<unknown> =>
    (await database.read((tx) => tx.query('SELECT 1 AS one')))[0];
  const pidOf = async (tx: Tx): Promise<number> =>
    (await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid'))[0]?.pid ?? 0;
  const terminate = (pid: number): Promise<object[]> => db.query('SELECT pg_terminate_backend($1)', [pid]);

  it('gives amounts as exact numbers, dates as dates and instants in UTC', async () => {
    const [row] = await db.database.read((tx) =>
      tx.query(
        `SELECT 9007199254740991::bigint AS amount, '2026-11-24'::date AS day, '2026-11-24T10:00:00+02'::timestamptz AS at, NULL::bigint AS nothing`,
      ),
    );
    expect(row).toEqual({
      amount: 9_007_199_254_740_991,
      day: '2026-11-24',
      at: '2026-11-24T08:00:00.000Z',
      nothing: null,
    });
  });

  it('throws rather than rounds an amount that no number holds', async () => {
    await expect(db.database.read((tx) => tx.query('SELECT 9007199254740993::bigint AS amount'))).rejects.toThrow(
      'safe integer',
    );
    expect(await one(db.database)).toEqual({ one: 1 });
  });

  it('commits all of a transaction, or nothing', async () => {
    const add = (tx: Tx, id: number): Promise<unknown[]> =>
      tx.query('UPDATE thing SET amount = amount + 1 WHERE id = $1', [id]);
    await db.database.write((tx) => add(tx, 1));
    const broken = db.database.write(async (tx) => {
      await add(tx, 1);
      throw new RefundError('too_late');
    });
    expect(await broken.catch(codeOf)).toBe('too_late');
    expect(await db.query('SELECT amount::int FROM thing WHERE id = 1')).toEqual([{ amount: 1 }]);
  });

  it('tells why the first of what was asked for in one breath failed, whoever hears of it first', async () => {
    const later = async <T>(work: Promise<T>): Promise<T> => {
      const rows = await Promise.allSettled([work]).then(([one]) => one);
      await Promise.resolve();
      if (rows.status === 'rejected') throw rows.reason;
      return rows.value;
    };
    const broken = db.database.write((tx) =>
      Promise.all([
        later(tx.query('INSERT INTO thing VALUES ($1, 0)', [1])),
        tx.query('SELECT count(*) FROM thing WHERE id > $1', [0]),
      ]),
    );
    expect(await broken.catch(brokenConstraint)).toBe('thing_pkey');
  });

  it('runs what is asked for in one breath in that order, each statement seeing what the ones before it did', async () => {
    await db.query('UPDATE thing SET amount = 0');
    const sums = await db.database.write((tx) =>
      Promise.all([
        tx.query('UPDATE thing SET amount = amount + $1 RETURNING 0 AS sum', [3]),
        tx.query('SELECT sum(amount)::int AS sum FROM thing WHERE amount >= $1', [0]),
      ]),
    );
    expect(sums.map((rows) => rows[0])).toEqual([{ sum: 0 }, { sum: 6 }]);
  });

  it('undoes all of what was asked for in one breath when a part of it fails', async () => {
    await db.query('UPDATE thing SET amount = 0');
    const broken = db.database.write((tx) =>
      Promise.all([tx.query('UPDATE thing SET amount = 1'), tx.query('SELECT 1 / $1::int', [0]), tx.query('SELECT 1')]),
    );
    await expect(broken).rejects.toThrow('division by zero');
    expect(await db.query('SELECT sum(amount)::int AS sum FROM thing')).toEqual([{ sum: 0 }]);
    expect(await one(db.database)).toEqual({ one: 1 });
  });

  it('commits together with the last statement, or undoes all when that fails', async () => {
    await db.query('UPDATE thing SET amount = 0');
    const add = (last: string): Promise<object[]> =>
      db.database.write(async (tx) => {
        await tx.query('UPDATE thing SET amount = amount + 1 WHERE id = $1', [1]);
        return tx.last(last, [2]);
      });
    const counted = `WITH added AS (UPDATE thing SET amount = amount + 1 WHERE id = $1 RETURNING id)`;
    expect(await add(`${counted} SELECT insist(count(*) = 1, 'one_thing') FROM added`)).toEqual([{ insist: true }]);
    await expect(add(`${counted} SELECT insist(count(*) = 2, 'two_things') FROM added`)).rejects.toThrow('two_things');
    expect(await db.query('SELECT amount::int FROM thing ORDER BY id')).toEqual([{ amount: 1 }, { amount: 1 }]);
    const late = db.database.write(async (tx) => {
      await tx.last('SELECT 1');
      await tx.query('UPDATE thing SET amount = 9');
    });
    await expect(late).rejects.toThrow('after the last one');
    expect(await one(db.database)).toEqual({ one: 1 });
  });

  it('keeps one plan for a statement, but for those that ask to be planned for their values', async () => {
    const mode = async (text: string): Promise<unknown> =>
      (await db.database.read((tx) => tx.query(`${text} SELECT current_setting($1) AS mode`, ['plan_cache_mode'])))[0];
    const [kept, anew] = [{ mode: 'force_generic_plan' }, { mode: 'force_custom_plan' }];
    expect([await mode(''), await mode('/* planned anew */'), await mode('')]).toEqual([kept, anew, kept]);
  });

  it('names the rule that refused a row, and passes other errors as they are', async () => {
    const refusal = await db.database
      .write((tx) => tx.query('INSERT INTO thing VALUES (1, 1)'))
      .catch((error: unknown) => error);
    expect(brokenConstraint(refusal)).toBe('thing_pkey');
    const defect = await db.database.read((tx) => tx.query('SELECT nonsense')).catch((error: unknown) => error);
    expect(defect).not.toBeInstanceOf(RefundError);
    expect(brokenConstraint(defect)).toBeUndefined();
  });

  it('runs a transaction once more when it lost a deadlock', async () => {
    // The server looks for one after a second, and a statement has two: a busy machine needs them for other things.
    await db.query(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = 50', current_database()); END $$`,
    );
    const beside = await db.another(2);
    const runs = { first: 0, second: 0 };
    const meeting = new Gate();
    let arrived = 0;
    /** Waits until both have their first row. */
    const meet = async (): Promise<void> => {
      arrived += 1;
      if (arrived === 2) meeting.open();
      await meeting.opened;
    };
    const crosswise = (who: 'first' | 'second', ids: readonly [number, number]): Promise<void> =>
      beside.write(async (tx) => {
        runs[who] += 1;
        await tx.query('UPDATE thing SET amount = amount + 1 WHERE id = $1', [ids[0]]);
        await meet();
        await tx.query('UPDATE thing SET amount = amount + 1 WHERE id = $1', [ids[1]]);
      });
    await db.query('UPDATE thing SET amount = 0');
    await Promise.all([crosswise('first', [1, 2]), crosswise('second', [2, 1])]);
    expect(runs.first + runs.second).toBe(3);
    expect(await db.query('SELECT amount::int FROM thing ORDER BY id')).toEqual([{ amount: 2 }, { amount: 2 }]);
  });

  it('runs a transaction once more when its connection was lost before the commit', async () => {
    let runs = 0;
    await db.query('UPDATE thing SET amount = 0');
    await db.database.write(async (tx) => {
      runs += 1;
      await tx.query('UPDATE thing SET amount = amount + 1 WHERE id = 1');
      if (runs === 1) await terminate(await pidOf(tx));
      await tx.query('UPDATE thing SET amount = amount + 1 WHERE id = 2');
    });
    expect(runs).toBe(2);
    expect(await db.query('SELECT amount::int FROM thing ORDER BY id')).toEqual([{ amount: 1 }, { amount: 1 }]);
  });

  it('is unavailable, and has done nothing, when the connection is lost twice', async () => {
    await db.query('UPDATE thing SET amount = 0');
    const lost = db.database.write(async (tx) => {
      await tx.query('UPDATE thing SET amount = amount + 1 WHERE id = 1');
      await terminate(await pidOf(tx));
      await tx.query('SELECT 1');
    });
    expect(await lost.catch(codeOf)).toBe('unavailable');
    expect(await db.query('SELECT amount::int FROM thing WHERE id = 1')).toEqual([{ amount: 0 }]);
  });

  it('serves at once after every idle connection was cut', async () => {
    await Promise.all(Array.from({ length: 10 }, () => one(db.database)));
    await db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    const answers = await Promise.all(Array.from({ length: 10 }, () => one(db.database)));
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ one: 1 })));
  });

  it('gives up on a statement that takes too long, well before its caller does', async () => {
    const begun = performance.now();
    expect(await db.database.read((tx) => tx.query('SELECT pg_sleep(60)')).catch(codeOf)).toBe('unavailable');
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(await one(db.database)).toEqual({ one: 1 });
  });

  it('gives up when the server itself does not answer, and does not hand the stuck connection to the next caller', async () => {
    const single = await db.another(1);
    const stuck = single.read(async (tx) => {
      // What a stopped server looks like: its own time limit does not help.
      await tx.query('SET statement_timeout = 0');
      await tx.query('SELECT pg_sleep(60)');
    });
    expect(await stuck.catch(codeOf)).toBe('unavailable');
    expect(await one(single)).toEqual({ one: 1 });
  });

  it('says so soon when all connections are taken', async () => {
    const single = await db.another(1);
    const free = new Gate();
    const taken = new Gate();
    const held = single.read(async (tx) => {
      await tx.query('SELECT 1');
      taken.open();
      await free.opened;
    });
    await taken.opened;
    // It would wait for ever: the one connection is given back only afterwards.
    expect(await one(single).catch(codeOf)).toBe('unavailable');
    free.open();
    await held;
    expect(await one(single)).toEqual({ one: 1 });
  });

  it('is unavailable from the start when nobody listens', async () => {
    const nobody = openDatabase({ url: 'postgres://u:p@127.0.0.1:1/none', applicationName: 'test' });
    expect(await nobody.catch(codeOf)).toBe('unavailable');
  });

  it('knows whether the schema has what this code needs, and lets a newer release migrate ahead of it', async () => {
    expect(await isMigrated(db.database)).toBe(true);
    await db.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Later9999999999999')`);
    expect(await isMigrated(db.database)).toBe(true);
    await db.query(`UPDATE migrations SET name = 'Hidden' || name`);
    expect(await isMigrated(db.database)).toBe(false);
    await db.query(`DELETE FROM migrations WHERE timestamp = 9999999999999`);
    await db.query(`UPDATE migrations SET name = substr(name, 7)`);
  });
});
