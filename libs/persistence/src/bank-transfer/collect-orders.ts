import { MOST_ORDERS, SEPA_COUNTRIES, type BankFileFormat, type PayeeDetails } from '@zikui/domain';
import type { Tx } from '../database/database';
import type { CustomerVault } from '../sale/customer-vault';

/** A transfer by hand that may be paid now. */
export type DueTransfer = Readonly<{
  id: string;
  no: number;
  refundId: string;
  /** How often a repair of the refund was begun. */ repairs: number;
  requestKey: string;
  saleRef: string;
  amount: number;
  payee: PayeeDetails;
}>;
export type Collect = Readonly<{
  merchantId: string;
  legalEntityId: string;
  currency: string;
  format: BankFileFormat;
}>;

/**
 * Locks the planned transfers by hand of a legal entity and currency, the ones asked for first, and reads afterwards which
 * of them may be paid: approved in every step for what is paid now, held by nothing, undisputed, their payee known. The
 * caller holds the legal entity's row, so that nobody collects beside.
 */
export async function collectOrders(tx: Tx, vault: CustomerVault, ask: Collect): Promise<readonly DueTransfer[]> {
  const { merchantId, legalEntityId, currency, format } = ask;
  const params = [merchantId, legalEntityId, currency, format === 'sepa', [...SEPA_COUNTRIES], MOST_ORDERS];
  const found = await tx.query<{ id: string; refundId: string }>(CANDIDATES, params);
  const ids = found.map(({ id }) => id);
  await tx.query(`SELECT id FROM refund WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE`, [
    found.map(({ refundId }) => refundId),
  ]);
  await tx.query(`SELECT id FROM transfer WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE`, [ids]);
  const due = await tx.query<Row>(DUE, [ids]);
  return due.map(({ sealed, dataKey, customerId, ...transfer }) => ({
    ...transfer,
    payee: vault.openPayee(sealed, dataKey, { merchantId, customerId }),
  }));
}

type Row = Omit<DueTransfer, 'payee'> & Readonly<{ sealed: string; dataKey: string; customerId: string }>;

/** As the audit reads it (`A12.approved`): no step of the newest round without its approval of what is paid now. */
const APPROVED = `NOT EXISTS (SELECT FROM approval_step s
  WHERE s.refund_id = r.id AND s.round = (SELECT max(round) FROM approval_step WHERE refund_id = r.id)
    AND (SELECT count(DISTINCT d.owner) FROM decision d WHERE d.step_id = s.id AND d.outcome = 'approve' AND d.snapshot_hash = r.snapshot_hash) < s.needed)`;

/** Kill switch and breakers stop a file as they stop a call to a gateway; what they stop is taken by a later file. */
const HELD = `EXISTS (SELECT FROM sending_hold h WHERE h.ended_at IS NULL AND (h.merchant_id = t.merchant_id OR h.merchant_id IS NULL)
  AND (h.gateway = 'manual' OR h.gateway IS NULL) AND (h.currency = t.currency OR h.currency IS NULL)
  AND (h.requested_by = r.requested_by OR h.requested_by IS NULL) AND (h.refund_reason = r.reason OR h.refund_reason IS NULL)
  AND (h.until IS NULL OR h.until > now()))`;

const MAY_BE_PAID = `t.destination = 'manual' AND t.status = 'planned' AND NOT ${HELD}
  AND r.status IN ('processing', 'awaiting_gateway', 'in_doubt', 'needs_review') AND ${APPROVED}
  AND NOT EXISTS (SELECT FROM reservation v JOIN payment p ON p.id = v.payment_id
    WHERE v.transfer_id = t.id AND v.released_at IS NULL AND p.disputed > 0)
  AND y.sealed IS NOT NULL AND c.data_key IS NOT NULL`;

const JOINED = `FROM transfer t JOIN refund r ON r.id = t.refund_id JOIN payee y ON y.id = t.payee_id JOIN customer c ON c.id = y.customer_id`;

const CANDIDATES = `
SELECT t.id, r.id AS "refundId" ${JOINED}
WHERE t.merchant_id = $1 AND r.legal_entity_id = $2 AND t.currency = $3 AND ${MAY_BE_PAID}
  AND (NOT $4::boolean OR (y.format = 'iban' AND left(y.masked_account, 2) = ANY ($5::text[])))
ORDER BY t.refund_id, t.id LIMIT $6`;

const DUE = `
SELECT t.id, t.no, r.id AS "refundId", r.repairs, r.request_key AS "requestKey", s.sale_ref AS "saleRef", t.amount, y.sealed, c.data_key AS "dataKey", c.id AS "customerId"
${JOINED} JOIN sale s ON s.id = r.sale_id
WHERE t.id = ANY ($1) AND ${MAY_BE_PAID} ORDER BY t.refund_id, t.id`;
