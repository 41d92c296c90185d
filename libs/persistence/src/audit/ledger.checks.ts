import { ON_PAGE, type AuditCheck } from './audit-check';

/** The books: each transaction, store credit, and what they say of each transfer and refund (I6, P9). */
export const LEDGER: readonly AuditCheck[] = [
  {
    id: 'A6.balance',
    rule: 'I6',
    sentence: 'every ledger transaction sums to zero',
    subject: 'ledger_transaction',
    broken: `
      SELECT l.id FROM ledger_transaction l WHERE ${ON_PAGE('l')}
        AND EXISTS (SELECT FROM posting p WHERE p.transaction_id = l.id GROUP BY p.currency HAVING sum(p.amount) <> 0)`,
  },
  {
    id: 'A6.entries',
    rule: 'I6',
    sentence: 'no part of store credit is negative or more than was issued',
    subject: 'credit_entry',
    broken: `SELECT e.id FROM credit_entry e WHERE ${ON_PAGE('e')} AND (e.available < 0 OR e.held < 0 OR e.available + e.held > e.amount)`,
  },
  {
    id: 'A6.accounts',
    rule: 'I6',
    sentence: 'store credit is what its postings and its entries say',
    subject: 'credit_account',
    broken: `
      SELECT a.id FROM credit_account a,
        LATERAL (SELECT coalesce(sum(e.available), 0) AS available, coalesce(sum(e.held), 0) AS held FROM credit_entry e WHERE e.account_id = a.id) entries,
        LATERAL (SELECT coalesce(-sum(p.amount), 0) AS available FROM posting p WHERE p.credit_account_id = a.id AND p.account = 'customer_credit') posted
      WHERE ${ON_PAGE('a')} AND (a.available <> entries.available OR a.held <> entries.held OR a.available <> posted.available)`,
  },
  {
    id: 'A6.settled',
    rule: 'P9',
    sentence: 'what settled through a gateway or a bank is posted once, and what did not is not',
    subject: 'transfer',
    broken: `
      SELECT t.id FROM transfer t,
        LATERAL (SELECT coalesce(-sum(p.amount), 0) AS amount FROM ledger_transaction l JOIN posting p ON p.transaction_id = l.id
          WHERE l.refund_id = t.refund_id AND starts_with(l.key, 'transfer:' || t.id || ':') AND p.account = 'gateway_clearing') posted
      WHERE ${ON_PAGE('t')} AND t.destination IN ('payment', 'manual') AND posted.amount <> CASE t.status WHEN 'settled' THEN t.amount ELSE 0 END`,
  },
  {
    id: 'A6.owed',
    rule: 'P9',
    sentence: 'a refund that is closed owes nothing, unless money came back',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND r.status IN ('completed', 'rejected', 'expired', 'cancelled', 'failed') AND NOT r.was_reversed
        AND 0 <> (SELECT coalesce(sum(p.amount), 0) FROM ledger_transaction l JOIN posting p ON p.transaction_id = l.id
          WHERE l.refund_id = r.id AND p.account = 'refunds_payable')`,
  },
];
