import {
  postingsForExternalRefund,
  postingsForExternalReversed,
  postingsForReversed,
  postingsForSettled,
  timelineDepth,
  type NewsEffect,
  type NewsResult,
  type TransferStatus,
} from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { postTransactions, type LedgerEntry } from '../ledger/post-transactions';
import { releaseHold, retakeHold } from './hold';
import { importMovement } from './import-movement';
import { newestAttempt, type LoadedAttempt, type LoadedTransfer } from './loaded-transfer';
import type { NewsDetails } from './news-details';
import { notesOfNews } from './notes-of-news';
import { stopStandIn } from './stand-in';

/**
 * Writes what news make of a transfer: attempt, transfer, hold, postings and timeline; proposals about it, made before
 * anybody knew, are void. The rows are locked by the caller. Returns false when there was nothing to write. `write` may
 * be `tx.last` for a caller who has nothing more to write.
 */
export async function writeNews(
  tx: Tx,
  transfer: LoadedTransfer,
  attempt: LoadedAttempt,
  result: NewsResult,
  details: NewsDetails,
  write: Tx['query'] = tx.query,
): Promise<boolean> {
  if (changesNothing(transfer, attempt, result))
    return waitsForAnotherReason(transfer, attempt, details) && waitFor(tx, transfer, details);
  const uncovered = await moveHold(tx, transfer, result.effect);
  if (result.withdrawAttemptNo !== null) await withdraw(tx, transfer.id, result.withdrawAttemptNo);
  if (REVERSES.includes(result.effect)) {
    await tx.query(`UPDATE refund SET was_reversed = true, updated_at = now() WHERE id = $1`, [transfer.refund.id]);
  }
  if (result.effect === 'external_refund') await importOutside(tx, transfer, result, details);
  const notes = notesOfNews(transfer, result, details, uncovered);
  const posted = postTransactions(tx, transfer.refund, entriesOf(transfer, attempt, result.effect));
  const written = write(WRITE, [
    attempt.id,
    result.attemptStatus,
    details.gatewayRefundId,
    details.evidence && JSON.stringify(details.evidence),
    transfer.id,
    result.transferStatus,
    details.pendingReason,
    FAILED.includes(result.transferStatus) ? details.reason : null,
    result.effect,
    result.lastFinalNewsAtMs === null ? null : new Date(result.lastFinalNewsAtMs).toISOString(),
    transfer.refund.id,
    JSON.stringify(notes.map((note) => ({ ...note, depth: timelineDepth(note.kind) }))),
  ]);
  await Promise.all([posted, written]);
  return true;
}

/** Money that this transfer does not answer for any more is a refund of its own; after a reversal, or beside what was paid in its place, the customer may have it twice. One that was imported before stays the record of it. */
async function importOutside(tx: Tx, transfer: LoadedTransfer, { alert }: NewsResult, { moved }: NewsDetails) {
  const { id, paymentId, gateway, amount, refund } = transfer;
  if (!moved || refund.origin === 'external') return;
  // Before anything is held for the movement: what is not sent any more makes room for it.
  const fate = await stopStandIn(tx, transfer);
  if (alert === 'settled_after_reversal' || fate === 'paid_twice')
    await tx.query(`UPDATE refund SET surplus = surplus + $2::bigint, updated_at = now() WHERE id = $1`, [
      refund.id,
      amount,
    ]);
  // A transfer that was pending carries the gateway's id still; the movement belongs to one of the two.
  await tx.query(`UPDATE transfer SET gateway_refund_id = NULL WHERE id = $1 AND gateway_refund_id = $2`, [
    id,
    moved.gatewayRefundId,
  ]);
  const { at: movedAt, ...movement } = moved;
  await importMovement(tx, { ...movement, movedAt, gateway, paymentId, merchantId: refund.merchantId, of: refund.id });
}

/** A pending transfer goes on waiting, but for something else: whoever can end the wait is to see it. */
const waitsForAnotherReason = (
  transfer: LoadedTransfer,
  { id }: LoadedAttempt,
  { pendingReason }: NewsDetails,
): boolean =>
  transfer.status === 'pending' &&
  pendingReason !== null &&
  pendingReason !== transfer.pendingReason &&
  newestAttempt(transfer)?.id === id;

