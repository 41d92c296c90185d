import type { Database } from '../database/database';

/** Refunds to which there is a legal right, by the last day on which their money was due. */
export type LegalMisses = Readonly<{
  /** Local date. */ payBy: string;
  currency: string;
  /** All whose money was due by then, less those that ended without any. */ due: number;
  /** Of these, paid after that day or not yet. */ missed: number;
}>;
type DayRange = Readonly<{ fromDay: string; toDay: string }>;

/** The count of legal dates that were missed (`legal_misses` in domain.md section 12). */
export class LegalMissesStore {
  constructor(private readonly database: Database) {}

  /** By day and currency, both days included, oldest first; days on which nothing was due are left out. */
  async byDay(merchantId: string, { fromDay, toDay }: DayRange): Promise<readonly LegalMisses[]> {
    return this.database.read({ merchantId }, (tx) => tx.query<LegalMisses>(BY_DAY, [merchantId, fromDay, toDay]));
  }
}

// A date that has passed just now, and that the clock was not read for yet, counts as missed too.
const BY_DAY = `
SELECT pay_by AS "payBy", currency, count(*)::int AS due,
  count(*) FILTER (WHERE pay_missed OR (status <> 'completed' AND clock_at IS NOT NULL AND pay_ends_at <= now()))::int AS missed
FROM refund
WHERE merchant_id = $1 AND pay_by BETWEEN $2::date AND $3::date AND pay_ends_at IS NOT NULL
  AND (pay_missed OR status NOT IN ('rejected', 'expired', 'cancelled', 'failed'))
GROUP BY pay_by, currency ORDER BY pay_by, currency`;
