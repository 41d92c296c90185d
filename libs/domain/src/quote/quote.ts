import type { ErrorCode } from '../error/error-code';
import type { ErrorValues } from '../error/refund-error';

export const REASONS = [
  'changed_mind',
  'defective',
  'not_as_described',
  'late',
  'not_delivered',
  'duplicate_charge',
  'billing_error',
  'service_cancelled',
  'goodwill',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];
export const DESTINATIONS = ['original', 'store_credit'] as const;
export type Destination = (typeof DESTINATIONS)[number];
/** Where money may go that cannot go back to its payment. */
export const NEW_DESTINATIONS = ['store_credit', 'manual'] as const;
export type NewDestination = (typeof NEW_DESTINATIONS)[number];
export type RequestLine = Readonly<{ ref: string; quantity?: number; amount?: number }>;

/** The body of `POST /v1/refunds` and `/quote`. Amounts are integers in the sale's currency. */
export type RefundRequest = Readonly<{
  saleRef: string;
  reason: Reason;
  lines: readonly RequestLine[];
  shipping?: Readonly<{ amount: number }> | 'rest';
  goodwill?: Readonly<{ amount: number }>;
  destination: Destination;
  returnMethod?: 'carrier' | 'drop_off' | 'none';
  paymentOrder?: readonly string[];
  requestedBy?: string;
  note?: string;
  externalRef?: string;
  metadata?: Readonly<Record<string, string>>;
}>;

/** The part of a sale that the arithmetic needs (the shape of `test/vectors/quote.json`). */
export type QuoteSale = Readonly<{
  currency: string;
  lines: readonly Readonly<{ ref: string; kind: string; quantity: number; total: number; tax: number }>[];
  shipping: Readonly<{ total: number; tax: number }>;
  /** In sale order. `held` is what open reservations hold, `disputed` what a dispute holds. */
  payments: readonly Readonly<{ ref: string; captured: number; held: number; disputed: number }>[];
}>;
/** What active refunds of the sale took so far, less what was given back (`g0`, `t0`, `r`). */
export type Taken = Readonly<{
  lines: ReadonlyMap<string, Readonly<{ gross: number; tax: number; units: number }>>;
  shipping: Readonly<{ gross: number; tax: number }>;
}>;
export type QuoteRequest = Pick<RefundRequest, 'lines' | 'shipping' | 'goodwill' | 'destination' | 'paymentOrder'>;

export type QuotedLine = Readonly<{ ref: string; units: number; gross: number; tax: number }>;
export type Quote = Readonly<{
  currency: string;
  payout: number;
  lines: readonly QuotedLine[];
  shipping: Readonly<{ gross: number; tax: number }>;
  goodwill: number;
  fee: number;
  /** One per payment, or one with `paymentRef: "store_credit"`. */ transfers: readonly Readonly<{
    paymentRef: string;
    amount: number;
  }>[];
  /** Which payments are held, whatever the destination. */ backing: readonly Readonly<{
    paymentRef: string;
    amount: number;
  }>[];
}>;
export type QuoteResult =
  | Readonly<{ kind: 'quoted'; quote: Quote }>
  | Readonly<{ kind: 'refused'; code: ErrorCode; values: ErrorValues; pointer: string }>;
/** Given the gross of goods and service lines of this request, the fee to keep (already capped by policy and law). */
export type FeeRule = (feeableGross: number) => number;
