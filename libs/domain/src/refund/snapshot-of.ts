import type { Quote } from '../quote/quote';
import type { DecidedRefund } from './decided-refund';

/** What a snapshot names beside the amounts: the sale, who is paid, and the exact text of the rules. */
export type SnapshotIds = Readonly<{
  merchantId: string;
  saleRef: string;
  /** Keyed hash of the payee: changing who is paid changes what was approved. */ payeeHash: string;
  /** SHA-256 of the policy's text, deduction table and all. */ policyHash: string;
}>;

/** What people approve, and nothing else: lines, amounts, fee, destination, payee, policy and law. */
export type RefundSnapshot = Readonly<{
  v: 1;
  ids: SnapshotIds;
  currency: string;
  destination: string;
  payout: number;
  lines: Quote['lines'];
  shipping: Quote['shipping'];
  goodwill: number;
  fee: number;
  bonus: number;
  transfers: Quote['transfers'];
  lawVersion: string;
}>;

/**
 * The snapshot of a decided refund. A decision is bound to the SHA-256 of its `canonicalJson`. It holds no clock and no
 * deadline, so that the same request of the same sale under the same rules has the same hash as its quote had.
 */
export function snapshotOf(decided: DecidedRefund, ids: SnapshotIds): RefundSnapshot {
  const { quote } = decided;
  const { merchantId, saleRef, payeeHash, policyHash } = ids;
  return {
    v: 1,
    ids: { merchantId, saleRef, payeeHash, policyHash },
    currency: quote.currency,
    destination: decided.facts.destination,
    payout: quote.payout,
    lines: quote.lines.map(({ ref, units, gross, tax }) => ({ ref, units, gross, tax })),
    shipping: { gross: quote.shipping.gross, tax: quote.shipping.tax },
    goodwill: quote.goodwill,
    fee: quote.fee,
    bonus: decided.storeCredit?.bonus ?? 0,
    transfers: quote.transfers.map(({ paymentRef, amount }) => ({ paymentRef, amount })),
    lawVersion: decided.lawVersion,
  };
}
