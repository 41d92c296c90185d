import type { Quote, QuoteRequest, QuoteSale } from './quote';
import { refuse, type Refusal } from './check-request';

/** Payments that hold a payout, or how much they could hold. */
export type Backing =
  | Readonly<{ kind: 'backed'; payout: number; backing: Quote['backing'] }>
  | Readonly<{ kind: 'short'; available: number }>;

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Spreads a payout over the payments, first come first used, each up to what is captured and neither disputed nor held.
 * BigInt because a payout is only known to be exact once the payments could back it.
 */
export function backPayout(payments: QuoteSale['payments'], payout: bigint): Backing {
  const backing: { paymentRef: string; amount: number }[] = [];
  let open = payout;
  for (const { ref, captured, disputed, held } of payments) {
    const free = BigInt(captured) - BigInt(disputed) - BigInt(held);
    const amount = free < open ? free : open;
    if (amount <= 0n) continue; // A dispute may exceed what is free: such a payment backs nothing, and owes nothing here.
    backing.push({ paymentRef: ref, amount: Number(amount) });
    open -= amount;
  }
  if (open === 0n && payout <= MOST) return { kind: 'backed', payout: Number(payout), backing };

  const available = payout - open;
  return { kind: 'short', available: Number(available < MOST ? available : MOST) };
}

/** The payments that a request may draw on: those it names, in its order, else all in the order of the sale. */
export function paymentsOf(sale: QuoteSale, { paymentOrder }: QuoteRequest): QuoteSale['payments'] {
  if (!paymentOrder) return sale.payments;
  const byRef = new Map(sale.payments.map((payment) => [payment.ref, payment]));
  return paymentOrder.flatMap((ref) => byRef.get(ref) ?? []);
}

/** Stage 7: the payments cannot back the payout. */
export const overRefund = (sale: QuoteSale, payout: bigint, available: number): Refusal =>
  refuse('over_refund', '', {
    available,
    payout: payout <= MOST ? Number(payout) : payout.toString(),
    currency: sale.currency,
  });
