import { canonicalJson } from '../identity/canonical-json';
import type { Sale, SaleLine, SalePayment } from './sale';

/**
 * Whether a sale that has a refund may still be told like this: only dates and an invoice that were empty may be filled
 * in, and the customer's contact and language may change (domain.md E12). Every amount, line and payment stays.
 */
export const mayChangeFrozen = (stored: Sale, told: Sale): boolean =>
  canonicalJson(blank(stored)) === canonicalJson(blank(told)) && keepsWhatWasSet(laterFacts(stored), laterFacts(told));

/** Dates of a line, or of a payment, that may become known after the first refund. */
const LATER_OF_LINE = ['shippedAt', 'deliveredAt', 'serviceAt', 'periodStart', 'periodEnd'] as const;
const LATER_OF_PAYMENT = ['capturedAt'] as const;

/** The sale without what may change. */
function blank(sale: Sale): unknown {
  const { customer, invoice: _invoice, disclosedAt: _disclosedAt, ...rest } = sale;
  return {
    ...rest,
    legalEntity: sale.legalEntity ?? null,
    otherCharges: sale.otherCharges ?? null,
    commission: sale.commission ?? null,
    customer: { ref: customer.ref, protectedGroup: customer.protectedGroup },
    lines: sale.lines.map((line) => without(line, LATER_OF_LINE)),
    payments: sale.payments.map(({ instalments, ...payment }) => ({
      ...without(payment, LATER_OF_PAYMENT),
      instalments: instalments ?? null,
    })),
  };
}

/** What may be filled in, in a fixed order; null where nothing is known. */
function laterFacts(sale: Sale): readonly unknown[] {
  return [
    sale.invoice,
    // Not told means: when the sale was placed. Only a disclosure that never happened can happen later.
    sale.disclosedAt === undefined ? sale.placedAt : sale.disclosedAt,
    ...sale.lines.flatMap((line) => LATER_OF_LINE.map((date) => line[date] ?? null)),
    ...sale.payments.flatMap((payment) => LATER_OF_PAYMENT.map((date) => payment[date] ?? null)),
  ];
}

const keepsWhatWasSet = (stored: readonly unknown[], told: readonly unknown[]): boolean =>
  stored.every((fact, index) => fact === null || canonicalJson(fact) === canonicalJson(told[index] ?? null));

function without<Part extends SaleLine | SalePayment>(part: Part, dates: readonly (keyof Part)[]): object {
  return Object.fromEntries(Object.entries(part).filter(([name]) => !(dates as readonly string[]).includes(name)));
}
