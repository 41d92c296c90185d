import type { DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../migrations';
import { ENTITIES } from './entities';
import { PG_DRIVER } from './postgres-client';
import { APPLICATION } from './row-scope';
import { ROW_TYPES } from './row-types';
import { SnakeCaseColumns } from './snake-case-columns';
import { StatementObserver } from './statement-observer';

export type DatabaseOptions = Readonly<{
  url: string;
  poolSize?: number;
  /** How long is waited for a connection; a second, where somebody waits for an answer. */ connectWithinMs?: number;
  /** Shown in `pg_stat_activity`. */ applicationName: string;
  /** Told each statement before it is sent, `START TRANSACTION` and `COMMIT` of what writes too. */ onStatement?: (
    sql: string,
  ) => void;
}>;

/** Waiting for a free connection is cut off first, then the statement by the server, then the answer by us (reliability.md section 2). */
const TIME_LIMITS_MS = {
  connectionTimeoutMillis: 1_000,
  statement_timeout: 1_800,
  query_timeout: 2_000,
  idle_in_transaction_session_timeout: 5_000,
};

/**
 * A connection that nobody uses is kept for the next page, and not closed after the ten seconds that are usual: to open
 * twenty at once takes a busy machine most of the second for which a caller waits (measured: 0.8 s, and 0.06 s when they are open).
 */
const IDLE_MS = 60_000;

/**
 * Our statements go by keys, so one plan suits all values, and making a new one costs more than the work (measured: a
 * third of PostgreSQL's time for a refund). The few that need plans of their own say so: `PLANNED_ANEW`.
 */
const GENERIC = 'force_generic_plan';

const PLAIN = {
  type: 'postgres',
  driver: PG_DRIVER,
  synchronize: false,
  installExtensions: false,
  entities: ENTITIES,
  migrations: MIGRATIONS,
  namingStrategy: new SnakeCaseColumns(),
  migrationsTransactionMode: 'each',
} as const;

/** For the services: every wait is bounded, and whoever's login it is, the session is the application's role. */
export const serviceOptions = (options: DatabaseOptions): DataSourceOptions => ({
  ...PLAIN,
  url: options.url,
  poolSize: options.poolSize ?? 10,
  applicationName: options.applicationName,
  extra: {
    ...TIME_LIMITS_MS,
    ...(options.connectWithinMs !== undefined && { connectionTimeoutMillis: options.connectWithinMs }),
    idleTimeoutMillis: IDLE_MS,
    types: ROW_TYPES,
    pipeline: true,
    options: `-c role=${APPLICATION} -c plan_cache_mode=${GENERIC}`,
  },
  ...(options.onStatement && { logging: ['query'], logger: new StatementObserver(options.onStatement) }),
});

/** For migrations, which may run long. */
export const migrationOptions = (url: string): DataSourceOptions => ({
  ...PLAIN,
  url,
  poolSize: 1,
  applicationName: 'zikui-migrations',
  extra: { lock_timeout: 10_000 },
});
