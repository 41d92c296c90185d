import { publicId, RefundError, type DisputeFunds, type Money, type Principal } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Tx } from '../database/database';
import { lockDisputedPayment, writeDispute, type LockedPayment } from './write-dispute';

/** A dispute as a merchant tells of it. */
export type DisputeAsk = Readonly<{
  saleRef: string;
  /** The payment's reference in its sale. */ payment: string;
  disputeRef: string;
  amount: Money;
  reason: string | null;
  openedAt: string;
  funds: DisputeFunds | null;
  /** The caller's name for this one call, and the hash of its body. */ key: string;
  bodyHash: string;
}>;
export type Registered = Readonly<{ id: string; created: boolean; replayed: boolean }>;

/** Writes a dispute that a merchant tells of, once per call, and once per id that its gateway gave it. The errors are those of `DisputeStore.register`. */
export async function registerDispute(tx: Tx, principal: Principal, ask: DisputeAsk): Promise<Registered> {
  const { merchantId, actor } = principal;
  const earlier = await earlierCall(tx, merchantId, ask);
  if (earlier !== undefined) return { id: earlier, created: false, replayed: true };
  const payment = await lockPayment(tx, merchantId, ask);
  const known = await knownDispute(tx, merchantId, payment, ask);
  if (known !== undefined) return { id: known, created: false, replayed: false };
  const { disputeRef, amount, reason, funds, key, bodyHash } = ask;
  const { id } = await writeDispute(tx, payment, {
    ...{ merchantId, gateway: payment.gateway, disputeRef, currency: amount.currency, reason, actor },
    told: { atMs: Date.parse(ask.openedAt), amount: amount.amount, status: 'open', funds },
    call: { key, bodyHash },
    proposalId: null,
  });
  await appendAudit(tx, {
    ...doneBy(principal),
    refundId: null,
    action: 'dispute.registered',
    subject: publicId('dispute', id),
    data: { amount: amount.amount, currency: amount.currency },
  });
  return { id, created: true, replayed: false };
}

/** Whoever else calls under this key waits until this transaction is over. */
async function earlierCall(tx: Tx, merchantId: string, { key, bodyHash }: DisputeAsk): Promise<string | undefined> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`dispute\n${merchantId}\n${key}`]);
  const [earlier] = await tx.query<{ id: string; bodyHash: string }>(EARLIER, [merchantId, key]);
  if (earlier && earlier.bodyHash !== bodyHash) throw new RefundError('idempotency_conflict');
  return earlier?.id;
}

async function lockPayment(
  tx: Tx,
  merchantId: string,
  { saleRef, payment: ref, amount }: DisputeAsk,
): Promise<LockedPayment> {
  const [place] = await tx.query<{ paymentId: string | null }>(PLACE, [merchantId, saleRef, ref]);
  if (!place) throw new RefundError('sale_not_found', { saleRef });
  const payment = place.paymentId === null ? undefined : await lockDisputedPayment(tx, merchantId, place.paymentId);
  if (!payment) throw new RefundError('unknown_payment', { payment: ref });
  if (amount.currency !== payment.currency)
    throw new RefundError('currency_mismatch', { currency: amount.currency, expected: payment.currency });
  return payment;
}

/** The dispute that is registered under the gateway's id already. Throws `dispute_exists` when that one is another. */
async function knownDispute(
  tx: Tx,
  merchantId: string,
  payment: LockedPayment,
  { disputeRef, amount }: DisputeAsk,
): Promise<string | undefined> {
  const [known] = await tx.query<{ id: string; paymentId: string; amount: number }>(KNOWN, [
    merchantId,
    payment.gateway,
    disputeRef,
  ]);
  if (known && (known.paymentId !== payment.id || known.amount !== amount.amount))
    throw new RefundError('dispute_exists', { disputeRef, dispute: publicId('dispute', known.id) });
  return known?.id;
}

const EARLIER = `SELECT id, body_hash AS "bodyHash" FROM dispute WHERE merchant_id = $1 AND key = $2`;
const PLACE = `
SELECT p.id AS "paymentId" FROM sale s LEFT JOIN payment p ON p.sale_id = s.id AND p.ref = $3
WHERE s.merchant_id = $1 AND s.sale_ref = $2`;
const KNOWN = `
SELECT id, payment_id AS "paymentId", amount FROM dispute WHERE merchant_id = $1 AND gateway = $2 AND dispute_ref = $3`;
