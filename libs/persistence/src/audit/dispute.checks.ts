import { ON_PAGE, type AuditCheck } from './audit-check';

/** People were told about refunds of the payment `p` together with a dispute of it. */
const ALERTED = `EXISTS (
  SELECT FROM reservation v JOIN transfer t ON t.id = v.transfer_id JOIN refund_event e ON e.refund_id = t.refund_id
  WHERE v.payment_id = p.id AND e.kind = 'money_alert')`;

/** What disputes take from payments, and what of it is in the books (I1, P9). */
export const DISPUTES: readonly AuditCheck[] = [
  {
    id: 'A1.disputed',
    rule: 'I1',
    sentence: 'held and disputed money exceed what was captured only where people were alerted',
    subject: 'payment',
    broken: `
      SELECT p.id FROM payment p WHERE ${ON_PAGE('p')} AND p.held + p.disputed > p.captured AND p.disputed > 0 AND p.held > 0 AND NOT ${ALERTED}`,
  },
  {
    id: 'A1.disputes',
    rule: 'I1',
    sentence: 'a payment has disputed what its open and its lost disputes are over',
    subject: 'payment',
    broken: `
      SELECT p.id FROM payment p WHERE ${ON_PAGE('p')} AND p.disputed <> (
        SELECT coalesce(sum(d.amount), 0) FROM dispute d WHERE d.payment_id = p.id AND d.status <> 'won')`,
  },
  {
    id: 'A1.blocked',
    rule: 'I1',
    sentence: 'nothing of a payment is sent while a dispute of it is open',
    subject: 'dispute',
    // Who had claimed a transfer just before may be sending it just after.
    broken: `
      SELECT d.id FROM dispute d WHERE ${ON_PAGE('d')} AND d.status = 'open' AND EXISTS (
        SELECT FROM transfer t JOIN attempt a ON a.transfer_id = t.id
        WHERE t.payment_id = d.payment_id AND a.last_sent_at > d.updated_at + interval '30 seconds')`,
  },
  {
    id: 'A6.disputes',
    rule: 'P9',
    sentence:
      'what the gateway withdrew for a dispute is owed to the merchant, or lost with the verdict, and posted once',
    subject: 'dispute',
    broken: `
      SELECT d.id FROM dispute d, LATERAL (
        SELECT coalesce(sum(o.amount) FILTER (WHERE o.account = 'gateway_clearing'), 0) AS clearing,
          coalesce(sum(o.amount) FILTER (WHERE o.account = 'dispute_receivable'), 0) AS receivable,
          coalesce(sum(o.amount) FILTER (WHERE o.account = 'dispute_loss'), 0) AS loss
        FROM ledger_transaction l JOIN posting o ON o.transaction_id = l.id WHERE l.dispute_id = d.id) books
      WHERE ${ON_PAGE('d')} AND (books.clearing <> -d.withdrawn
        OR books.receivable <> CASE d.status WHEN 'lost' THEN 0 ELSE d.withdrawn END
        OR books.loss <> CASE d.status WHEN 'lost' THEN d.withdrawn ELSE 0 END)`,
  },
];
