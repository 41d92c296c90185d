import { money, type Mode, type Money, type Sale } from '@zikui/domain';
import type { CustomerContact } from './customer-vault';
import type { SaleView } from './sale.view';

/** A sale as it is stored: the snapshot without contact, and what refunds took of its payments. */
export type SaleRecord = Readonly<{
  mode: Mode;
  snapshot: Sale;
  payments: readonly Readonly<{ ref: string; held: number; disputed: number }>[];
  firstRefundAt: string | null;
  createdAt: string;
  updatedAt: string;
}>;

/** The sale as callers see it; without a name and an address once the customer was erased. */
export function saleViewOf(record: SaleRecord, contact: CustomerContact | undefined): SaleView {
  const { snapshot, mode, firstRefundAt, createdAt, updatedAt } = record;
  const { lines, shipping, payments, otherCharges, commission, customer, ...rest } = snapshot;
  const amount = (minor: number): Money => money(minor, snapshot.currency);
  const taken = new Map(record.payments.map((payment) => [payment.ref, payment]));
  return {
    ...rest,
    mode,
    customer: { ...customer, ...contact, isErased: contact === undefined },
    lines: lines.map((line) => ({ ...line, total: amount(line.total), tax: amount(line.tax) })),
    shipping: { total: amount(shipping.total), tax: amount(shipping.tax) },
    otherCharges: otherCharges ? { ...otherCharges, total: amount(otherCharges.total) } : null,
    payments: payments.map((payment) => ({
      ...payment,
      captured: amount(payment.captured),
      held: amount(taken.get(payment.ref)?.held ?? 0),
      disputed: amount(taken.get(payment.ref)?.disputed ?? 0),
    })),
    commission: commission ? { total: amount(commission.total), rateBps: commission.rateBps ?? null } : null,
    firstRefundAt,
    createdAt,
    updatedAt,
  };
}
