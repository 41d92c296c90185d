import { countFailure, type FailureCount } from '@zikui/domain';
import type { Database } from '../database/database';

/** From where credentials were tried that were none, counted for all processes together. */
export class AccessFailureStore {
  constructor(private readonly database: Database) {}

  /** Counts one more and gives until when the address is blocked, in milliseconds since 1970; 0 = it is not. Forgets addresses that were quiet for a day. */
  async failed(address: string, perMinute: number): Promise<number> {
    return this.database.write('intake', async (tx) => {
      await tx.query(BEGIN, [address]);
      const [row] = await tx.query<FailureCount & { now: number }>(LOCK, [address]);
      const { count, blocks, windowEndsAt, blockedUntil } = countFailure(row, row?.now ?? 0, perMinute);
      await tx.query(STORE, [address, count, blocks, windowEndsAt, blockedUntil]);
      return blockedUntil;
    });
  }
}

const BEGIN = `
WITH forgotten AS (
  DELETE FROM access_failure WHERE address IN (
    SELECT address FROM access_failure WHERE window_ends_at < now() - interval '1 day' AND address <> $1 LIMIT 100 FOR UPDATE SKIP LOCKED)
)
INSERT INTO access_failure (address, count, blocks, window_ends_at, blocked_until) VALUES ($1, 0, 0, to_timestamp(0), to_timestamp(0))
ON CONFLICT (address) DO NOTHING`;
const LOCK = `
SELECT count, blocks, (extract(epoch FROM window_ends_at) * 1000)::bigint AS "windowEndsAt", (extract(epoch FROM blocked_until) * 1000)::bigint AS "blockedUntil",
  (extract(epoch FROM now()) * 1000)::bigint AS now
FROM access_failure WHERE address = $1 FOR UPDATE`;
const STORE = `
UPDATE access_failure SET count = $2, blocks = $3, window_ends_at = to_timestamp($4::bigint / 1000.0), blocked_until = to_timestamp($5::bigint / 1000.0) WHERE address = $1`;
