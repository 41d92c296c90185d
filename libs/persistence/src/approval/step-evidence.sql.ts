import { isActive } from '../refund/active-refund';
import { SAME_CUSTOMER } from './authority.sql';

const counts = [90, 365].flatMap((days) => {
  const young = `o.created_at > now() - interval '${String(days)} days'`;
  return [
    `'count${String(days)}d', count(*) FILTER (WHERE ${young})`,
    `'sum${String(days)}d', coalesce(sum(o.payout - o.short_amount) FILTER (WHERE o.currency = r.currency AND ${young}), 0)::bigint`,
  ];
});
const PERSON = `(SELECT p.id FROM (${SAME_CUSTOMER}) p)`;

/** What belongs to the sale and the customer of refund $2 of merchant $1. */
export const BESIDE_STEP = `
SELECT c.id AS "customerId", c.data_key AS "dataKey", r.note AS "sealedWords", s.snapshot -> 'lines' AS lines,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('ref', p.ref, 'gateway', p.gateway, 'captured', p.captured, 'held', p.held, 'disputed', p.disputed)
     ORDER BY p.no), '[]') FROM payment p WHERE p.sale_id = r.sale_id) AS payments,
  (SELECT jsonb_build_object(${counts.join(', ')},
     'orders365d', (SELECT count(*) FROM sale b WHERE b.customer_id IN ${PERSON} AND b.placed_at > now() - interval '365 days'))
   FROM refund o WHERE o.customer_id IN ${PERSON} AND o.id <> r.id AND o.created_at > now() - interval '365 days' AND ${isActive('o')}) AS history
FROM refund r JOIN sale s ON s.id = r.sale_id JOIN customer c ON c.id = r.customer_id
WHERE r.merchant_id = $1 AND r.id = $2`;
