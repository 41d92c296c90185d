import type { GatewayNews } from '@zikui/domain';
import type { Tx } from '../database/database';

export type MatchedAttempt = Readonly<{
  attemptId: string;
  transferId: string;
  /** Found by our reference while the gateway's id of that attempt is another: money moved a second time. */
  isOther: boolean;
}>;

/** The attempt that news belong to: by the gateway's own id, else by our reference; a movement that was imported answers for itself. Read without a lock. */
export async function matchAttempt(
  tx: Tx,
  merchantId: string,
  gateway: string,
  { gatewayRefundId, reference }: GatewayNews,
): Promise<MatchedAttempt | undefined> {
  const [match] = await tx.query<MatchedAttempt>(MATCH, [merchantId, gateway, gatewayRefundId, reference]);
  return match;
}

const MATCH = `
SELECT a.id AS "attemptId", t.id AS "transferId", coalesce(a.gateway_refund_id <> $3, false) AS "isOther"
FROM attempt a JOIN transfer t ON t.id = a.transfer_id JOIN refund r ON r.id = t.refund_id
WHERE a.merchant_id = $1 AND t.gateway = $2 AND (a.gateway_refund_id = $3 OR a.reference = $4)
ORDER BY coalesce(a.gateway_refund_id = $3, false) DESC, r.origin = 'external' DESC, a.no DESC LIMIT 1`;
