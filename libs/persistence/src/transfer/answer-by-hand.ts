import { postingsForSettled, timelineDepth, type TimelineKind } from '@zikui/domain';
import type { Tx } from '../database/database';
import { postTransactions, type LedgerOwner } from '../ledger/post-transactions';
import { releaseHold } from './hold';

/** What two people know that a bank made of a transfer that stands in its file. */
export type BankAnswer = Readonly<{
  outcome: 'settled' | 'declined';
  actor: string;
  /** The line of the statement. */ statementRef: string | null;
}>;

/**
 * Writes what became of a pending transfer by hand: transfer, hold, postings and timeline; other proposals about it are
 * void. The rows are locked by the caller, who saw that it is pending.
 */
export async function answerByHand(
  tx: Tx,
  refund: LedgerOwner,
  transfer: Readonly<{ id: string; no: number; amount: number }>,
  { outcome, actor, statementRef }: BankAnswer,
): Promise<void> {
  const { id, no, amount } = transfer;
  const { currency } = refund;
  if (outcome === 'declined') await releaseHold(tx, id);
  else
    await postTransactions(tx, refund, [
      { kind: 'settled', key: `transfer:${id}:settled:bank`, postings: postingsForSettled({ amount, currency }) },
    ]);
  const kind = KINDS[outcome];
  const data = { transfer: no, amount, currency, gatewayRefundId: statementRef, reason: 'bank_declined' };
  await tx.query(WRITE, [id, outcome, statementRef, refund.id, kind, timelineDepth(kind), actor, JSON.stringify(data)]);
}

const KINDS: Readonly<Record<BankAnswer['outcome'], TimelineKind>> = {
  settled: 'transfer_settled',
  declined: 'transfer_declined',
};

const WRITE = `
WITH moved AS (
  UPDATE transfer SET status = $2::text, pending_reason = NULL, gateway_refund_id = coalesce($3::text, gateway_refund_id), last_final_news_at = now(),
    decline_reason = CASE WHEN $2::text = 'declined' THEN 'bank_declined' END, settled_at = CASE WHEN $2::text = 'settled' THEN now() END, updated_at = now()
  WHERE id = $1 AND status = 'pending' RETURNING merchant_id
), voided AS (
  UPDATE proposal SET status = 'void', ended_at = now() WHERE refund_id = $4 AND status = 'open' AND (transfer_id IS NULL OR transfer_id = $1)
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data) SELECT merchant_id, $4, $5, $6, $7, $8::jsonb FROM moved`;
