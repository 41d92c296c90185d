import type { BreakerState, GatewayHealth } from '@zikui/domain';
import { instantTextOrNull } from '../database/instant-text';
import type { Database } from '../database/database';

/** How a merchant's account at a gateway does. */
export type GatewayStateView = Readonly<{
  name: string;
  /** `stopped`: somebody stopped money there; `paused`: it fails too often and rests. */ health: GatewayHealth;
  breaker: Readonly<{
    state: BreakerState;
    since: string | null;
    /** When one transfer tries again. */ probeAt: string | null;
    /** How often it was found failing, one after the other. */ failures: number;
  }>;
  killSwitch: boolean;
  /** Transfers that are due and were not sent yet. */ waiting: Readonly<{ count: number; oldestAt: string | null }>;
}>;

type Row = Readonly<{
  name: string;
  killSwitch: boolean;
  pausedAt: string | null;
  probeAt: string | null;
  isProbed: boolean;
  failures: number | null;
  waiting: number;
  oldestAt: string | null;
}>;

/** Reads how the accounts of a merchant do. Writes nothing. */
export class GatewayStateStore {
  constructor(private readonly database: Database) {}

  /** By name. */
  async list(merchantId: string): Promise<readonly GatewayStateView[]> {
    const rows = await this.database.read({ merchantId }, (tx) => tx.query<Row>(STATES, [merchantId]));
    return rows.map((row) => ({
      name: row.name,
      health: healthOf(row),
      breaker: {
        state: row.pausedAt === null ? 'closed' : row.isProbed ? 'half_open' : 'open',
        since: instantTextOrNull(row.pausedAt),
        probeAt: instantTextOrNull(row.probeAt),
        failures: row.failures ?? 0,
      },
      killSwitch: row.killSwitch,
      waiting: { count: row.waiting, oldestAt: instantTextOrNull(row.oldestAt) },
    }));
  }
}

const healthOf = ({ killSwitch, pausedAt }: Row): GatewayHealth => {
  if (killSwitch) return 'stopped';
  return pausedAt === null ? 'ok' : 'paused';
};

// What waits is looked for among the refunds that are being paid, of which there are few at any moment.
const STATES = `
WITH account AS (
  SELECT jsonb_object_keys(gateways) AS name FROM merchant WHERE id = $1
), due AS (
  SELECT t.gateway, coalesce(t.held_at, a.prepared_at) AS since
  FROM refund r JOIN transfer t ON t.refund_id = r.id JOIN attempt a ON a.transfer_id = t.id AND a.status = 'prepared'
  WHERE r.merchant_id = $1 AND r.status = 'processing' AND t.status = 'planned'
)
SELECT account.name,
  EXISTS (SELECT FROM sending_hold k WHERE k.reason = 'kill_switch' AND k.ended_at IS NULL
    AND (k.merchant_id = $1 OR k.merchant_id IS NULL) AND (k.gateway = account.name OR k.gateway IS NULL)) AS "killSwitch",
  h.begun_at AS "pausedAt", h.until AS "probeAt", h.probe_transfer_id IS NOT NULL AS "isProbed", h.failures,
  (SELECT count(*) FROM due WHERE due.gateway = account.name) AS waiting,
  (SELECT min(since) FROM due WHERE due.gateway = account.name) AS "oldestAt"
FROM account LEFT JOIN sending_hold h ON h.merchant_id = $1 AND h.gateway = account.name AND h.reason = 'gateway_paused' AND h.ended_at IS NULL
ORDER BY account.name`;
