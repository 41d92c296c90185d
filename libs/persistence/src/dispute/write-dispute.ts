import {
  applyDisputeNews,
  countedOf,
  disputeEntries,
  timelineDepth,
  type DisputeState,
  type DisputeTold,
  type TimelineKind,
} from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { postTransactions } from '../ledger/post-transactions';
import { wakeTransfers } from '../sending-hold/wake-held';

/** What is told of a dispute, by whom. */
export type ToldDispute = Readonly<{
  merchantId: string;
  gateway: string;
  disputeRef: string;
  told: DisputeTold;
  /** Of what was told. A payment of another currency is disputed as a whole: nobody here knows the rate. */ currency: string;
  reason: string | null;
  actor: string;
  /** The call that registered it; null for what a gateway or a later act tells. */
  call: Readonly<{ key: string; bodyHash: string }> | null;
  /** The proposal that this very transaction confirms. */ proposalId: string | null;
}>;
/** The payment under its lock, as it stands before. */
export type LockedPayment = Readonly<{
  id: string;
  ref: string;
  merchantId: string;
  legalEntityId: string;
  gateway: string;
  currency: string;
  captured: number;
}>;
type StoredDispute = DisputeState & Readonly<{ id: string; version: number }>;
type WrittenDispute = Readonly<{ id: string; changed: boolean }>;

/** Locks the sale and the payment, in the lock order: no refund of it is accepted beside, and the sale keeps its payments. `undefined` when it is gone. */
export async function lockDisputedPayment(
  tx: Tx,
  merchantId: string,
  paymentId: string,
): Promise<LockedPayment | undefined> {
  const [, , [payment]] = await Promise.all([
    tx.query(`SELECT id FROM sale WHERE id = (SELECT sale_id FROM payment WHERE id = $1) FOR NO KEY UPDATE`, [
      paymentId,
    ]),
    tx.query(`SELECT id FROM payment WHERE id = $1 FOR NO KEY UPDATE`, [paymentId]),
    // A statement of its own: what others held of it is read after the lock.
    tx.query<LockedPayment>(PAYMENT, [paymentId, merchantId]),
  ]);
  return payment;
}

/**
 * Writes what news make of a dispute, of which the payment is locked by the caller: the row, what the payment has disputed,
 * the postings, and a line in the timeline of each refund that pays back to it. When refunds and disputes together exceed
 * what was captured, each refund that holds money of the payment gets an alert (I1). What became free wakes each transfer
 * that waited for it: one that something still holds waits anew. Told again, it changes nothing.
 */
export async function writeDispute(tx: Tx, payment: LockedPayment, dispute: ToldDispute): Promise<WrittenDispute> {
  const before = await findStored(tx, dispute);
  const amount = dispute.currency === payment.currency ? dispute.told.amount : payment.captured;
  const after = applyDisputeNews(before ?? null, { ...dispute.told, amount });
  const id = before?.id ?? newId();
  if (before && isSame(before, after)) return { id, changed: false };
  const version = (before?.version ?? 0) + 1;
  await tx.query(WRITE, [
    ...[id, payment.merchantId, payment.id, dispute.gateway, dispute.disputeRef, payment.currency],
    ...[after.status, instant(after.statusAtMs), after.amount, instant(after.amountAtMs)],
    ...[after.withdrawn, instant(after.fundsAtMs), dispute.reason, dispute.actor],
    ...[dispute.call?.key ?? null, dispute.call?.bodyHash ?? null, version, instant(dispute.told.atMs)],
  ]);
  const delta = countedOf(after) - (before ? countedOf(before) : 0);
  if (delta !== 0)
    await tx.query(`UPDATE payment SET disputed = disputed + $2::bigint WHERE id = $1`, [payment.id, delta]);
  await postTransactions(
    tx,
    {
      id,
      of: 'dispute',
      merchantId: payment.merchantId,
      legalEntityId: payment.legalEntityId,
      currency: payment.currency,
    },
    disputeEntries(before ?? null, after, payment.currency).map(({ kind, postings }) => ({
      kind,
      key: `dispute:${id}:${kind}:${String(version)}`,
      postings,
    })),
  );
  await voidProposals(tx, id, dispute);
  const { actor, disputeRef } = dispute;
  const data = { payment: payment.ref, amount: after.amount, currency: payment.currency, disputeRef };
  if (before?.status !== after.status) await tellRefunds(tx, payment.id, NOTES[after.status], actor, data);
  // Lost, too: what it left free may be sent now.
  if (delta < 0 || (before?.status === 'open' && after.status !== 'open')) await wakeHeld(tx, payment.id);
  if (delta > 0) await alertRefunds(tx, payment.id, actor, disputeRef);
  return { id, changed: true };
}

