import type { Database } from '../database/database';

/** So long after the last payout details of accounts are kept, for questions of the bank. */
const KEPT_DAYS = 30;

/** Ends the keeping of customers' bank details. */
export class EraseBankDetailsStore {
  constructor(private readonly database: Database) {}

  /**
   * Erases up to `limit` payees of whom nothing is owed any more, and as many bank files that were answered in full, once
   * the time to keep them is over. Masks and hashes stay. Safe to repeat; returns how many were erased.
   */
  async erase(limit: number): Promise<number> {
    const rows = await this.database.write('eraser', (tx) => tx.query<{ erased: number }>(ERASE, [limit]));
    return rows[0]?.erased ?? 0;
  }
}

const LONG_AGO = (at: string): string => `${at} < now() - interval '${String(KEPT_DAYS)} days'`;

// What is still planned or pending keeps its details, however old; so does what a person may have to send anew.
const ERASE = `
WITH payee_due AS (
  SELECT y.id FROM payee y JOIN refund r ON r.id = y.refund_id
  WHERE y.sealed IS NOT NULL AND ${LONG_AGO('y.created_at')} AND ${LONG_AGO('r.updated_at')}
    AND r.status IN ('completed', 'rejected', 'expired', 'cancelled', 'failed')
    AND NOT EXISTS (SELECT FROM transfer t WHERE t.payee_id = y.id AND (t.status IN ('planned', 'pending') OR NOT (${LONG_AGO('t.updated_at')})))
  ORDER BY y.created_at LIMIT $1
), file_due AS (
  SELECT f.id FROM bank_file f WHERE f.content IS NOT NULL AND ${LONG_AGO('f.created_at')}
    AND NOT EXISTS (SELECT FROM bank_file_item i JOIN transfer t ON t.id = i.transfer_id
      WHERE i.bank_file_id = f.id AND (t.status = 'pending' OR NOT (${LONG_AGO('t.updated_at')})))
  ORDER BY f.created_at LIMIT $1
), payees AS (
  UPDATE payee SET sealed = NULL, erased_at = now() FROM payee_due WHERE payee.id = payee_due.id RETURNING payee.id
), files AS (
  UPDATE bank_file SET content = NULL, erased_at = now() FROM file_due WHERE bank_file.id = file_due.id RETURNING bank_file.id
)
SELECT ((SELECT count(*) FROM payees) + (SELECT count(*) FROM files))::int AS erased`;