async function waitFor(tx: Tx, transfer: LoadedTransfer, details: NewsDetails): Promise<boolean> {
  const { id, no, amount, currency, refund } = transfer;
  const { pendingReason: reason, actor, gatewayRefundId } = details;
  const data = { transfer: no, amount, currency, gatewayRefundId, reason, cause: reason };
  await tx.query(WAIT_FOR, [id, reason, refund.id, timelineDepth('transfer_pending'), actor, JSON.stringify(data)]);
  return true;
}

const FAILED: readonly TransferStatus[] = ['declined', 'reversed'];
const REVERSES: readonly NewsEffect[] = ['reverse', 'settle_and_reverse'];

function changesNothing(transfer: LoadedTransfer, attempt: LoadedAttempt, result: NewsResult): boolean {
  const known = transfer.lastFinalNewsAt === null ? null : Date.parse(transfer.lastFinalNewsAt);
  return (
    result.transferStatus === transfer.status &&
    result.attemptStatus === attempt.status &&
    result.alert === null &&
    result.lastFinalNewsAtMs === known
  );
}

/** Returns what of a late settlement the payment could no longer hold. */
async function moveHold(tx: Tx, transfer: LoadedTransfer, effect: NewsEffect): Promise<number> {
  if (effect === 'decline' || effect === 'reverse') await releaseHold(tx, transfer.id);
  // A declined transfer had given its hold back; what settles and comes back at once needs none.
  if (effect === 'settle' && transfer.status === 'declined') return retakeHold(tx, newId(), transfer);
  return 0;
}

function entriesOf(transfer: LoadedTransfer, attempt: LoadedAttempt, effect: NewsEffect): readonly LedgerEntry[] {
  const { id, amount, currency } = transfer;
  // What the merchant refunded past this house was never owed here.
  const isExternal = transfer.refund.origin === 'external';
  const settled: LedgerEntry = {
    kind: 'settled',
    key: `transfer:${id}:settled:${String(attempt.no)}`,
    postings: (isExternal ? postingsForExternalRefund : postingsForSettled)({ amount, currency }),
  };
  const reversed: LedgerEntry = {
    kind: 'reversed',
    key: `transfer:${id}:reversed:${String(attempt.no)}`,
    postings: (isExternal ? postingsForExternalReversed : postingsForReversed)({ amount, currency }),
  };
  if (effect === 'settle') return [settled];
  if (effect === 'reverse') return [reversed];
  return effect === 'settle_and_reverse' ? [settled, reversed] : [];
}

/** A newer attempt that only waited must never be sent: the older one paid. */
const withdraw = (tx: Tx, transferId: string, no: number): Promise<unknown> =>
  tx.query(`UPDATE attempt SET status = 'not_sent' WHERE transfer_id = $1 AND no = $2 AND status = 'prepared'`, [
    transferId,
    no,
  ]);

const WAIT_FOR = `
WITH moved AS (
  UPDATE transfer SET pending_reason = $2, updated_at = now() WHERE id = $1 RETURNING merchant_id
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT merchant_id, $3, 'transfer_pending', $4, $5, $6::jsonb FROM moved`;

const WRITE = `
WITH answered AS (
  UPDATE attempt SET status = $2::text, gateway_refund_id = coalesce($3::text, gateway_refund_id), evidence = coalesce($4::jsonb, evidence),
    answered_at = CASE WHEN $2::text IN ('succeeded', 'refused', 'pending') THEN coalesce(answered_at, now()) ELSE answered_at END
  WHERE id = $1
), moved AS (
  UPDATE transfer SET status = $6::text, hold_reason = NULL,
    pending_reason = CASE WHEN $9::text IN ('none', 'external_refund') THEN pending_reason ELSE $7::text END,
    decline_reason = CASE WHEN $9::text IN ('none', 'external_refund') THEN decline_reason ELSE $8::text END,
    gateway_refund_id = CASE WHEN $9::text IN ('none', 'external_refund') THEN gateway_refund_id ELSE coalesce($3::text, gateway_refund_id) END,
    settled_at = CASE WHEN $9::text IN ('settle', 'settle_and_reverse') THEN now() ELSE settled_at END,
    last_final_news_at = $10, updated_at = now()
  WHERE id = $5 RETURNING merchant_id
), voided AS (
  UPDATE proposal SET status = 'void', ended_at = now() WHERE refund_id = $11 AND status = 'open' AND (transfer_id IS NULL OR transfer_id = $5)
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT moved.merchant_id, $11, note.kind, note.depth, note.actor, note.data
FROM moved, jsonb_to_recordset($12::jsonb) AS note (kind text, depth text, actor text, data jsonb)`;
