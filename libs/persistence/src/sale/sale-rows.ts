import type { Sale } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';

/** A sale on its way in. */
export type SaleRows = Readonly<{
  id: string;
  merchantId: string;
  legalEntityId: string;
  customerId: string;
  /** Without the customer's contact, which is sealed in its own row. */ snapshot: Sale;
  bodyHash: string;
}>;

/** Writes a new sale, or one that has no refund yet anew, with its lines and payments. */
export async function writeSale(tx: Tx, rows: SaleRows, replaces: boolean): Promise<void> {
  const { id, merchantId, legalEntityId, customerId, snapshot, bodyHash } = rows;
  // A statement of its own: parts of one statement do not see what the others deleted.
  if (replaces) await tx.query(CLEAR, [id]);
  const lines = snapshot.lines.map((line, index) => ({ ...line, id: newId(), no: index + 1 }));
  const payments = snapshot.payments.map((payment, index) => ({ ...payment, id: newId(), no: index + 1 }));
  await tx.query(WRITE, [
    id,
    merchantId,
    snapshot.saleRef,
    customerId,
    legalEntityId,
    snapshot.currency,
    snapshot.shipping.total,
    snapshot.shipping.tax,
    JSON.stringify(snapshot),
    bodyHash,
    snapshot.placedAt,
    JSON.stringify(lines),
    JSON.stringify(payments),
  ]);
}

/** Writes what was filled in to a sale that has a refund; amounts, lines and payments stay. */
export async function fillSale(tx: Tx, { id, snapshot, bodyHash }: SaleRows): Promise<void> {
  await tx.query(FILL, [id, JSON.stringify(snapshot), bodyHash, JSON.stringify(snapshot.payments)]);
}

const CLEAR = `
  WITH cleared_lines AS (DELETE FROM sale_line WHERE sale_id = $1)
  DELETE FROM payment WHERE sale_id = $1`;

const WRITE = `
  WITH sale_row AS (
    INSERT INTO sale (id, merchant_id, sale_ref, customer_id, legal_entity_id, currency, shipping_total, shipping_tax,
      snapshot, body_hash, placed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (id) DO UPDATE SET customer_id = $4, legal_entity_id = $5, currency = $6, shipping_total = $7,
      shipping_tax = $8, snapshot = $9, body_hash = $10, placed_at = $11, updated_at = now()
  ), line_rows AS (
    INSERT INTO sale_line (id, merchant_id, sale_id, no, ref, kind, quantity, total, tax)
    SELECT l.id, $2, $1, l.no, l.ref, l.kind, l.quantity, l.total, l.tax
    FROM jsonb_to_recordset($12)
      AS l (id uuid, no integer, ref text, kind text, quantity integer, total bigint, tax bigint)
  )
  INSERT INTO payment (id, merchant_id, sale_id, no, ref, gateway, gateway_ref, currency, captured, captured_at)
  SELECT p.id, $2, $1, p.no, p.ref, p.gateway, p."gatewayRef", $6, p.captured, p."capturedAt"
  FROM jsonb_to_recordset($13)
    AS p (id uuid, no integer, ref text, gateway text, "gatewayRef" text, captured bigint, "capturedAt" timestamptz)`;

const FILL = `
  WITH captured AS (
    UPDATE payment SET captured_at = p."capturedAt"
    FROM jsonb_to_recordset($4) AS p (ref text, "capturedAt" timestamptz)
    WHERE payment.sale_id = $1 AND payment.ref = p.ref AND payment.captured_at IS DISTINCT FROM p."capturedAt"
  )
  UPDATE sale SET snapshot = $2, body_hash = $3, updated_at = now() WHERE id = $1`;
