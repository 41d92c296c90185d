import { ON_PAGE, type AuditCheck } from './audit-check';

/** News that people were warned of: money moved that the books could not hold. */
const ALERTED = (refundId: string): string =>
  `EXISTS (SELECT FROM refund_event e WHERE e.refund_id = ${refundId} AND e.kind = 'money_alert')`;

/** What payments hold, what transfers reserve, and under which keys money may move (I1, I2, I8, P1, P6). */
export const HELD_MONEY: readonly AuditCheck[] = [
  {
    id: 'A1.held',
    rule: 'I1',
    sentence: 'a payment holds what is reserved, and never more than was captured',
    subject: 'payment',
    broken: `
      SELECT p.id FROM payment p WHERE ${ON_PAGE('p')} AND (p.held < 0 OR p.held > p.captured
        OR p.held <> (SELECT coalesce(sum(r.amount), 0) FROM reservation r WHERE r.payment_id = p.id AND r.released_at IS NULL))`,
  },
  {
    id: 'A1.reserved',
    rule: 'I1',
    sentence: 'a transfer reserves its amount while its money may move or has moved, and nothing when it is over',
    subject: 'transfer',
    broken: `
      SELECT t.id FROM transfer t,
        LATERAL (SELECT coalesce(sum(v.amount), 0) AS amount FROM reservation v WHERE v.transfer_id = t.id AND v.released_at IS NULL) held
      WHERE ${ON_PAGE('t')} AND CASE
        WHEN t.status IN ('declined', 'released', 'reversed') THEN held.amount <> 0
        WHEN t.status = 'settled' THEN held.amount > t.amount OR (held.amount < t.amount AND NOT ${ALERTED('t.refund_id')})
        ELSE held.amount <> t.amount END`,
  },
  {
    id: 'A2.amounts',
    rule: 'I2',
    sentence: 'amounts are positive, and a transfer, its refund, its payment and its sale have one currency',
    subject: 'transfer',
    broken: `
      SELECT t.id FROM transfer t JOIN refund r ON r.id = t.refund_id JOIN sale s ON s.id = r.sale_id
      LEFT JOIN payment p ON p.id = t.payment_id
      WHERE ${ON_PAGE('t')} AND (t.amount <= 0 OR t.currency <> s.currency OR r.currency <> s.currency OR p.currency <> s.currency)`,
  },
  {
    id: 'A8.destinations',
    rule: 'I8',
    sentence: 'the transfers of a refund never exceed its payout',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND r.payout <
        (SELECT coalesce(sum(t.amount), 0) FROM transfer t WHERE t.refund_id = r.id AND t.status NOT IN ('reversed', 'released'))`,
  },
  {
    id: 'A11.attempts',
    rule: 'P1',
    sentence: 'a new attempt exists only after the one before surely moved nothing',
    subject: 'attempt',
    broken: `
      SELECT a.id FROM attempt a WHERE ${ON_PAGE('a')} AND a.status NOT IN ('refused', 'not_sent', 'succeeded')
        AND EXISTS (SELECT FROM attempt newer WHERE newer.transfer_id = a.transfer_id AND newer.no > a.no)`,
  },
  {
    id: 'A11.keys',
    rule: 'P1',
    sentence: 'no two attempts share a key at the gateway',
    subject: 'attempt',
    broken: `
      SELECT a.id FROM attempt a WHERE ${ON_PAGE('a')}
        AND EXISTS (SELECT FROM attempt other WHERE other.gateway_key = a.gateway_key AND other.id <> a.id)`,
  },
  {
    id: 'A11.movements',
    rule: 'P1',
    sentence: 'no two transfers claim one movement of a gateway',
    subject: 'transfer',
    broken: `
      SELECT t.id FROM transfer t WHERE ${ON_PAGE('t')} AND EXISTS (SELECT FROM transfer other
        WHERE other.merchant_id = t.merchant_id AND other.gateway = t.gateway AND other.gateway_refund_id = t.gateway_refund_id AND other.id <> t.id)`,
  },
  {
    id: 'A11.requests',
    rule: 'P4',
    sentence: 'one request is one refund',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')}
        AND EXISTS (SELECT FROM refund other WHERE other.request_key = r.request_key AND other.id <> r.id)`,
  },
  {
    id: 'A11.unknown',
    rule: 'P6',
    sentence: 'a transfer is not given up, declined or planned anew while nobody knows what its attempt moved',
    subject: 'transfer',
    broken: `
      SELECT t.id FROM transfer t WHERE ${ON_PAGE('t')} AND t.status IN ('planned', 'declined', 'released')
        AND EXISTS (SELECT FROM attempt a WHERE a.transfer_id = t.id AND a.status IN ('sent', 'unknown'))`,
  },
];
