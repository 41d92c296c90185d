import { RefundError, type Sale } from '@zikui/domain';
import type { Tx } from '../database/database';

/** The sale that a refund is asked for, with all that the decision needs of it and of its merchant. */
export type RefundedSale = Readonly<{
  id: string;
  merchantId: string;
  legalEntityId: string;
  snapshot: Sale;
  customerId: string;
  customerKey: string | null;
  emailHash: string | null;
  phoneHash: string | null;
  merchantZone: string;
  policy: Readonly<{ id: string; name: string; number: number; hash: string; source: string }>;
  payments: readonly SalePaymentRow[];
  /** Ids of the sale's lines by their reference. */ lineIds: Readonly<Record<string, string>>;
  /** The database's clock: the only one that all processes share. */ now: string;
}>;
export type SalePaymentRow = Readonly<{
  id: string;
  ref: string;
  gateway: string;
  captured: number;
  held: number;
  disputed: number;
  hasOpenDispute: boolean;
}>;

/** Which sale, and for whom: a quote reads, whoever holds an idempotency key locks too. */
export type SaleQuestion = Readonly<{
  merchantId: string;
  saleRef: string;
  /** Whose daily sum the request counts in, if anybody's. */ requestedBy: string | undefined;
  /** Name of the key's lock; null for a quote. */ keyLock: string | null;
}>;
export type SaleRows = Readonly<{ sale: SaleRow | undefined; payments: readonly SalePaymentRow[] }>;

/**
 * Reads the rows of the sale. For the holder of the key's lock the sale's row, the customer's, the staff limit and the
 * payments' rows stay his until the transaction ends, taken in this order; whoever does not hold it waits for none of them.
 */
export async function readSaleRows(tx: Tx, question: SaleQuestion): Promise<SaleRows> {
  const { merchantId, saleRef, keyLock } = question;
  const named = [merchantId, saleRef];
  const [[sale], , payments] = await Promise.all([
    keyLock === null ? tx.query<SaleRow>(SALE, named) : tx.query<SaleRow>(LOCK_SALE, [...named, keyLock]),
    lockStaffLimit(tx, question),
    // Locked by id, the order that everybody keeps; the quote wants them in the order of the sale.
    keyLock === null
      ? tx.query<NumberedPayment>(PAYMENTS, named)
      : tx.query<NumberedPayment>(LOCK_PAYMENTS, [...named, keyLock]),
  ]);
  return { sale, payments: payments.sort((left, right) => left.no - right.no) };
}

/** The sale under the policy in force, or under one that is tried. Throws `sale_not_found`, `policy_missing`. */
export function refundedSaleOf(
  { sale: row, payments }: SaleRows,
  saleRef: string,
  tried?: RefundedSale['policy'],
): RefundedSale {
  if (!row) throw new RefundError('sale_not_found', { saleRef });
  const { policyId, policyName, policyNumber, policyHash, policySource, ...sale } = row;
  if (tried !== undefined) return { ...sale, policy: tried, payments };
  if (policyId === null) throw new RefundError('policy_missing', { currency: sale.snapshot.currency });
  return {
    ...sale,
    policy: { id: policyId, name: policyName, number: policyNumber, hash: policyHash, source: policySource },
    payments,
  };
}

/** Requests that one member of staff makes at once wait for each other, so that the daily sum misses none of them. */
async function lockStaffLimit(tx: Tx, { merchantId, requestedBy, keyLock }: SaleQuestion): Promise<void> {
  if (requestedBy === undefined || keyLock === null) return;
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0)) WHERE ${holdsKey('$2')}`, [
    `staff limit\n${merchantId}\n${requestedBy}`,
    keyLock,
  ]);
}

type NumberedPayment = SalePaymentRow & Readonly<{ no: number }>;
type SaleRow = Omit<RefundedSale, 'policy' | 'payments'> &
  Readonly<
    | { policyId: string; policyName: string; policyNumber: number; policyHash: string; policySource: string }
    | { policyId: null; policyName: null; policyNumber: null; policyHash: null; policySource: null }
  >;

/** True for the transaction that has the key's lock, or finds it free. */
const holdsKey = (parameter: string): string => `pg_try_advisory_xact_lock(hashtextextended(${parameter}, 0))`;

const SALE = `
  SELECT s.id, s.merchant_id AS "merchantId", s.legal_entity_id AS "legalEntityId", s.snapshot, now() AS now,
    (SELECT jsonb_object_agg(l.ref, l.id) FROM sale_line l WHERE l.sale_id = s.id) AS "lineIds",
    c.id AS "customerId", c.data_key AS "customerKey", c.email_hash AS "emailHash", c.phone_hash AS "phoneHash",
    m.time_zone AS "merchantZone",
    p.id AS "policyId", p.name AS "policyName", p.number AS "policyNumber", p.hash AS "policyHash", p.source AS "policySource"
  FROM sale s
  JOIN customer c ON c.id = s.customer_id
  JOIN merchant m ON m.id = s.merchant_id
  LEFT JOIN policy_version p ON p.merchant_id = s.merchant_id AND p.currency = s.currency AND p.status = 'published'
  WHERE s.merchant_id = $1 AND s.sale_ref = $2`;
const LOCK_SALE = `${SALE} AND ${holdsKey('$3')} FOR NO KEY UPDATE OF s, c`;

// What is disputed beyond what was lost is open: counted so, also a dispute that was opened while this waited for the lock is seen.
const PAYMENTS = `
  SELECT id, no, ref, gateway, captured, held, disputed,
    disputed > (SELECT coalesce(sum(d.amount), 0) FROM dispute d WHERE d.payment_id = payment.id AND d.status = 'lost') AS "hasOpenDispute"
  FROM payment
  WHERE sale_id = (SELECT id FROM sale WHERE merchant_id = $1 AND sale_ref = $2)`;
const LOCK_PAYMENTS = `${PAYMENTS} AND ${holdsKey('$3')} ORDER BY id FOR NO KEY UPDATE`;
