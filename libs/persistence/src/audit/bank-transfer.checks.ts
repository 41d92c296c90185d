import { ON_PAGE, type AuditCheck } from './audit-check';

const DAY = 86_400;

/** Transfers by hand: each order reaches a bank once, and bank details are kept no longer than promised (P1, P16). */
export const BANK_TRANSFERS: readonly AuditCheck[] = [
  {
    id: 'A19.files',
    rule: 'P1',
    sentence:
      'a transfer by hand stands in exactly one bank file, over its amount, once a bank may pay it, and in none before',
    subject: 'transfer',
    broken: `
      SELECT t.id FROM transfer t,
        LATERAL (SELECT count(*) AS files, coalesce(sum(i.amount), 0) AS amount FROM bank_file_item i WHERE i.transfer_id = t.id) placed
      WHERE ${ON_PAGE('t')} AND CASE
        WHEN t.destination <> 'manual' OR t.status = 'planned' THEN placed.files <> 0
        WHEN t.status = 'released' THEN placed.files > 1
        ELSE placed.files <> 1 OR placed.amount <> t.amount END`,
  },
  {
    id: 'A19.totals',
    rule: 'P1',
    sentence: 'a bank file is the sum of what stands in it, of one legal entity and currency',
    subject: 'bank_file',
    broken: `
      SELECT f.id FROM bank_file f,
        LATERAL (SELECT count(*) AS transfers, coalesce(sum(i.amount), 0) AS total FROM bank_file_item i WHERE i.bank_file_id = f.id) placed
      WHERE ${ON_PAGE('f')} AND (f.transfers <> placed.transfers OR f.total <> placed.total OR EXISTS (
        SELECT FROM bank_file_item i JOIN transfer t ON t.id = i.transfer_id JOIN refund r ON r.id = t.refund_id
        WHERE i.bank_file_id = f.id AND (t.currency <> f.currency OR r.legal_entity_id <> f.legal_entity_id)))`,
  },
  {
    id: 'A19.kept',
    rule: 'P16',
    sentence: 'bank details of a customer are erased 30 days after the payout',
    subject: 'payee',
    mayLastSeconds: DAY,
    broken: `
      SELECT y.id FROM payee y JOIN refund r ON r.id = y.refund_id
      WHERE ${ON_PAGE('y')} AND y.sealed IS NOT NULL AND r.status IN ('completed', 'rejected', 'expired', 'cancelled', 'failed')
        AND greatest(r.updated_at, y.created_at, (SELECT max(t.updated_at) FROM transfer t WHERE t.payee_id = y.id))
          <= now() - interval '30 days' - make_interval(secs => $3)`,
  },
];
