/** Nobody reads more of them; whoever has more says more exactly what he looks for. */
export const MOST_FOUND = 20;
/** Of one order, payment or customer the newest. */
const MOST_REFUNDS = 10;

/** $1 merchant, $2 text, $3 kind of an id and $4 its UUID, $5 and $6 hashes of a mail address and a telephone number. */
const byId = (kind: string, from: string, refund = 'refund_id'): string =>
  `SELECT 'id' AS by, x.${refund} AS refund_id FROM ${from} x WHERE $3::text = '${kind}' AND x.id = $4::uuid AND x.merchant_id = $1`;
const BY_ID = [
  byId('refund', 'refund', 'id'),
  ...['transfer', 'command', 'message', 'note', 'evidence', 'payee', 'proposal'].map((kind) =>
    byId(kind, kind === 'command' ? 'refund_command' : kind),
  ),
  byId('return', 'goods_return'),
  byId('step', 'approval_step'),
  byId('creditNote', 'credit_note'),
  byId('parcel', '(SELECT p.id, p.merchant_id, g.refund_id FROM parcel p JOIN goods_return g ON g.id = p.return_id)'),
];

/** Names at a gateway or a carrier are unique there: an index finds them when it is told which there are. */
const namesIn = (column: 'gateways' | 'carriers'): string =>
  `ANY (ARRAY(SELECT jsonb_object_keys(m.${column}) FROM merchant m WHERE m.id = $1))`;
const newest = (by: string, from: string): string =>
  `(SELECT '${by}' AS by, r.id FROM ${from} ORDER BY r.created_at DESC, r.id DESC LIMIT ${String(MOST_REFUNDS)})`;
const BY_NAME = [
  newest('order', 'sale s JOIN refund r ON r.sale_id = s.id WHERE s.merchant_id = $1 AND s.sale_ref = $2::text'),
  `SELECT 'external_ref', r.id FROM refund r WHERE r.merchant_id = $1 AND r.external_ref = $2::text`,
  `SELECT 'tracking', g.refund_id FROM parcel p JOIN goods_return g ON g.id = p.return_id
   WHERE p.merchant_id = $1 AND p.carrier = ${namesIn('carriers')} AND p.tracking_code = $2::text`,
  `SELECT 'document', n.refund_id FROM credit_note n WHERE n.merchant_id = $1 AND n.display_number IS NOT NULL AND n.display_number = $2::text`,
  `SELECT 'gateway_reference', t.refund_id FROM transfer t
   WHERE t.merchant_id = $1 AND t.gateway = ${namesIn('gateways')} AND t.gateway_refund_id IS NOT NULL AND t.gateway_refund_id = $2::text`,
  `SELECT 'gateway_reference', t.refund_id FROM attempt a JOIN transfer t ON t.id = a.transfer_id WHERE a.merchant_id = $1 AND a.reference = $2::text`,
  newest(
    'gateway_reference',
    `payment p JOIN refund r ON r.sale_id = p.sale_id WHERE p.merchant_id = $1 AND p.gateway = ${namesIn('gateways')} AND p.gateway_ref = $2::text`,
  ),
  newest('customer', 'customer c JOIN refund r ON r.customer_id = c.id WHERE c.merchant_id = $1 AND c.ref = $2::text'),
  newest(
    'email',
    'customer c JOIN refund r ON r.customer_id = c.id WHERE c.merchant_id = $1 AND c.email_hash = $5::text',
  ),
  newest(
    'phone',
    'customer c JOIN refund r ON r.customer_id = c.id WHERE c.merchant_id = $1 AND c.phone_hash = $6::text',
  ),
];

export const FIND_REFUNDS = `
SELECT r.id, min(hit.by) AS by, s.sale_ref AS "saleRef", c.ref AS "customerRef", r.status, r.payout, r.currency, r.created_at AS "createdAt"
FROM (${[...BY_ID, ...BY_NAME].join('\nUNION ALL ')}) AS hit
JOIN refund r ON r.id = hit.refund_id JOIN sale s ON s.id = r.sale_id JOIN customer c ON c.id = r.customer_id
WHERE r.merchant_id = $1
GROUP BY r.id, s.id, c.id
ORDER BY r.created_at DESC, r.id DESC LIMIT ${String(MOST_FOUND)}`;

export const FIND_SALES = `
SELECT s.sale_ref AS id, 'order' AS by FROM sale s WHERE s.merchant_id = $1 AND s.sale_ref = $2::text
UNION
SELECT s.sale_ref, 'gateway_reference' FROM payment p JOIN sale s ON s.id = p.sale_id
WHERE p.merchant_id = $1 AND p.gateway = ${namesIn('gateways')} AND p.gateway_ref = $2::text
UNION
(SELECT s.sale_ref, 'customer' FROM customer c JOIN sale s ON s.customer_id = c.id
 WHERE c.merchant_id = $1 AND c.ref = $2::text ORDER BY s.placed_at DESC LIMIT ${String(MOST_REFUNDS)})
LIMIT ${String(MOST_FOUND)}`;

export const FIND_OTHERS = `
SELECT 'proposal' AS kind, id FROM proposal WHERE $2::text = 'proposal' AND id = $3::uuid AND merchant_id = $1
UNION ALL
SELECT 'dispute', id FROM dispute WHERE $2::text = 'dispute' AND id = $3::uuid AND merchant_id = $1`;
