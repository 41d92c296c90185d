import { isCurrency } from '../money/currency';
import { minorUnitsOf } from '../money/parse-decimal';
import { reportInvalid } from './csv-reader';
import type { GatewayMovement, MovementStatus } from './gateway-movement';

/** The cells of one row by the names of their columns. */
export class ReportRow {
  constructor(
    readonly line: number,
    private readonly cells: ReadonlyMap<string, string>,
  ) {}

  /** The cell, or '' where the report has no such column. */
  optional(column: string): string {
    return (this.cells.get(column) ?? '').trim();
  }

  /** The cell as `read` takes it. Throws `report_invalid` with line and column when it is not what `is` says. */
  cell<T>(column: string, is: string, read: (text: string) => T | undefined): T {
    const value = read(this.optional(column));
    if (value === undefined) throw reportInvalid(this.line, column, `is not ${is}`);
    return value;
  }
}

export type ReportFormat = Readonly<{
  /** Columns that must be there, in any order. */ columns: readonly string[];
  /** The movement of a row; null for a row that is about something else. */
  movementOf: (row: ReportRow) => GatewayMovement | null;
}>;

const ID = /^[A-Za-z0-9._:-]{1,120}$/;
const id = (text: string): string | undefined => (ID.test(text) ? text : undefined);
const idOrNone = (text: string): string | null | undefined => (text === '' ? null : id(text));
const AN_ID = 'an id: letters, digits and ._:-';
const currency = (text: string): string | undefined => {
  const code = text.toUpperCase();
  return isCurrency(code) ? code : undefined;
};
const A_CURRENCY = 'a currency of ISO 4217';

const STATUSES: readonly MovementStatus[] = ['settled', 'pending', 'declined'];
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})$/;
const instant = (text: string): string | undefined =>
  INSTANT.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : undefined;

/** Our own columns (docs/reconciliation.md): for gateways whose reports a small program turns into this. */
const STANDARD: ReportFormat = {
  columns: ['gateway_refund_id', 'amount', 'currency', 'status', 'created_at'],
  movementOf: (row) => ({
    gatewayRefundId: row.cell('gateway_refund_id', AN_ID, id),
    reference: row.cell('reference', AN_ID, idOrNone),
    gatewayRef: row.cell('payment_ref', AN_ID, idOrNone),
    amount: {
      amount: row.cell('amount', 'a whole number of minor units above 0', (text) =>
        /^[1-9]\d{0,15}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined,
      ),
      currency: row.cell('currency', A_CURRENCY, currency),
    },
    status: row.cell('status', `one of ${STATUSES.join(', ')}`, (text) => STATUSES.find((status) => status === text)),
    createdAt: row.cell('created_at', 'a moment of RFC 3339 with its offset', instant),
  }),
};

/** Stripe's categories of refunds, and what each says of the money (docs.stripe.com/reports/reporting-categories). */
const STRIPE_STATUS: ReadonlyMap<string, MovementStatus> = new Map([
  ['refund', 'settled'],
  ['refund_failure', 'declined'],
]);

/** Stripe's itemized reports of balance changes and of payouts: the same columns of a balance transaction stand in both. */
const STRIPE: ReportFormat = {
  columns: ['reporting_category', 'source_id', 'gross', 'currency', 'created_utc'],
  movementOf: (row) => {
    const status = STRIPE_STATUS.get(row.optional('reporting_category'));
    if (status === undefined) return null;
    // What the customer was given back, where the account's own currency is another.
    const isForeign = row.optional('customer_facing_amount') !== '' && row.optional('customer_facing_currency') !== '';
    const [amountColumn, currencyColumn] = isForeign
      ? (['customer_facing_amount', 'customer_facing_currency'] as const)
      : (['gross', 'currency'] as const);
    const code = row.cell(currencyColumn, A_CURRENCY, currency);
    const units = row.cell(
      amountColumn,
      `an amount in ${code}, other than 0`,
      (text) => minorUnitsOf(text, code) || undefined,
    );
    return {
      gatewayRefundId: row.cell('source_id', AN_ID, id),
      reference: row.cell('refund_metadata[zikui_reference]', AN_ID, idOrNone),
      gatewayRef: row.cell('payment_intent_id', AN_ID, idOrNone),
      amount: { amount: Math.abs(units), currency: code },
      status,
      createdAt: row.cell('created_utc', 'a moment as 2026-11-01 10:00:00', (text) =>
        instant(`${text.replace(' ', 'T')}Z`),
      ),
    };
  },
};

/** Reports that can be imported, by the name of their format. */
export const REPORT_FORMATS = { standard: STANDARD, stripe_itemized: STRIPE } as const satisfies Record<
  string,
  ReportFormat
>;
export type ReportFormatName = keyof typeof REPORT_FORMATS;
export const REPORT_FORMAT_NAMES = Object.keys(REPORT_FORMATS) as readonly ReportFormatName[];
