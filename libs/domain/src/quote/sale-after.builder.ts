import { NO_FEE } from './fee';
import type { Quote, QuoteRequest, QuoteSale, Taken } from './quote';
import { quoteRefund } from './quote-refund';
import { takenBy } from './taken';

export type VectorSale = Omit<QuoteSale, 'payments'> &
  Readonly<{ payments: readonly Readonly<{ ref: string; captured: number }>[] }>;
export type HistoryEntry = Partial<QuoteRequest> & Readonly<{ lines: QuoteRequest['lines']; reversed?: boolean }>;

/** The sale as a database would show it after `history`: what was taken, what is held. For tests. */
export function saleAfter(
  sale: VectorSale,
  history: readonly HistoryEntry[],
  disputed: Readonly<Record<string, number>> = {},
): Readonly<{ sale: QuoteSale; taken: Taken }> {
  const made: Quote[] = [];
  const state = (quotes: readonly Quote[]): QuoteSale => ({
    ...sale,
    payments: sale.payments.map((payment) => ({
      ...payment,
      held: heldOn(payment.ref, quotes),
      disputed: disputed[payment.ref] ?? 0,
    })),
  });
  for (const { reversed: _, ...entry } of history) {
    const result = quoteRefund(state(made), takenBy(made), { destination: 'original', ...entry }, NO_FEE);
    if (result.kind === 'refused') throw new Error(`history cannot be made: ${result.code}`);
    made.push(result.quote);
  }
  const active = made.filter((_quote, i) => history[i]?.reversed !== true);
  return { sale: state(active), taken: takenBy(active) };
}

const heldOn = (ref: string, quotes: readonly Quote[]): number =>
  quotes
    .flatMap(({ backing }) => backing)
    .filter(({ paymentRef }) => paymentRef === ref)
    .reduce((total, { amount }) => total + amount, 0);
