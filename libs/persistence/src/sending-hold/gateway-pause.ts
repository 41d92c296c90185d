import { BREAKER_WINDOW_MS, GATEWAY_FAILURE_CAUSES, opensBreaker, pauseMs, type RecentCalls } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { endHold } from './end-hold';

/** A call to an account at a gateway, of which something was just heard. */
type Call = Readonly<{
  attemptId: string;
  merchantId: string;
  gateway: string;
  /** The pause that this transfer is the probe of, if it is one. */ probe: Probe | null;
}>;
export type Probe = Readonly<{ holdId: string; failures: number }>;
const SYSTEM = 'system';

/** The gateway gave an answer of any kind: a probe ends the pause, and what waits goes on. */
export async function gatewayAnswered(tx: Tx, { probe }: Pick<Call, 'probe'>): Promise<void> {
  if (probe) await endHold(tx, probe.holdId, SYSTEM);
}

/** The gateway failed, or could not be reached: a probe makes the pause longer; else the account rests once it fails too often. */
export async function gatewayFailed(tx: Tx, call: Call, firstPauseMs: number): Promise<void> {
  const { probe, merchantId, gateway, attemptId } = call;
  if (probe) {
    await tx.query(REST_LONGER, [probe.holdId, pauseMs(firstPauseMs, probe.failures + 1)]);
    return;
  }
  const ask = [merchantId, gateway, attemptId, GATEWAY_FAILURE_CAUSES, BREAKER_WINDOW_MS];
  const [recent] = await tx.query<RecentCalls>(RECENT_CALLS, ask);
  // This call itself is not written down yet.
  if (recent && opensBreaker({ ...recent, failed: recent.failed + 1 })) await pauseGateway(tx, call, firstPauseMs);
}

/** Lets an account rest for so long, or longer if it rests already. */
export async function pauseGateway(
  tx: Tx,
  { merchantId, gateway }: Pick<Call, 'merchantId' | 'gateway'>,
  ms: number,
): Promise<void> {
  await tx.query(PAUSE, [newId(), merchantId, gateway, SYSTEM, ms]);
}

const REST_LONGER = `
UPDATE sending_hold SET failures = failures + 1, probe_transfer_id = NULL, until = now() + $2 * interval '1 millisecond'
WHERE id = $1 AND ended_at IS NULL`;

// All workers write their attempts into one table: what it says of the last minute they all agree on.
const RECENT_CALLS = `
SELECT count(*) FILTER (WHERE call.failed)::integer AS failed, count(*) FILTER (WHERE NOT call.failed)::integer AS answered
FROM (
  SELECT coalesce(a.evidence ->> 'cause' = ANY ($4::text[]), false) AS failed
  FROM attempt a JOIN transfer t ON t.id = a.transfer_id
  WHERE a.merchant_id = $1 AND t.gateway = $2 AND a.id <> $3 AND a.status <> 'sent' AND a.sent_at > greatest(
    now() - $5 * interval '1 millisecond',
    (SELECT max(h.ended_at) FROM sending_hold h WHERE h.merchant_id = $1 AND h.reason = 'gateway_paused' AND h.gateway = $2))
) call`;

const PAUSE = `
INSERT INTO sending_hold (id, merchant_id, reason, gateway, begun_by, until)
VALUES ($1, $2, 'gateway_paused', $3, $4, now() + $5 * interval '1 millisecond')
ON CONFLICT (merchant_id, reason, gateway, currency, requested_by, refund_reason, limit_name) WHERE ended_at IS NULL
DO UPDATE SET until = greatest(sending_hold.until, excluded.until)`;
