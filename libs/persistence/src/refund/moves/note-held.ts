import { timelineDepth } from '@zikui/domain';
import type { Tx } from '../../database/database';
import type { LoadedRefund } from '../loaded-refund';

/** Tells in the timeline that transfers wait although they are due, and why: once for each reason of one wait. */
export async function noteHeld(tx: Tx, refund: LoadedRefund, transferIds: readonly string[]): Promise<void> {
  if (transferIds.length > 0) await tx.query(NOTE, [refund.id, transferIds]);
}

const NOTE = `
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT t.merchant_id, t.refund_id, 'transfer_held', '${timelineDepth('transfer_held')}', 'system',
  jsonb_build_object('transfer', t.no, 'amount', t.amount, 'currency', t.currency, 'reason', t.hold_reason)
FROM transfer t
WHERE t.refund_id = $1 AND t.id = ANY ($2::uuid[]) AND t.hold_reason IS NOT NULL AND NOT EXISTS (
  SELECT FROM refund_event e WHERE e.refund_id = t.refund_id AND e.kind = 'transfer_held' AND e.at >= t.held_at
    AND e.data ->> 'transfer' = t.no::text AND e.data ->> 'reason' = t.hold_reason)`;
