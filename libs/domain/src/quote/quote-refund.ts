import { backPayout, overRefund, paymentsOf } from './back-payout';
import { checkRequest, refuse } from './check-request';
import { feeOf } from './fee';
import type { FeeRule, QuoteRequest, QuoteResult, QuoteSale, Taken } from './quote';
import { quoteLines, quoteShipping } from './quote-lines';

/**
 * What a request would pay, part by part, by the arithmetic of domain.md section 4, or the first stage that refuses it.
 * Pure and exact for every safe integer: the parts of a line, their taxes and the payments' shares sum to the whole in
 * any order of partial refunds, and never pass it. The sale is taken as valid (`checkSaleAmounts`, `checkSaleBalance`).
 */
export function quoteRefund(sale: QuoteSale, taken: Taken, request: QuoteRequest, fee: FeeRule): QuoteResult {
  const refusal = checkRequest(sale, request);
  if (refusal) return refusal;
  const lines = quoteLines(sale, taken, request);
  if ('kind' in lines) return lines;
  const shipping = quoteShipping(sale, taken, request);
  if ('kind' in shipping) return shipping;

  const goodwill = request.goodwill?.amount ?? 0;
  const kept = feeOf(fee, lines);
  const parts = [...lines.map(({ gross }) => gross), shipping.gross, goodwill, -kept];
  const payout = parts.reduce((total, part) => total + BigInt(part), 0n);
  if (payout <= 0n) return refuse('nothing_to_refund', '');

  const held = backPayout(paymentsOf(sale, request), payout);
  if (held.kind === 'short') return overRefund(sale, payout, held.available);

  return {
    kind: 'quoted',
    quote: {
      currency: sale.currency,
      payout: held.payout,
      lines: lines.map(({ ref, units, gross, tax }) => ({ ref, units, gross, tax })),
      shipping,
      goodwill,
      fee: kept,
      transfers:
        request.destination === 'original' ? held.backing : [{ paymentRef: STORE_CREDIT, amount: held.payout }],
      backing: held.backing,
    },
  };
}

/** The `paymentRef` of the one transfer of a refund to store credit. */
export const STORE_CREDIT = 'store_credit';
