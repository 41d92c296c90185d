import { readEnv, type Env } from './env';

/** Settings that are right, for tests. */
export const GOOD_SETTINGS = {
  PUBLIC_URL: 'http://api.test',
  DATABASE_URL: 'postgres://zikui:hunter2@db:5432/zikui',
  TEMPORAL_ADDRESS: 'temporal:7233',
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  API_KEY_PEPPER: 'p'.repeat(32),
  GATEWAY_KEY_SECRET: 'g'.repeat(32),
} as const;

export const goodEnv = (more: NodeJS.ProcessEnv = {}): Env => readEnv({ ...GOOD_SETTINGS, ...more });
