import { timelineDepth } from '@zikui/domain';
import type { Tx } from '../../database/database';
import { loadRefund, type LoadedRefund } from '../loaded-refund';
import type { Transition } from '../refund-process.types';

/**
 * The gateway step of these transfers ended without an answer: what was sent may have moved money and is in doubt. An
 * attempt that is only prepared never left and stays as it is; one that was answered meanwhile keeps its answer.
 */
export async function unanswered(
  tx: Tx,
  refund: LoadedRefund,
  transition: Transition,
  transferIds: readonly string[],
): Promise<LoadedRefund> {
  if (transferIds.length === 0) return refund;
  await tx.query(`SELECT id FROM transfer WHERE refund_id = $1 ORDER BY id FOR NO KEY UPDATE`, [refund.id]);
  await tx.query(MARK, [refund.id, transferIds]);
  return (await loadRefund(tx, transition)) ?? refund;
}

const MARK = `
WITH doubt AS (
  UPDATE transfer SET status = 'in_doubt', updated_at = now()
  WHERE refund_id = $1 AND id = ANY ($2::uuid[]) AND status = 'sending' RETURNING id, merchant_id, no, amount, currency
), unknown AS (
  UPDATE attempt SET status = 'unknown', evidence = jsonb_build_object('cause', 'no_answer')
  FROM doubt WHERE attempt.transfer_id = doubt.id AND attempt.status = 'sent'
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT merchant_id, $1, 'transfer_unknown', '${timelineDepth('transfer_unknown')}', 'system',
  jsonb_build_object('transfer', no, 'amount', amount, 'currency', currency, 'cause', 'no_answer') FROM doubt`;
