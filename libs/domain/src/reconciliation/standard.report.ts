import type { MovementStatus } from './gateway-movement';
import { A_CURRENCY, AN_ID, readCurrency, readId, readIdOrNone, readInstant, type ReportFormat } from './report-row';

const STATUSES: readonly MovementStatus[] = ['settled', 'pending', 'declined'];

/** Our own columns (docs/reconciliation.md): for gateways whose reports a small program turns into this. */
export const STANDARD_REPORT: ReportFormat = {
  columns: ['gateway_refund_id', 'amount', 'currency', 'status', 'created_at'],
  movementOf: (row) => ({
    gatewayRefundId: row.cell('gateway_refund_id', AN_ID, readId),
    reference: row.cell('reference', AN_ID, readIdOrNone),
    gatewayRef: row.cell('payment_ref', AN_ID, readIdOrNone),
    amount: {
      amount: row.cell('amount', 'a whole number of minor units above 0', (text) =>
        /^[1-9]\d{0,15}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined,
      ),
      currency: row.cell('currency', A_CURRENCY, readCurrency),
    },
    status: row.cell('status', `one of ${STATUSES.join(', ')}`, (text) => STATUSES.find((status) => status === text)),
    createdAt: row.cell('created_at', 'a moment of RFC 3339 with its offset', readInstant),
  }),
};
