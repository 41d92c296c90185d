import { minorUnitsOf } from '../money/parse-decimal';
import type { MovementStatus } from './gateway-movement';
import { A_CURRENCY, AN_ID, readCurrency, readId, readIdOrNone, readInstant, type ReportFormat } from './report-row';

/** Stripe's categories of refunds, and what each says of the money (docs.stripe.com/reports/reporting-categories). */
const STATUS: ReadonlyMap<string, MovementStatus> = new Map([
  ['refund', 'settled'],
  ['refund_failure', 'declined'],
]);

/** Stripe's itemized reports of balance changes and of payouts: the same columns of a balance transaction stand in both. */
export const STRIPE_REPORT: ReportFormat = {
  columns: ['reporting_category', 'source_id', 'gross', 'currency', 'created_utc'],
  movementOf: (row) => {
    const status = STATUS.get(row.optional('reporting_category'));
    if (status === undefined) return null;
    // What the customer was given back, where the account's own currency is another.
    const isForeign = row.optional('customer_facing_amount') !== '' && row.optional('customer_facing_currency') !== '';
    const [amountColumn, currencyColumn] = isForeign
      ? (['customer_facing_amount', 'customer_facing_currency'] as const)
      : (['gross', 'currency'] as const);
    const code = row.cell(currencyColumn, A_CURRENCY, readCurrency);
    const units = row.cell(
      amountColumn,
      `an amount in ${code}, other than 0`,
      (text) => minorUnitsOf(text, code) || undefined,
    );
    return {
      gatewayRefundId: row.cell('source_id', AN_ID, readId),
      reference: row.cell('refund_metadata[zikui_reference]', AN_ID, readIdOrNone),
      gatewayRef: row.cell('payment_intent_id', AN_ID, readIdOrNone),
      amount: { amount: Math.abs(units), currency: code },
      status,
      createdAt: row.cell('created_utc', 'a moment as 2026-11-01 10:00:00', (text) =>
        readInstant(`${text.replace(' ', 'T')}Z`),
      ),
    };
  },
};
