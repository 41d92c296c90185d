import {
  canonicalJson,
  changedSnapshot,
  changeDestination as decideAnew,
  STORE_CREDIT,
  type DestinationChange,
  type ErrorCode,
  type NewDestination,
} from '@zikui/domain';
import type { Tx } from '../../../database/database';
import { sha256Hex } from '../../../database/keyed-hash';
import { policyVersion } from '../../../policy/working-calendar';
import { backingOf, replaceTransfer } from '../../../transfer/replace-transfer';
import { isActive } from '../../active-refund';
import { loadRefund, type LoadedRefund, type RefundTransfer } from '../../loaded-refund';
import { step, type Moved } from '../../step';
import { askLadder } from './ask-ladder';
import { anyTransferOf, type Resolution, type ResolutionMove } from './resolution';

/** The sale still has what the refund takes of it, the payments still have the money, and the policy knows the destination. */
export async function refuseChangeDestination(resolution: Resolution): Promise<ErrorCode | null> {
  const { tx, refund, move } = resolution;
  const transfer = anyTransferOf(resolution);
  const refusal = await refuseDestination(tx, refund, transfer, move);
  if (refusal !== null) return refusal;

  const [exhausted] = await tx.query<{ code: ErrorCode }>(EXHAUSTED, [refund.id]);
  if (exhausted) return exhausted.code;
  const backing = await backingOf(tx, transfer.id);
  const isBacked = backing.every(({ amount, free }) => amount <= free);
  return isBacked && backing.reduce((sum, { amount }) => sum + amount, 0) === transfer.amount ? null : 'over_refund';
}

/** Credit as the policy has it; a bank account that was given for this very refund, of which the policy has no say: it is money. */
async function refuseDestination(
  tx: Tx,
  refund: LoadedRefund,
  transfer: RefundTransfer,
  { destination = null, payee = null }: ResolutionMove,
): Promise<ErrorCode | null> {
  if (destination === 'manual') return (await payeeHashOf(tx, refund.id, payee)) === null ? 'payee_not_found' : null;
  const { destinations } = await policyVersion(tx, refund.policyVersionId);
  const isPossible =
    destination !== null && destinations.allow.includes(destination) && transfer.destination !== destination;
  return isPossible ? null : 'destination_not_allowed';
}

async function payeeHashOf(tx: Tx, refundId: string, payeeId: string | null): Promise<string | null> {
  const [payee] = await tx.query<{ hash: string }>(
    `SELECT details_hash AS hash FROM payee WHERE id = $1 AND refund_id = $2 AND sealed IS NOT NULL`,
    [payeeId, refundId],
  );
  return payee?.hash ?? null;
}

/**
 * Gives a transfer up, unless its money came back, and plans another one with a number that was never used. What people
 * approved no longer holds: the ladder is asked again, over a new snapshot.
 */
export async function changeDestination(resolution: Resolution): Promise<Moved> {
  const { tx, refund, transition, note, move, by } = resolution;
  const old = anyTransferOf(resolution);
  const to: NewDestination = move.destination ?? STORE_CREDIT;
  const payeeId = to === 'manual' ? (move.payee ?? null) : null;
  const payeeHash = await payeeHashOf(tx, refund.id, payeeId);
  const transferNo = await replaceTransfer(tx, old, { to, payeeId });
  const replaced = (await loadRefund(tx, transition)) ?? refund;
  const change = { instead: old.no, transfer: transferNo, to, by: by.owner, payeeHash };
  const changed = await writeDecision(tx, replaced, change);

  const asked = await askLadder(tx, changed, transition, changed.decided.approval.steps);
  const told = { transfer: old.no, into: transferNo, to, amount: old.amount, currency: refund.currency };
  return step({
    to: 'awaiting_approval',
    reviewReason: null,
    dueAt: asked.dueAt,
    openStep: asked.openStep,
    notes: [note, { kind: 'destination_changed', actor: by.actor, data: told }, ...asked.notes],
    messages: [],
    transfers: changed.transfers,
    snapshotHash: changed.snapshotHash,
  });
}

/** Writes what is to be approved now. */
async function writeDecision(tx: Tx, refund: LoadedRefund, change: DestinationChange): Promise<LoadedRefund> {
  const policy = await policyVersion(tx, refund.policyVersionId);
  const live = refund.transfers.filter(({ status }) => status !== 'released' && status !== 'reversed');
  const creditAmount = live.filter(isCreditDue).reduce((sum, { amount }) => sum + amount, 0);
  const decided = decideAnew({ decided: refund.decided, policy, change, creditAmount, now: refund.now });
  const snapshotHash = sha256Hex(canonicalJson(changedSnapshot(refund.snapshotHash, decided, live)));
  await tx.query(`UPDATE refund SET decided = $2, snapshot_hash = $3 WHERE id = $1`, [
    refund.id,
    JSON.stringify(decided),
    snapshotHash,
  ]);
  return { ...refund, decided, snapshotHash };
}

const isCreditDue = ({ destination, status }: RefundTransfer): boolean =>
  destination === STORE_CREDIT && status === 'planned';

/** What this refund and the other active ones of the sale take more of than there is: one whose money all came back had given it back. */
const EXHAUSTED = `
WITH mine AS (
  SELECT * FROM refund WHERE id = $1
), others AS (
  SELECT r.* FROM refund r JOIN mine ON mine.sale_id = r.sale_id AND mine.id <> r.id WHERE ${isActive('r')}
), on_line AS (
  SELECT l.sale_line_id, sum(l.units - l.given_back_units) AS units, sum(l.gross - l.given_back_gross) AS gross
  FROM refund_line l WHERE l.refund_id IN (SELECT id FROM others UNION ALL SELECT id FROM mine) GROUP BY l.sale_line_id
)
SELECT 'line_exhausted' AS code FROM refund_line l JOIN sale_line s ON s.id = l.sale_line_id JOIN on_line o ON o.sale_line_id = s.id
WHERE l.refund_id = $1 AND (o.units > s.quantity OR o.gross > s.total)
UNION ALL
SELECT 'shipping_exhausted' FROM mine JOIN sale s ON s.id = mine.sale_id
WHERE mine.shipping_gross > 0 AND s.shipping_total < (
  SELECT sum(r.shipping_gross - r.given_back_shipping_gross) FROM (SELECT * FROM others UNION ALL SELECT * FROM mine) r)
LIMIT 1`;
