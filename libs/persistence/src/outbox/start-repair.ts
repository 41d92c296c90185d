import type { Tx } from '../database/database';
import type { ProcessDurations } from '../intake/process-durations';

/**
 * Puts the start of a repair into the outbox, for a completed refund whose money came back; its row is locked by the
 * caller. One that waits there already will find this reversal too. Nothing else starts a repair.
 */
export async function startRepair(tx: Tx, refundId: string, durations: ProcessDurations): Promise<void> {
  await tx.query(START, [refundId, JSON.stringify(durations)]);
}

/** SQL: what starts the process of refund `r`, whose repair has that number; `durations` is a parameter. */
export const startOfRepair = (number: string, durations: string): string => `
jsonb_build_object('merchantId', r.merchant_id, 'refundId', r.id, 'repair', ${number},
  'input', ${durations}::jsonb || jsonb_build_object('v', 2, 'merchantId', r.merchant_id, 'refundId', r.id, 'repair', ${number}),
  'searchAttributes', jsonb_build_object('merchant', r.merchant_id, 'saleRef', s.sale_ref, 'reason', r.reason, 'status', r.status,
    'amountMinor', r.payout, 'dueAt', NULL,
    'gateway', (SELECT t.gateway FROM transfer t WHERE t.refund_id = r.id ORDER BY t.no LIMIT 1)))`;

const START = `
WITH put AS (
  INSERT INTO outbox (refund_id, merchant_id, start)
  SELECT r.id, r.merchant_id, ${startOfRepair('r.repairs + 1', '$2')}
  FROM refund r JOIN sale s ON s.id = r.sale_id WHERE r.id = $1 AND r.status = 'completed'
  ON CONFLICT (refund_id) DO NOTHING RETURNING refund_id
)
UPDATE refund SET repairs = repairs + 1 FROM put WHERE refund.id = put.refund_id`;
