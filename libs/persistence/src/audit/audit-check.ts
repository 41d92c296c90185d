/** Tables whose rows are walked; each has a UUID as its key. */
export const AUDIT_SUBJECTS = [
  'payment',
  'dispute',
  'sale',
  'sale_line',
  'refund',
  'refund_line',
  'transfer',
  'attempt',
  'decision',
  'ledger_transaction',
  'credit_account',
  'credit_entry',
  'credit_note_series',
  'credit_note',
  'message',
  'inbox_event',
  'refund_command',
  'reconciliation',
  'webhook_endpoint',
  'webhook_delivery',
  'payee',
  'bank_file',
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

/** One promise, and the statement that finds the rows that break it. */
export type AuditCheck = Readonly<{
  /** Stable, for alerts and runbooks: `A1.held`. */ id: string;
  /** The invariant or promise that is kept: `I1`, `P3`. */ rule: string;
  /** What holds, as a sentence. */ sentence: string;
  subject: AuditSubject;
  /** Gives `id` of each row of the subject with `id > $1 AND id <= $2` that breaks the rule. A check that may be so for a while takes the seconds as `$3`. */
  broken: string;
  /** For how many seconds a running system may be so; absent = never, in any committed state. */ mayLastSeconds?: number;
  /** Decides in code over the columns of the statement; absent = every row that it gives is broken. */
  isBroken?: (row: Readonly<Record<string, unknown>>) => boolean;
}>;

/** The rows of one page of the subject, called `row` in the statement. */
export const ON_PAGE = (row: string): string => `${row}.id > $1 AND ${row}.id <= $2`;

/** Money of completed refund `row` came back, and its repair waits to be started: what it then finds is not written yet. */
export const AWAITS_REPAIR = (row: string): string =>
  `(${row}.was_reversed AND ${row}.status = 'completed' AND EXISTS (SELECT FROM outbox o WHERE o.refund_id = ${row}.id))`;
