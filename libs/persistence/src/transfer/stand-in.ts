import { releasedEvent, standInFate, timelineDepth, type StandInFate, type TransferStatus } from '@zikui/domain';
import { withdrawSteps } from '../approval/withdraw-steps';
import type { Tx } from '../database/database';
import { tellProcess } from '../outbox/tell-process';
import { releaseHold } from './hold';
import type { LoadedTransfer } from './loaded-transfer';
import { GIVE_UP } from './replace-transfer';

/**
 * The money of a transfer that was given up, or had come back, has moved after all: what was made in its place and was
 * not sent yet is given up, with its hold, the proposals about it and what its approvers are asked. Payment and refund are
 * locked by the caller.
 * Tells what became of it.
 */
export async function stopStandIn(tx: Tx, { id, no, refund }: LoadedTransfer): Promise<StandInFate> {
  const [standIn] = await tx.query<Found>(NEWEST, [id]);
  const fate = standInFate(standIn ?? null);
  if (fate !== 'release' || !standIn) return fate;
  await tx.query(GIVE_UP, [standIn.id]);
  await releaseHold(tx, standIn.id);
  const { amount, currency } = standIn;
  const data = JSON.stringify({ transfer: standIn.no, insteadOf: no, amount, currency });
  await tx.query(TELL, [standIn.id, refund.id, timelineDepth('transfer_released'), data]);
  if (refund.status === 'awaiting_approval') await withdrawSteps(tx, refund.id);
  // It may wait in its process for approvers, for a hold to be lifted, or for a bank, although there is nothing to send any more.
  await tellProcess(tx, standIn.id, { event: releasedEvent(standIn.id), reference: '' });
  return fate;
}

type Found = Readonly<{ id: string; no: number; status: TransferStatus; amount: number; currency: string }>;

// What stands in may itself have been given up for another one. The lock comes before the look: who just sends it has ended.
const NEWEST = `
WITH RECURSIVE chain AS (
  SELECT id FROM transfer WHERE instead_of_id = $1
  UNION SELECT t.id FROM transfer t JOIN chain ON t.instead_of_id = chain.id
)
SELECT t.id, t.no, t.status, t.amount, t.currency FROM transfer t WHERE t.id IN (SELECT id FROM chain)
ORDER BY t.no DESC LIMIT 1 FOR NO KEY UPDATE OF t`;

const TELL = `
WITH voided AS (
  UPDATE proposal SET status = 'void', ended_at = now() WHERE transfer_id = $1 AND status = 'open'
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT merchant_id, $2, 'transfer_released', $3, 'system', $4::jsonb FROM transfer WHERE id = $1`;
