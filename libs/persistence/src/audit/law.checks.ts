import { ON_PAGE, type AuditCheck } from './audit-check';

const HOUR = 3_600;
const IS_OPEN = `r.status NOT IN ('completed', 'rejected', 'expired', 'cancelled', 'failed')`;

/** The clock of the law (domain.md section 6): it runs for every right, and no date passes uncounted. */
export const LAW: readonly AuditCheck[] = [
  {
    id: 'A21.clock',
    rule: 'P7',
    sentence: 'the clock of an open legal date was read when it was due',
    subject: 'refund',
    mayLastSeconds: HOUR,
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND ${IS_OPEN} AND r.clock_at <= now() - make_interval(secs => $3)`,
  },
  {
    id: 'A21.runs',
    rule: 'P7',
    sentence:
      'every open right with a legal date to pay by has a clock, or its miss is counted, or its money came back after that date',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND ${IS_OPEN} AND r.statutory AND r.pay_by IS NOT NULL
        AND (r.pay_ends_at IS NULL OR (r.clock_at IS NULL AND NOT r.pay_missed AND NOT r.was_reversed))`,
  },
  {
    id: 'A21.missed',
    rule: 'P7',
    sentence: 'a miss that is counted is a legal date that passed',
    subject: 'refund',
    broken: `SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND r.pay_missed AND (NOT r.statutory OR r.pay_ends_at > now())`,
  },
];
