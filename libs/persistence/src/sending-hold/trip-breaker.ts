import { LIMITS, type LimitName } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';

export type Breach = Readonly<{
  limit: LimitName;
  merchantId: string;
  /** In which days of the merchant begin. */ merchantZone: string;
  currency: string;
  /** Who asked, and why: whose money waits where the limit is one of a member of staff, or of a reason. */
  requestedBy: string | null;
  reason: string;
}>;

/**
 * A refund passed a limit of amounts: what is due waits from its commit on, until the window of the limit is over. One
 * that two persons released is not tripped again in that window. Safe to repeat.
 */
export async function tripBreaker(tx: Tx, breach: Breach): Promise<void> {
  const { limit, merchantId, merchantZone, currency } = breach;
  const { of, window } = LIMITS[limit];
  const requestedBy = of === 'staff' ? breach.requestedBy : null;
  const reason = of === 'reason' ? breach.reason : null;
  await tx.query(TRIP[window], [newId(), merchantId, currency, requestedBy, limit, merchantZone, reason]);
}

/** Written anew only when that makes it a minute longer: many refunds a second do not queue for one row. */
const trip = (until: string): string => `
WITH window_end AS (SELECT ${until} AS at, $6::text AS zone)
INSERT INTO sending_hold (id, merchant_id, reason, currency, requested_by, refund_reason, limit_name, begun_by, until)
SELECT $1::uuid, $2::uuid, 'breaker', $3::char(3), $4::varchar, $7::varchar, $5::varchar, 'system', window_end.at FROM window_end
WHERE NOT EXISTS (
  SELECT FROM sending_hold h
  WHERE h.merchant_id = $2::uuid AND h.reason = 'breaker' AND h.currency = $3::char(3) AND h.requested_by IS NOT DISTINCT FROM $4::varchar
    AND h.refund_reason IS NOT DISTINCT FROM $7::varchar AND h.limit_name = $5::varchar
    AND CASE WHEN h.ended_at IS NULL THEN h.until > window_end.at - interval '1 minute' ELSE h.ended_by <> 'system' AND h.until > now() END)
ON CONFLICT (merchant_id, reason, gateway, currency, requested_by, refund_reason, limit_name) WHERE ended_at IS NULL
DO UPDATE SET until = greatest(sending_hold.until, excluded.until)`;

const TRIP: Readonly<Record<(typeof LIMITS)[LimitName]['window'], string>> = {
  hour: trip(`now() + interval '1 hour'`),
  day: trip(`(date_trunc('day', now() AT TIME ZONE $6::text) + interval '1 day') AT TIME ZONE $6::text`),
};
