import type { FieldFault } from '../error/refund-error';
import { isCurrency } from '../money/currency';
import { refuse, type Refusal } from '../quote/check-request';
import type { Sale } from './sale';

/** The part of a sale that its arithmetic is about. */
export type SaleAmounts = Pick<Sale, 'currency' | 'lines' | 'shipping' | 'payments' | 'otherCharges'>;

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * What each number of a sale must be by itself, so that every later sum is exact: natural numbers of minor units, tax
 * inside its amount, names that are unique, and totals that still fit a safe integer. Empty = all is well.
 */
export function checkSaleAmounts(sale: SaleAmounts): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const expect = (holds: boolean, pointer: string, code: FieldFault['code'], detail: string): void => {
    if (!holds) faults.push({ pointer, code, detail });
  };
  const expectTaxed = ({ total, tax }: Readonly<{ total: number; tax: number }>, at: string): void => {
    expect(isNatural(total), `${at}/total`, 'invalid_amount', 'a natural number of minor units');
    expect(isNatural(tax) && tax <= total, `${at}/tax`, 'invalid_amount', 'from 0 up to the total');
  };

  expect(isCurrency(sale.currency), '/currency', 'invalid_field', 'an ISO 4217 code');
  expect(sale.lines.length > 0, '/lines', 'invalid_field', 'at least one line');
  expect(sale.payments.length > 0, '/payments', 'invalid_field', 'at least one payment');
  for (const [i, line] of sale.lines.entries()) {
    expect(isCount(line.quantity), `/lines/${i}/quantity`, 'invalid_quantity', 'a whole number of 1 or more');
    expectTaxed(line, `/lines/${i}`);
  }
  expectTaxed(sale.shipping, '/shipping');
  const charges = sale.otherCharges?.total ?? 0;
  expect(Number.isSafeInteger(charges), '/otherCharges/total', 'invalid_amount', 'a whole number of minor units');
  for (const [i, { captured }] of sale.payments.entries())
    expect(isCount(captured), `/payments/${i}/captured`, 'invalid_amount', 'a whole number of 1 or more');

  for (const i of repeated(sale.lines)) expect(false, `/lines/${i}/ref`, 'invalid_field', 'unique among the lines');
  for (const i of repeated(sale.payments))
    expect(false, `/payments/${i}/ref`, 'invalid_field', 'unique among the payments');
  if (faults.length > 0) return faults;

  const { goods, captured } = totalsOf(sale);
  expect(goods <= MOST, '/lines', 'invalid_amount', 'lines and shipping that sum to a safe integer');
  expect(captured <= MOST, '/payments', 'invalid_amount', 'payments that sum to a safe integer');
  return faults;
}

/** A sale balances when lines, shipping and other charges are exactly what was captured. Takes a sale without faults of amount. */
export function checkSaleBalance(sale: SaleAmounts): Refusal | undefined {
  const { goods, charges, captured } = totalsOf(sale);
  if (goods + charges === captured) return undefined;
  const values = { parts: Number(goods + charges), captured: Number(captured), currency: sale.currency };
  return refuse('sale_unbalanced', '', values);
}

function totalsOf({
  lines,
  shipping,
  payments,
  otherCharges,
}: SaleAmounts): Readonly<Record<'goods' | 'charges' | 'captured', bigint>> {
  return {
    goods: lines.reduce((total, line) => total + BigInt(line.total), BigInt(shipping.total)),
    charges: BigInt(otherCharges?.total ?? 0),
    captured: payments.reduce((total, payment) => total + BigInt(payment.captured), 0n),
  };
}

const isNatural = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;

/** Where a name stands that stood before. */
function repeated(named: readonly Readonly<{ ref: string }>[]): readonly number[] {
  const seen = new Set<string>();
  return named.flatMap(({ ref }, i) => {
    const again = seen.has(ref);
    seen.add(ref);
    return again ? [i] : [];
  });
}
