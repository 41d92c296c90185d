import type { ErrorCode } from '../error/error-code';
import type { ErrorValues } from '../error/refund-error';
import { DESTINATIONS, type QuoteRequest, type QuoteSale } from './quote';

export type Refusal = Readonly<{ kind: 'refused'; code: ErrorCode; values: ErrorValues; pointer: string }>;

/** A refusal that points at one place of the request's body (JSON pointer). */
export const refuse = (code: ErrorCode, pointer: string, values: ErrorValues = {}): Refusal => ({
  kind: 'refused',
  code,
  values,
  pointer,
});

/** Stages 1 to 3 of domain.md section 4: shape, numbers, names. A stage is looked at only when all before it passed. */
export function checkRequest(sale: QuoteSale, request: QuoteRequest): Refusal | undefined {
  return checkShape(request) ?? checkNumbers(request) ?? checkNames(sale, request);
}

function checkShape({ lines, shipping, destination, paymentOrder }: QuoteRequest): Refusal | undefined {
  if (!isOneOf(DESTINATIONS, destination)) return refuse('invalid_request', '/destination');

  const seen = new Set<string>();
  for (const [i, line] of lines.entries()) {
    if ((line.quantity === undefined) === (line.amount === undefined)) return refuse('invalid_request', `/lines/${i}`);
    if (seen.has(line.ref)) return refuse('invalid_request', `/lines/${i}/ref`);
    seen.add(line.ref);
  }
  if (typeof shipping === 'string' && !isOneOf(['rest'], shipping)) return refuse('invalid_request', '/shipping');
  if (paymentOrder) {
    if (paymentOrder.length === 0) return refuse('invalid_request', '/paymentOrder');
    const repeated = paymentOrder.findIndex((ref, i) => paymentOrder.indexOf(ref) < i);
    if (repeated >= 0) return refuse('invalid_request', `/paymentOrder/${repeated}`);
  }
  return undefined;
}

function checkNumbers({ lines, shipping, goodwill }: QuoteRequest): Refusal | undefined {
  for (const [i, { quantity, amount }] of lines.entries()) {
    if (quantity !== undefined && !isCount(quantity)) return refuse('invalid_quantity', `/lines/${i}/quantity`);
    if (amount !== undefined && !isCount(amount)) return refuse('invalid_amount', `/lines/${i}/amount`);
  }
  if (shipping && shipping !== 'rest' && !isCount(shipping.amount)) return refuse('invalid_amount', '/shipping/amount');
  if (goodwill && !isCount(goodwill.amount)) return refuse('invalid_amount', '/goodwill/amount');
  return undefined;
}

function checkNames(sale: QuoteSale, { lines, paymentOrder = [] }: QuoteRequest): Refusal | undefined {
  const saleLines = new Set(sale.lines.map(({ ref }) => ref));
  for (const [i, { ref }] of lines.entries())
    if (!saleLines.has(ref)) return refuse('unknown_line', `/lines/${i}/ref`, { line: ref });

  const payments = new Set(sale.payments.map(({ ref }) => ref));
  for (const [i, ref] of paymentOrder.entries())
    if (!payments.has(ref)) return refuse('unknown_payment', `/paymentOrder/${i}`, { payment: ref });
  return undefined;
}

/** 1 .. 2^53-1. Takes anything: the types of a request are a caller's promise, not a fact. */
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
const isOneOf = (known: readonly string[], value: string): boolean => known.includes(value);
