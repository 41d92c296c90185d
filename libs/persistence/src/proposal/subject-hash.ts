import { canonicalJson } from '@zikui/domain';
import type { Tx } from '../database/database';
import { sha256Hex } from '../database/keyed-hash';

/** What a proposal is about: a refund, or one transfer of it; nothing of ours when both are null. */
export type SubjectRows = Readonly<{ refundId: string | null; transferId: string | null }>;

/**
 * Hash of what a proposal is about as it stands: a proposal that meets another one later is void. Of a transfer its own
 * story counts, of a refund what it owes and the story of every transfer; never the refund's status, which only follows.
 */
export async function subjectHash(tx: Tx, { refundId, transferId }: SubjectRows): Promise<string> {
  const [row] = await tx.query<{ subject: unknown }>(SUBJECT, [refundId, transferId]);
  return sha256Hex(canonicalJson(row?.subject ?? null));
}

const SUBJECT = `
SELECT jsonb_build_object(
  'refund', CASE WHEN $2::uuid IS NULL THEN (
    SELECT jsonb_build_object('snapshotHash', r.snapshot_hash, 'payout', r.payout, 'shortAmount', r.short_amount) FROM refund r WHERE r.id = $1) END,
  'transfers', (
    SELECT jsonb_agg(jsonb_build_object('id', t.id, 'status', t.status, 'amount', t.amount, 'gatewayRefundId', t.gateway_refund_id,
      'newsAt', t.last_final_news_at, 'attempts', (
        SELECT jsonb_agg(jsonb_build_object('no', a.no, 'status', a.status, 'sends', a.sends, 'gatewayRefundId', a.gateway_refund_id) ORDER BY a.no)
        FROM attempt a WHERE a.transfer_id = t.id)) ORDER BY t.no)
    FROM transfer t WHERE t.refund_id = $1 AND (t.id = $2 OR $2 IS NULL))) AS subject`;
