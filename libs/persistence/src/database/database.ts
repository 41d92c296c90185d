import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type QueryRunner } from 'typeorm';
import { isCollision, isFollowUp, isRoleless, isUnavailable, toRefundError } from './database-failure';
import { serviceOptions, type DatabaseOptions } from './data-source-options';
import type { PostgresClient } from './postgres-client';
import { openingOf, type RowScope } from './row-scope';

const REPEAT_AFTER_MS = 50;

/**
 * One connection for as long as the work lasts. Statements that are asked for without waiting in between leave together
 * and run in that order: a row's lock and its reading take one round trip (`Promise.all`). Column types come back as `ROW_TYPES` says.
 */
export type Tx = Readonly<{
  /** The caller names the shape of a row: SQL is opaque to the compiler. */ query: <Row>(
    sql: string,
    params?: readonly unknown[],
  ) => Promise<Row[]>;
  /**
   * The last statement of a transaction: COMMIT leaves with it, unless it fails, and nothing may follow. What must hold
   * for the commit the statement insists on itself (`insist` in SQL), for nobody looks at its rows before.
   */
  last: <Row>(sql: string, params?: readonly unknown[]) => Promise<Row[]>;
}>;

/**
 * The only door to PostgreSQL. Whoever goes through it says whose rows it is about: the database itself shows and takes no
 * others (row-level security), whatever a statement forgets. What fails because the server is away is a
 * `RefundError('unavailable')`; other errors pass as they are.
 */
export class Database {
  constructor(private readonly source: DataSource) {}

  /** Runs `work`, which writes nothing, on one connection; once more when the connection was lost. What it asks for in one breath is read in one transaction. */
  read<T>(scope: RowScope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.reading(openingOf(scope), work);
  }

  /**
   * Runs `work` in one transaction of the scope. All of it is committed, or nothing. `work` may run twice: after a deadlock or
   * serialization failure, or when the connection broke before COMMIT was sent. Never after that, because the
   * transaction may then exist; whoever repeats does so by its business key.
   */
  write<T>(scope: RowScope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.writing(openingOf(scope), work);
  }

  protected reading<T>(opening: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const read = async (runner: QueryRunner): Promise<T> => {
      const query = queryOf(runner);
      return (await clientOf(runner)).reading(opening, () => work({ query, last: query }));
    };
    return this.twice(read, () => true);
  }

  protected writing<T>(opening: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    let committing = false;
    const transaction = async (runner: QueryRunner): Promise<T> => {
      (await clientOf(runner)).opensWith(opening);
      await runner.startTransaction();
      const failures: unknown[] = [];
      const plain = queryOf(runner);
      const send: Tx['query'] = async (sql, params) => {
        try {
          return await plain(sql, params);
        } catch (error) {
          failures.push(error);
          throw error;
        }
      };
      const query: Tx['query'] = async (sql, params) => {
        if (committing) throw new Error('a statement came after the last one of its transaction');
        return send(sql, params);
      };
      const commit = (): Promise<void> => {
        committing = true;
        return runner.commitTransaction();
      };
      const last: Tx['last'] = async (sql, params) => {
        const [rows, committed] = await Promise.allSettled([send(sql, params), commit()]);
        // A statement that fails turns the COMMIT behind it into a ROLLBACK.
        if (rows.status === 'rejected') throw rows.reason;
        if (committed.status === 'rejected') throw committed.reason;
        return rows.value as never;
      };
      try {
        const result = await work({ query, last });
        if (!committing) await commit();
        return result;
      } catch (error) {
        await rollBack(runner);
        // Of statements that left together the first to fail tells why; those behind it only that one had failed.
        throw isFollowUp(error) ? (failures.find((one) => !isFollowUp(one)) ?? error) : error;
      }
    };
    return this.twice(transaction, () => !committing);
  }

  /** Waits for running work, then closes the pool. */
  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async twice<T>(work: (runner: QueryRunner) => Promise<T>, mayRepeatLost: () => boolean): Promise<T> {
    try {
      return await this.once(work);
    } catch (error) {
      if (!isCollision(error) && !(isBroken(error) && mayRepeatLost())) throw toRefundError(error);
    }
    // What cuts one connection often cuts all: the pool notices those that lie idle within a moment.
    await pause(REPEAT_AFTER_MS);
    try {
      return await this.once(work);
    } catch (error) {
      throw toRefundError(error);
    }
  }

  private async once<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      return await work(runner);
    } finally {
      await runner.release();
    }
  }
}

/** Opens the pool and tries one connection. Throws `unavailable` when PostgreSQL can't be reached. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return new Database(await openSource(options));
}

/** The pool under the door, for whoever builds a door of his own. Throws as `openDatabase`. */
export async function openSource(options: DatabaseOptions): Promise<DataSource> {
  const source = new DataSource(serviceOptions(options));
  try {
    return await source.initialize();
  } catch (error) {
    if (isRoleless(error))
      throw new Error(
        'The roles of this release are missing in PostgreSQL, or this login may not become them: run the migrations.',
        { cause: error },
      );
    throw toRefundError(error);
  }
}

/** The connection itself, which is always one of ours. */
const clientOf = (runner: QueryRunner): Promise<PostgresClient> => runner.connect() as Promise<PostgresClient>;

const queryOf =
  (runner: QueryRunner): Tx['query'] =>
  async <Row>(sql: string, params?: readonly unknown[]): Promise<Row[]> =>
    (await runner.query(sql, params && [...params], true)).records as Row[];

/** A time-out is not repeated: the caller has waited long enough, and a slow server needs no second try. */
const isBroken = (error: unknown): boolean =>
  isUnavailable(error) && !(error instanceof Error && /time-?out/i.test(error.message));

async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.rollbackTransaction();
  } catch {
    // The connection is gone and with it the transaction: the server undoes what was not committed. The first error is the one to tell.
  }
}
