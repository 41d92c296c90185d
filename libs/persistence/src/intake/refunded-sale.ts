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

/** Reads the sale; with `lock` its row, the customer's and the payments' stay ours until the transaction ends. Throws `sale_not_found`, `policy_missing`. */
export async function readRefundedSale(
  tx: Tx,
  merchantId: string,
  saleRef: string,
  lock: boolean,
): Promise<RefundedSale> {
  const [[row], payments] = await Promise.all([
    tx.query<SaleRow>(lock ? `${SALE} FOR NO KEY UPDATE OF s, c` : SALE, [merchantId, saleRef]),
    // Locked by id, the order that everybody keeps; the quote wants them in the order of the sale.
    tx.query<SalePaymentRow & { no: number }>(lock ? `${PAYMENTS} FOR NO KEY UPDATE` : PAYMENTS, [merchantId, saleRef]),
  ]);
  if (!row) throw new RefundError('sale_not_found', { saleRef });
  const { policyId, policyName, policyNumber, policyHash, policySource, ...sale } = row;
  if (policyId === null) throw new RefundError('policy_missing', { currency: sale.snapshot.currency });
  return {
    ...sale,
    policy: { id: policyId, name: policyName, number: policyNumber, hash: policyHash, source: policySource },
    payments: payments.sort((left, right) => left.no - right.no),
  };
}

/** Requests that one member of staff makes at once wait for each other, so that the daily sum misses none of them. */
export async function lockStaffLimit(tx: Tx, merchantId: string, person: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`staff limit\n${merchantId}\n${person}`]);
}

type SaleRow = Omit<RefundedSale, 'policy' | 'payments'> &
  Readonly<
    | { policyId: string; policyName: string; policyNumber: number; policyHash: string; policySource: string }
    | { policyId: null; policyName: null; policyNumber: null; policyHash: null; policySource: null }
  >;

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

// What is disputed beyond what was lost is open: counted so, also a dispute that was opened while this waited for the lock is seen.
const PAYMENTS = `
  SELECT id, no, ref, gateway, captured, held, disputed,
    disputed > (SELECT coalesce(sum(d.amount), 0) FROM dispute d WHERE d.payment_id = payment.id AND d.status = 'lost') AS "hasOpenDispute"
  FROM payment
  WHERE sale_id = (SELECT id FROM sale WHERE merchant_id = $1 AND sale_ref = $2) ORDER BY id`;
