import { APPROVER_ROLES } from '@zikui/domain';
import { isActive } from '../refund/active-refund';

/**
 * SQL: who may decide now, in which role and up to what, one row per grant, by the credential that he comes with.
 * The only place that knows where roles and limits are granted.
 */
export const GRANTS = `
  SELECT k.merchant_id, k.owner::text AS person, k.role::text AS role, k.amount_limit, k.id AS credential
  FROM credential k
  WHERE k.scopes @> ARRAY['refunds:decide'] AND k.role IN (${APPROVER_ROLES.map((role) => `'${role}'`).join(', ')}) AND k.valid`;

const hashOfCustomer = (column: string): string => `(SELECT ${column} FROM customer WHERE id = r.customer_id)`;
/** SQL: the customer of refund `r`, by every reference that the house knows the person by. */
export const SAME_CUSTOMER = `
  SELECT id, ref, email_hash, phone_hash FROM customer WHERE id = r.customer_id
  UNION SELECT id, ref, email_hash, phone_hash FROM customer WHERE merchant_id = r.merchant_id AND email_hash = ${hashOfCustomer('email_hash')}
  UNION SELECT id, ref, email_hash, phone_hash FROM customer WHERE merchant_id = r.merchant_id AND phone_hash = ${hashOfCustomer('phone_hash')}`;

/** SQL: names of persons who are paid by refund `r`: references of the customer, and staff with the same mail or phone. */
export const BENEFICIARIES = `(
  SELECT coalesce(jsonb_agg(DISTINCT name.name), '[]') FROM (
    SELECT c.ref::text AS name FROM (${SAME_CUSTOMER}) c
    UNION ALL SELECT a.person::text FROM approver a JOIN (${SAME_CUSTOMER}) c ON a.email_hash = c.email_hash OR a.phone_hash = c.phone_hash
    WHERE a.merchant_id = r.merchant_id
  ) name)`;

/** SQL: what `person` approved for the customer of refund `r` in thirty days, this refund left out: himself, or through somebody else. */
const approvedBefore = (person: string): string => `(
  SELECT coalesce(sum(o.payout - o.short_amount), 0)::bigint FROM refund o
  WHERE o.customer_id IN (SELECT c.id FROM (${SAME_CUSTOMER}) c) AND o.id <> r.id AND o.currency = r.currency AND ${isActive('o')}
    AND EXISTS (SELECT FROM decision d WHERE d.refund_id = o.id AND d.outcome = 'approve' AND d.at > now() - interval '30 days'
      AND (d.owner = ${person} OR d.on_behalf_of = ${person})))`;

/** SQL: the authorities of `person` over refund `r`, as a JSON list: his own, which are those that `own` says, and those that were delegated to him. */
const authoritiesOf = (person: string, own: string): string => `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('person', held.person, 'role', held.role, 'limit', held.amount_limit, 'delegation', held.delegation,
    'teams', coalesce((SELECT a.teams FROM approver a WHERE a.merchant_id = r.merchant_id AND a.person = held.person), '{}'),
    'approvedBefore', ${approvedBefore('held.person')}) ORDER BY held.delegation NULLS FIRST, held.role), '[]')
  FROM (
    SELECT g.person, g.role, g.amount_limit, NULL::uuid AS delegation FROM (${GRANTS}) g
    WHERE g.merchant_id = r.merchant_id AND ${own}
    UNION ALL
    SELECT g.person, g.role, CASE WHEN g.amount_limit IS NOT NULL THEN least(g.amount_limit, d.amount_limit) END, d.id
    FROM delegation d JOIN (${GRANTS}) g ON g.merchant_id = d.merchant_id AND g.person = d.from_person
    WHERE d.merchant_id = r.merchant_id AND d.to_person = ${person} AND d.starts_at <= now() AND d.ends_at > now() AND d.ended_at IS NULL
  ) held)`;

/** SQL: the holder `k` of the credential that the parameter names, once, whatever his roles. */
export const holderOf = (credential: string): string =>
  `(SELECT DISTINCT c.id, c.owner FROM credential c WHERE c.id = ${credential}) k`;
/** SQL: what the holder of credential `k` may decide in any of his roles. */
export const AUTHORITIES = authoritiesOf('k.owner', 'g.credential = k.id');
/** SQL: what he may decide in the one role of credential `k`. */
export const AUTHORITIES_IN_ROLE = authoritiesOf('k.owner', 'g.credential = k.id AND g.role = k.role');

/** Of a larger house this many persons are looked at. */
const MOST_PERSONS = 200;

/** SQL: everybody who may decide something at the merchant of refund `r`, with all that he may, as a JSON list. */
export const HOUSE = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('person', p.person, 'isAbsent', coalesce(a.absent_from <= now() AND a.absent_until > now(), false),
    'authorities', ${authoritiesOf('p.person', 'g.person = p.person')}) ORDER BY p.person), '[]')
  FROM (SELECT DISTINCT g.person FROM (${GRANTS}) g WHERE g.merchant_id = r.merchant_id ORDER BY g.person LIMIT ${MOST_PERSONS}) p
  LEFT JOIN approver a ON a.merchant_id = r.merchant_id AND a.person = p.person)`;

/** Decisions about one customer wait for each other, so that the sums miss none of them. Customers come before payments in the lock order. */
export const LOCK_CUSTOMER = `
  SELECT c.id FROM customer c WHERE c.id IN (
    SELECT c.id FROM refund r, LATERAL (${SAME_CUSTOMER}) c WHERE r.id = $1 AND r.merchant_id = $2)
  ORDER BY c.id FOR NO KEY UPDATE`;
