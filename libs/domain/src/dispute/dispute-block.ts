/** How a payment stands between refunds and disputes. */
export type DisputedPayment = Readonly<{ captured: number; held: number; disputed: number; hasOpenDispute: boolean }>;

/**
 * Whether a dispute forbids to send a planned transfer of the payment: while one is open nothing of it is refunded
 * (domain.md section 10), and after it was lost nothing that the card holder already got by it. Held money beyond what was
 * captured less what is disputed means just that.
 */
export const disputeBlocks = ({ captured, held, disputed, hasOpenDispute }: DisputedPayment): boolean =>
  hasOpenDispute || exceedsCaptured({ captured, held, disputed });

/** Whether refunds and disputes together take more than was captured: people must be told (I1). */
export const exceedsCaptured = ({ captured, held, disputed }: Omit<DisputedPayment, 'hasOpenDispute'>): boolean =>
  disputed > 0 && BigInt(held) + BigInt(disputed) > BigInt(captured);