/** What a proposal about a dispute is bound to (`proposal.subject`). */
export const disputeSubject = (id: string): string => `dispute:${id}`;
/** What was proposed before the news was proposed without knowing them. */
const voidProposals = (tx: Tx, id: string, { merchantId, proposalId }: ToldDispute): Promise<unknown> =>
  tx.query(
    `UPDATE proposal SET status = 'void', ended_at = now()
     WHERE merchant_id = $1 AND kind = 'dispute_outcome' AND subject = $2 AND status = 'open' AND id IS DISTINCT FROM $3`,
    [merchantId, disputeSubject(id), proposalId],
  );

const NOTES: Readonly<Record<DisputeState['status'], TimelineKind>> = {
  open: 'dispute_opened',
  won: 'dispute_won',
  lost: 'dispute_lost',
};

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
const isSame = (before: DisputeState, after: DisputeState): boolean =>
  (['status', 'statusAtMs', 'amount', 'amountAtMs', 'withdrawn', 'fundsAtMs'] as const).every(
    (name) => before[name] === after[name],
  );

type StoredRow = Readonly<{
  id: string;
  version: number;
  status: DisputeState['status'];
  statusAt: string;
  amount: number;
  amountAt: string;
  withdrawn: number;
  fundsAt: string | null;
}>;

async function findStored(
  tx: Tx,
  { merchantId, gateway, disputeRef }: ToldDispute,
): Promise<StoredDispute | undefined> {
  const [row] = await tx.query<StoredRow>(STORED, [merchantId, gateway, disputeRef]);
  if (!row) return undefined;
  const { id, version, status, amount, withdrawn } = row;
  return {
    ...{ id, version, status, amount, withdrawn },
    statusAtMs: Date.parse(row.statusAt),
    amountAtMs: Date.parse(row.amountAt),
    fundsAtMs: row.fundsAt === null ? null : Date.parse(row.fundsAt),
  };
}

const tellRefunds = (tx: Tx, paymentId: string, kind: TimelineKind, actor: string, data: object): Promise<unknown> =>
  tx.query(TELL, [paymentId, kind, timelineDepth(kind), actor, JSON.stringify(data)]);

const alertRefunds = (tx: Tx, paymentId: string, actor: string, disputeRef: string): Promise<unknown> =>
  tx.query(ALERT, [paymentId, actor, disputeRef]);

// Whoever is just writing down that a transfer waits keeps the dispute's row locked: this comes after it.
async function wakeHeld(tx: Tx, paymentId: string): Promise<void> {
  const held = await tx.query<{ id: string }>(HELD, [paymentId]);
  if (held.length > 0)
    await wakeTransfers(
      tx,
      held.map(({ id }) => id),
    );
}

// Store credit is held by the payments that back it.
const HELD = `
SELECT id FROM transfer WHERE hold_reason = 'dispute' AND (payment_id = $1
  OR (payment_id IS NULL AND id IN (SELECT transfer_id FROM reservation WHERE payment_id = $1 AND released_at IS NULL))) ORDER BY id`;

const PAYMENT = `
SELECT p.id, p.ref, p.merchant_id AS "merchantId", s.legal_entity_id AS "legalEntityId", p.gateway, p.currency, p.captured
FROM payment p JOIN sale s ON s.id = p.sale_id WHERE p.id = $1 AND p.merchant_id = $2`;

const STORED = `
SELECT id, version, status, status_at AS "statusAt", amount, amount_at AS "amountAt", withdrawn, funds_at AS "fundsAt"
FROM dispute WHERE merchant_id = $1 AND gateway = $2 AND dispute_ref = $3`;

const WRITE = `
INSERT INTO dispute (id, merchant_id, payment_id, gateway, dispute_ref, currency, status, status_at, amount, amount_at, withdrawn, funds_at,
  reason, actor, key, body_hash, version, opened_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
ON CONFLICT (id) DO UPDATE SET status = $7, status_at = $8, amount = $9, amount_at = $10, withdrawn = $11, funds_at = $12,
  reason = coalesce($13, dispute.reason), version = $17, opened_at = least(dispute.opened_at, $18::timestamptz), updated_at = now()`;

/** Refunds that pay back to the payment, or hold money of it. */
const OF_PAYMENT = `
SELECT DISTINCT t.refund_id FROM transfer t
WHERE t.payment_id = $1 OR t.id IN (SELECT v.transfer_id FROM reservation v WHERE v.payment_id = $1)`;

const TELL = `
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT r.merchant_id, r.id, $2, $3, $4, $5::jsonb FROM refund r WHERE r.id IN (${OF_PAYMENT}) ORDER BY r.id`;

const ALERT = `
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT t.merchant_id, t.refund_id, 'money_alert', '${timelineDepth('money_alert')}', $2, jsonb_build_object('alert', 'dispute_exceeds',
  'transfer', t.no, 'amount', v.amount, 'currency', p.currency, 'payment', p.ref, 'disputeRef', $3::text, 'uncovered', p.held + p.disputed - p.captured)
FROM payment p JOIN reservation v ON v.payment_id = p.id AND v.released_at IS NULL JOIN transfer t ON t.id = v.transfer_id
WHERE p.id = $1 AND p.held + p.disputed > p.captured ORDER BY t.refund_id, t.no`;
